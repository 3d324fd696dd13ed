// Cookies: read leniently, written strictly.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "http/fields.h"

namespace http {

/// How the service is reached. Off loopback there is TLS, and cookies are bound to this host.
enum class Exposure { Loopback, Tls };

/// Of one Cookie header; pairs that are not cookies are left out.
Fields parse_cookies(std::string_view header);

/// The name under which a cookie travels: "__Host-session" where there is TLS.
std::string cookie_name(std::string_view name, Exposure exposure);

struct Cookie {
    std::string name;                             // letters, digits, "-" and "_"
    std::string value;                            // letters, digits and "-._~+/=": encode anything else first
    std::optional<std::chrono::seconds> max_age;  // none: until the browser closes; 0: delete it
};

/// The value of a Set-Cookie header: Path=/, HttpOnly, SameSite=Lax; with TLS also Secure and the
/// __Host- prefix. A name or value outside the alphabet is a Bug.
std::string set_cookie(const Cookie& cookie, Exposure exposure);

}  // namespace http
