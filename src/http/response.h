// What we answer.
#pragma once
#include <string>
#include <string_view>

#include "http/fields.h"

namespace http {

/// The server adds Date, Content-Length and the security headers (see secure()), where the
/// response does not set them itself.
struct Response {
    int status = 200;
    Fields headers;
    std::string body;

    Response& with(std::string_view name, std::string value) & {
        headers.add(std::string(name), std::move(value));
        return *this;
    }
    Response&& with(std::string_view name, std::string value) && {
        return std::move(with(name, std::move(value)));
    }
};

/// A whole page of HTML.
Response page(std::string html, int status = 200);
/// Plain text, UTF-8.
Response text(std::string body, int status = 200);
/// A file of the given type, offered for download under a name (RFC 6266).
Response download(std::string content, std::string_view type, std::string_view file_name);
/// 303 See Other: after a POST, look there. The place is a path of this service; any other is a Bug.
Response see_other(std::string_view path);

/// "Not Found"; "" for a status that we do not use.
std::string_view reason(int status);

/// Adds what every response carries: Content-Security-Policy and its kin, Cache-Control: no-store.
/// What the response says itself stays.
void secure(Response& response);

}  // namespace http
