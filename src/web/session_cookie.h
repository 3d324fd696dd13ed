// The one cookie: which session a browser belongs to.
#pragma once
#include <string>

#include "http/cookie.h"

namespace web {

inline std::string session_cookie_name(http::Exposure exposure) {
    return http::cookie_name("concordat-session", exposure);
}

inline std::string session_cookie(const std::string& token, http::Exposure exposure) {
    return http::set_cookie({.name = "concordat-session", .value = token, .max_age = {}}, exposure);
}

inline std::string no_session_cookie(http::Exposure exposure) {
    return http::set_cookie({.name = "concordat-session", .value = "", .max_age = std::chrono::seconds{0}},
                            exposure);
}

}  // namespace web
