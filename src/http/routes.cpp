#include "http/routes.h"

namespace http {

namespace {

/// Cuts the first segment off "a/b/c".
std::string_view next_segment(std::string_view& path) {
    const auto end = path.find('/');
    const auto segment = path.substr(0, end);
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    return segment;
}

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::size_t segments(std::string_view path) {
    std::size_t count = 1;
    for (const char c : path) count += c == '/' ? 1U : 0U;
    return count;
}

}  // namespace

std::optional<Fields> match(std::string_view pattern, std::string_view path) {
    if (segments(pattern) != segments(path)) return std::nullopt;
    Fields parameters;
    while (!pattern.empty() || !path.empty()) {
        const auto wanted = next_segment(pattern);
        const auto given = next_segment(path);
        if (is_parameter(wanted)) {
            if (given.empty()) return std::nullopt;
            parameters.add(std::string(wanted.substr(1, wanted.size() - 2)), std::string(given));
        } else if (wanted != given) {
            return std::nullopt;
        }
    }
    return parameters;
}

}  // namespace http
