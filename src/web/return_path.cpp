#include "web/return_path.h"

#include <algorithm>

#include "http/form.h"
#include "http/target.h"

namespace web {

bool is_local_path(std::string_view path) {
    if (!path.starts_with('/') || path.starts_with("//") || path.size() > 1000) return false;
    const bool odd = std::ranges::any_of(path, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte >= 0x7F || c == '\\';
    });
    return !odd && http::parse_target(path).has_value();
}

std::string sign_in_path(const std::string& then) {
    if (then == "/" || then == "/work" || !is_local_path(then)) return "/sign-in";
    return "/sign-in?then=" + http::percent_encoded(then);
}

std::string return_path(std::string_view then) {
    const bool usable = is_local_path(then) && !then.starts_with("/sign-");
    return usable ? std::string(then) : "/work";
}

}  // namespace web
