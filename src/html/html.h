// Markup that is safe to send: what goes in as a string is text, and only elements write tags.
#pragma once
#include <concepts>
#include <string>
#include <string_view>

#include "html/name.h"

namespace html {

/// A piece of a page. A string becomes text, escaped; there is no way to call a string markup.
class Html {
public:
    Html() = default;

    template <std::convertible_to<std::string_view> Text>
    Html(const Text& text) {  // NOLINT(google-explicit-constructor): text is always welcome
        add(text);
    }

    Html& add(const Html& markup) {
        markup_ += markup.markup_;
        return *this;
    }
    Html& add(Html&& markup) {
        if (markup_.empty()) markup_ = std::move(markup.markup_);
        else markup_ += markup.markup_;
        return *this;
    }

    template <std::convertible_to<std::string_view> Text>
    Html& add(const Text& text) {
        add_text(std::string_view(text));
        return *this;
    }

    bool empty() const { return markup_.empty(); }
    const std::string& str() const& { return markup_; }
    std::string str() && { return std::move(markup_); }

    bool operator==(const Html&) const = default;

private:
    friend class Element;
    friend Html document(const Html& root);
    friend Html script(Script body);
    friend Html style_sheet(Script body);

    void add_text(std::string_view text);

    std::string markup_;
};

/// An opened tag: element("p", "govuk-body")("Dear ", name) is a whole paragraph. Attributes keep
/// the order in which they were given. A void element takes no children: input().with(…)().
class Element {
public:
    explicit Element(Tag tag, std::string_view css_class = {});

    /// The value is escaped; the value of an attribute that holds a URL must also be a safe one
    /// (see is_safe_url), or the link leads to "#blocked".
    Element& with(Name name, std::string_view value) &;
    Element&& with(Name name, std::string_view value) && { return std::move(with(name, value)); }

    /// As with(), but nothing at all where there is no value.
    Element& with_some(Name name, std::string_view value) &;
    Element&& with_some(Name name, std::string_view value) && { return std::move(with_some(name, value)); }

    /// A boolean attribute: there or not there.
    Element& flag(Name name, bool present = true) &;
    Element&& flag(Name name, bool present = true) && { return std::move(flag(name, present)); }

    Element& with_all(const Attributes& attributes) &;
    Element&& with_all(const Attributes& attributes) && { return std::move(with_all(attributes)); }

    template <class... Children>
    Html operator()(const Children&... children) const& {
        return filled(open_, children...);
    }
    template <class... Children>
    Html operator()(const Children&... children) && {
        return filled(std::move(open_), children...);
    }

private:
    template <class... Children>
    Html filled(std::string open, const Children&... children) const {
        Html whole;
        whole.markup_ = std::move(open);
        // Pages are built from the inside out: what is inside is copied once for each element around it.
        whole.markup_.reserve(whole.markup_.size() + (std::size_t{16} + ... + length(children)));
        whole.markup_.append(1, '>');
        (whole.add(children), ...);
        close(whole, sizeof...(Children) > 0);
        return whole;
    }

    static std::size_t length(const Html& markup) { return markup.markup_.size(); }
    template <std::convertible_to<std::string_view> Text>
    static std::size_t length(const Text& text) {
        return std::string_view(text).size();
    }
    void close(Html& whole, bool has_children) const;

    Tag tag_;
    std::string open_;
};

inline Element element(Tag tag, std::string_view css_class = {}) {
    return Element{tag, css_class};
}

inline Element a(std::string_view href, std::string_view css_class = {}) {
    return Element{"a", css_class}.with("href", href);
}
inline Element div(std::string_view css_class = {}) {
    return Element{"div", css_class};
}
inline Element h1(std::string_view css_class = {}) {
    return Element{"h1", css_class};
}
inline Element h2(std::string_view css_class = {}) {
    return Element{"h2", css_class};
}
inline Element h3(std::string_view css_class = {}) {
    return Element{"h3", css_class};
}
inline Element li(std::string_view css_class = {}) {
    return Element{"li", css_class};
}
inline Element p(std::string_view css_class = {}) {
    return Element{"p", css_class};
}
inline Element span(std::string_view css_class = {}) {
    return Element{"span", css_class};
}
inline Element strong(std::string_view css_class = {}) {
    return Element{"strong", css_class};
}
inline Element ul(std::string_view css_class = {}) {
    return Element{"ul", css_class};
}

/// <!DOCTYPE html> and the page.
Html document(const Html& root);

/// A script written by us, in the page itself; its hash belongs in the Content-Security-Policy.
Html script(Script body);

/// A style sheet written by us, for a picture that stands alone; never for a page.
Html style_sheet(Script body);

/// Relative to this service ("/x", "?page=2", "#top"), http, https or mailto with an address, or otpauth.
/// Never another scheme, never "//elsewhere", never with control characters or a backslash.
bool is_safe_url(std::string_view url);

}  // namespace html
