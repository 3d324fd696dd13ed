#include "govuk/canonical.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "base/text.h"

namespace canonical {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool is_void(const std::string& tag) {
    static const std::vector<std::string> voids{"br",   "col",  "hr",  "img",   "input",
                                                "link", "meta", "wbr", "source"};
    return std::find(voids.begin(), voids.end(), tag) != voids.end();
}

bool is_raw(const std::string& tag) {
    return tag == "textarea" || tag == "pre" || tag == "script" || tag == "style";
}

std::string decoded(std::string_view text) {
    static const std::map<std::string, std::string, std::less<>> names{
        {"lt", "<"},        {"gt", ">"},         {"amp", "&"}, {"quot", "\""},
        {"nbsp", "\u00A0"}, {"ctdot", "\u22EF"}, {"#39", "'"}};
    std::string plain;
    while (!text.empty()) {
        const auto end = text.front() == '&' ? text.find(';') : std::string_view::npos;
        const auto known = end == std::string_view::npos ? names.end() : names.find(text.substr(1, end - 1));
        if (known == names.end()) {
            plain += text.front();
            text.remove_prefix(1);
        } else {
            plain += known->second;
            text.remove_prefix(end + 1);
        }
    }
    return plain;
}

std::string collapsed(std::string_view text) {
    std::string one;
    for (const char c : text) {
        const bool blank = blanks.find(c) != std::string_view::npos;
        if (blank && (one.empty() || one.back() == ' ')) continue;
        one += blank ? ' ' : c;
    }
    if (!one.empty() && one.back() == ' ') one.pop_back();
    return one;
}

/// Elements in the flow of a sentence; all others begin a line of their own.
bool is_inline(std::string_view tag) {
    static const std::vector<std::string_view> inlines{"a", "span", "strong", "em", "b", "i", "code", "time"};
    return std::find(inlines.begin(), inlines.end(), tag) != inlines.end();
}

class Scanner {
public:
    explicit Scanner(std::string_view html) : rest_(html) {}

    std::vector<std::string> run() {
        while (!rest_.empty()) {
            if (rest_.starts_with("<!--")) {
                take_through("-->");
            } else if (rest_.starts_with("<!")) {
                take_through(">");
            } else if (rest_.starts_with("</")) {
                read_end();
            } else if (rest_.front() == '<') {
                read_start();
            } else {
                add_text(take_until("<"));
            }
        }
        return std::move(tokens_);
    }

private:
    std::string_view take_until(std::string_view mark) {
        const auto end = std::min(rest_.find(mark), rest_.size());
        const auto taken = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return taken;
    }

    std::string_view take_through(std::string_view mark) {
        const auto taken = take_until(mark);
        rest_.remove_prefix(std::min(mark.size(), rest_.size()));
        return taken;
    }

    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size())); }

    void add_text(std::string_view text) {
        auto one = collapsed(decoded(text));
        if (!one.empty()) tokens_.push_back(std::move(one));
    }

    void read_end() {
        rest_.remove_prefix(2);
        const std::string tag(base::trimmed(take_through(">")));
        if (!is_void(tag)) tokens_.push_back("</" + tag + ">");
    }

    std::string read_value() {
        if (!rest_.starts_with('=')) return {};
        rest_.remove_prefix(1);
        skip_blanks();
        const char quote = rest_.empty() ? ' ' : rest_.front();
        if (quote != '"' && quote != '\'') throw std::runtime_error("an attribute without quotes");
        rest_.remove_prefix(1);
        return decoded(take_through(std::string_view(&quote, 1)));
    }

    std::map<std::string, std::string> read_attributes() {
        std::map<std::string, std::string> attributes;
        while (true) {
            skip_blanks();
            if (rest_.empty() || rest_.front() == '>' || rest_.starts_with("/>")) return attributes;
            const auto end = std::min(rest_.find_first_of(" \t\r\n\f=>/"), rest_.size());
            if (end == 0) throw std::runtime_error("a broken attribute");
            const std::string name(rest_.substr(0, end));
            rest_.remove_prefix(end);
            auto value = read_value();
            attributes.emplace(name, name == "class" ? collapsed(value) : std::move(value));
        }
    }

    void read_start() {
        rest_.remove_prefix(1);
        const auto end = std::min(rest_.find_first_of(" \t\r\n\f>/"), rest_.size());
        const std::string tag(rest_.substr(0, end));
        rest_.remove_prefix(end);
        std::string token = "<" + tag;
        for (const auto& [name, value] : read_attributes()) token += " " + name + "=\"" + value + "\"";
        tokens_.push_back(token + ">");
        const bool closed = rest_.starts_with("/>");
        rest_.remove_prefix(std::min<std::size_t>(closed ? 2 : 1, rest_.size()));
        if (closed && !is_void(tag)) tokens_.push_back("</" + tag + ">");
        if (!closed && is_raw(tag)) tokens_.push_back("raw: " + decoded(take_until("</" + tag)));
    }

    std::string_view rest_;
    std::vector<std::string> tokens_;
};

}  // namespace

std::vector<std::string> tokens(std::string_view html) {
    return Scanner(html).run();
}

std::vector<std::string> lines(std::string_view html) {
    std::vector<std::string> lines;
    std::string line;
    const auto end_line = [&] {
        auto one = collapsed(decoded(line));
        if (!one.empty()) lines.push_back(std::move(one));
        line.clear();
    };
    while (!html.empty()) {
        const auto open = std::min(html.find('<'), html.size());
        line += html.substr(0, open);
        html.remove_prefix(open);
        if (html.empty()) break;
        const auto close = std::min(html.find('>'), html.size() - 1);
        auto tag = html.substr(1, close - 1);
        if (tag.starts_with('/')) tag.remove_prefix(1);
        tag = tag.substr(0, tag.find_first_of(" \t\r\n\f/"));
        if (!is_inline(tag)) end_line();
        html.remove_prefix(close + 1);
    }
    end_line();
    return lines;
}

std::string text_of(const std::vector<std::string>& tokens) {
    return base::join(tokens, "\n");
}

}  // namespace canonical

TEST_CASE("indentation, order of attributes and ways to write an entity do not matter") {
    using canonical::tokens;
    CHECK(tokens("<a  href='/x'\n class=\" b  c \">\n  one &amp; two\n</a>") ==
          tokens("<a class=\"b c\" href=\"/x\">one & two</a>"));
    CHECK(tokens("<input disabled><path d=\"m\"/>") == tokens("<input disabled=\"\"/><path d=\"m\"></path>"));
    CHECK(tokens("<b>a<!-- no --></b>") == tokens("<b>a</b>"));
}

TEST_CASE("words, classes and their order, attributes and nesting do matter") {
    using canonical::tokens;
    for (const auto* other : {"<p class=\"b a\">x</p>", "<p class=\"a\">x</p>", "<p class=\"a b\">y</p>",
                              "<p class=\"a b\" id=\"i\">x</p>", "<p class=\"a b\"></p>x",
                              "<div class=\"a b\">x</div>", "<p class=\"a b\">x"}) {
        CAPTURE(other);
        CHECK(tokens("<p class=\"a b\">x</p>") != tokens(other));
    }
    CHECK(tokens("<textarea> a</textarea>") != tokens("<textarea>a</textarea>"));
}

TEST_CASE("blanks between words matter where a sentence goes on across elements") {
    using canonical::lines;
    CHECK(lines("<p>\n  See <a href=\"/\">this</a>.\n</p>") == lines("<p>See <a href=\"/\">this</a>.</p>"));
    CHECK(lines("<p>See <a>this</a></p>") != lines("<p>See<a>this</a></p>"));
    CHECK(lines("<div>One</div> <p>Two</p>") == lines("<div>One</div><p>Two</p>"));
}
