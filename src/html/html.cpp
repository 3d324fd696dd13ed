#include "html/html.h"

#include <array>

#include "base/text.h"

namespace html {

namespace {

std::string_view entity(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        default: return "&#39;";
    }
}

/// By byte: those that never stand in a page as they are.
constexpr auto is_escaped = [] {
    std::array<bool, 256> escaped{};
    for (const unsigned char c : {'&', '<', '>', '"', '\''}) escaped[c] = true;
    return escaped;
}();

void append_escaped(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_escaped[static_cast<unsigned char>(text[at])]) continue;
        out.append(text, from, at - from).append(entity(text[at]));
        from = at + 1;
    }
    out.append(text, from);
}

}  // namespace

void Html::add_text(std::string_view text) {
    append_escaped(markup_, text);
}

Element::Element(Tag tag, std::string_view css_class) : tag_(tag) {
    open_.reserve(128);
    open_.append(1, '<').append(tag.get());
    with_some("class", css_class);
}

Element& Element::with(Name name, std::string_view value) & {
    open_.append(1, ' ').append(name.get()).append("=\"");
    append_escaped(open_, name.holds_url() && !is_safe_url(value) ? "#blocked" : value);
    open_.append(1, '"');
    return *this;
}

Element& Element::with_some(Name name, std::string_view value) & {
    return value.empty() ? *this : with(name, value);
}

Element& Element::flag(Name name, bool present) & {
    if (present) open_.append(1, ' ').append(name.get());
    return *this;
}

Element& Element::with_all(const Attributes& attributes) & {
    for (const auto& [name, value] : attributes) with(name, value);
    return *this;
}

void Element::close(Html& whole, bool has_children) const {
    base::ensure(!(tag_.is_void() && has_children), "a void element has no children");
    if (!tag_.is_void()) whole.markup_.append("</").append(tag_.get()).append(1, '>');
}

Html document(const Html& root) {
    constexpr std::string_view type = "<!DOCTYPE html>\n";
    Html page;
    page.markup_.reserve(type.size() + root.str().size());
    page.markup_.append(type).append(root.str());
    return page;
}

Html script(Script body) {
    Html whole;
    whole.markup_.append("<script>").append(body.get()).append("</script>");
    return whole;
}

Html style_sheet(Script body) {
    Html whole;
    whole.markup_.append("<style>").append(body.get()).append("</style>");
    return whole;
}

bool is_safe_url(std::string_view url) {
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || c == '\\') return false;
    }
    if (url.starts_with("//")) return false;
    const auto mark = url.find_first_of(":/?#");
    if (mark == std::string_view::npos || url[mark] != ':') return true;

    const std::string scheme = base::lower(url.substr(0, mark));
    const auto rest = url.substr(mark + 1);
    if (scheme == "http" || scheme == "https")
        return rest.size() > 2 && rest.starts_with("//") && rest[2] != '/';
    if (scheme == "otpauth") return rest.starts_with("//totp/");
    return scheme == "mailto" && !rest.empty();
}

}  // namespace html
