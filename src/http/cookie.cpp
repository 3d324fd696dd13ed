#include "http/cookie.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"

namespace http {

namespace {

bool is_made_of(std::string_view text, std::string_view more) {
    return std::all_of(text.begin(), text.end(), [more](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               more.find(c) != std::string_view::npos;
    });
}

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

Fields parse_cookies(std::string_view header) {
    Fields cookies;
    for (const auto& part : base::split(header, ';')) {
        const std::string pair = base::trimmed(part);
        const auto mark = pair.find('=');
        if (mark == std::string::npos || mark == 0) continue;
        const std::string name = pair.substr(0, mark);
        if (!is_made_of(name, "!#$%&'*+-.^_`|~")) continue;
        cookies.add(name, std::string(unquoted(std::string_view(pair).substr(mark + 1))));
    }
    return cookies;
}

std::string cookie_name(std::string_view name, Exposure exposure) {
    return (exposure == Exposure::Tls ? "__Host-" : "") + std::string(name);
}

std::string set_cookie(const Cookie& cookie, Exposure exposure) {
    base::ensure(!cookie.name.empty() && is_made_of(cookie.name, "-_"), "a cookie has a plain name");
    base::ensure(is_made_of(cookie.value, "-._~+/="), "the value of a cookie needs no encoding");
    std::string line =
        cookie_name(cookie.name, exposure) + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
    if (exposure == Exposure::Tls) line += "; Secure";
    if (cookie.max_age) line += "; Max-Age=" + std::to_string(cookie.max_age->count());
    return line;
}

}  // namespace http
