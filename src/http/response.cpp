#include "http/response.h"

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "base/text.h"
#include "http/form.h"

namespace http {

namespace {

// The hash is of the one script that stands in the page itself: "scripts may run here".
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; "
    "style-src 'self'; img-src 'self'; font-src 'none'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::string_view permissions_policy =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), usb=()";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> always{{
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", permissions_policy},
    {"Cache-Control", "no-store"},
}};

bool has_header(const Response& response, std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(), [&](const Field& header) {
        return header.name.size() == name.size() && base::lower(header.name) == base::lower(name);
    });
}

std::string ascii_name(std::string_view file_name) {
    std::string plain;
    for (const char c : file_name) {
        const bool fits = c > 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '/' && c != '%';
        plain += fits ? c : '_';
    }
    return plain;
}

}  // namespace

Response page(std::string html, int status) {
    return Response{status, {{"Content-Type", "text/html; charset=utf-8"}}, std::move(html)};
}

Response text(std::string body, int status) {
    return Response{status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(body)};
}

Response download(std::string content, std::string_view type, std::string_view file_name) {
    std::string disposition = "attachment; filename=\"" + ascii_name(file_name) + "\"; filename*=UTF-8''";
    disposition += percent_encoded(file_name);
    return Response{200,
                    {{"Content-Type", std::string(type)}, {"Content-Disposition", std::move(disposition)}},
                    std::move(content)};
}

Response see_other(std::string_view path) {
    const bool ours =
        path.starts_with('/') && !path.starts_with("//") && path.find('\\') == std::string_view::npos;
    base::ensure(ours, "a redirect leads to a path of this service");
    return Response{303, {{"Location", std::string(path)}}, {}};
}

std::string_view reason(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return {};
    }
}

void secure(Response& response) {
    for (const auto& [name, value] : always) {
        if (!has_header(response, name)) response.headers.add(std::string(name), std::string(value));
    }
}

}  // namespace http
