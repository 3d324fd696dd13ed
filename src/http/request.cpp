#include "http/request.h"

#include <array>

namespace http {

namespace {

constexpr std::array methods{Method::Get,   Method::Head,   Method::Post,   Method::Put,
                             Method::Patch, Method::Delete, Method::Options};

}  // namespace

std::string_view to_text(Method method) {
    switch (method) {
        case Method::Get: return "GET";
        case Method::Head: return "HEAD";
        case Method::Post: return "POST";
        case Method::Put: return "PUT";
        case Method::Patch: return "PATCH";
        case Method::Delete: return "DELETE";
        case Method::Options: return "OPTIONS";
    }
    return {};
}

std::optional<Method> find_method(std::string_view name) {
    for (const Method method : methods) {
        if (to_text(method) == name) return method;
    }
    return std::nullopt;
}

bool is_safe(Method method) {
    return method == Method::Get || method == Method::Head || method == Method::Options;
}

}  // namespace http
