// What somebody asked of us, already checked: nothing in it is still encoded or malformed.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "http/fields.h"

namespace http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

std::string_view to_text(Method);
std::optional<Method> find_method(std::string_view name);

/// Get, Head and Options: they change nothing.
bool is_safe(Method);

struct Request {
    Method method = Method::Get;
    std::string target;  // as it was sent: "/cases/a%20b?page=2"
    std::string path;    // decoded: "/cases/a b"; starts with "/", has no "." or ".." segment
    Fields query;        // decoded
    Fields headers;      // names in lower case
    Fields cookies;
    std::string body;
    std::string peer;  // the address at the other end of the connection, "127.0.0.1"
};

}  // namespace http
