// Names of tags and attributes: words of ours, checked while compiling.
#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ensure.h"

namespace html {

namespace rules {

constexpr bool is_word(std::string_view name) {
    if (name.empty() || name.front() == '-') return false;
    for (const char c : name) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          c == '-' || c == '_' || c == ':' || c == '.';
        if (!fits) return false;
    }
    return true;
}

template <std::size_t N>
constexpr bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Code and styles live in files of ours, so that the Content-Security-Policy can refuse the rest.
constexpr bool is_attribute(std::string_view name) {
    constexpr std::array<std::string_view, 4> refused{"style", "srcdoc", "srcset", "http-equiv"};
    const bool handler = name.size() > 2 && (name[0] | 0x20) == 'o' && (name[1] | 0x20) == 'n';
    return is_word(name) && !handler && !is_one_of(name, refused);
}

constexpr bool holds_url(std::string_view name) {
    constexpr std::array<std::string_view, 9> urls{"href",       "src",    "action", "formaction", "cite",
                                                   "xlink:href", "poster", "data",   "ping"};
    return is_one_of(name, urls);
}

constexpr bool is_tag(std::string_view name) {
    constexpr std::array<std::string_view, 5> refused{"style", "iframe", "object", "embed", "base"};
    return is_word(name) && !is_one_of(name, refused);
}

constexpr bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 9> voids{"br",   "col",  "hr",  "img",   "input",
                                                    "link", "meta", "wbr", "source"};
    return is_one_of(name, voids);
}

// While compiling, a broken rule is an error at the place of the mistake; base::ensure cannot run then.
constexpr void must(bool holds, const char* what) {
    if (!holds) throw base::Bug(what);
}

}  // namespace rules

class Tag {
public:
    consteval Tag(const char* name)  // NOLINT(google-explicit-constructor)
        : name_(name), is_void_(rules::is_void(name_)) {
        rules::must(rules::is_tag(name_), "a tag that we write");
    }
    std::string_view get() const { return name_; }
    bool is_void() const { return is_void_; }

private:
    std::string_view name_;
    bool is_void_;
};

class Name {
public:
    consteval Name(const char* name)  // NOLINT(google-explicit-constructor)
        : name_(name), holds_url_(rules::holds_url(name_)) {
        rules::must(rules::is_attribute(name_), "an attribute that we write");
    }
    /// For names that come from a table; the text must outlive the Name.
    static Name checked(std::string_view name) {
        base::ensure(rules::is_attribute(name), "an attribute that we write");
        return Name(name, Unchecked{});
    }
    std::string_view get() const { return name_; }
    bool holds_url() const { return holds_url_; }

private:
    struct Unchecked {};
    constexpr Name(std::string_view name, Unchecked) : name_(name), holds_url_(rules::holds_url(name)) {}
    std::string_view name_;
    bool holds_url_;
};

struct Attribute {
    Name name;
    std::string value;
};

using Attributes = std::vector<Attribute>;

/// The text of a script, known while compiling.
class Script {
public:
    consteval Script(const char* body) : body_(body) {  // NOLINT(google-explicit-constructor)
        rules::must(body_.find("</") == std::string_view::npos, "a script that ends where its element ends");
        rules::must(body_.find("<!--") == std::string_view::npos, "a script without comments of HTML");
    }
    std::string_view get() const { return body_; }

private:
    std::string_view body_;
};

}  // namespace html
