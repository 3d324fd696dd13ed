// Where a request begins and ends must have one meaning, here and at any proxy before us. What
// could be read in two ways is refused, however common it may be.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace http {

struct HeadLimits {
    std::size_t request_line_bytes_max = 8 * 1024;
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t headers_max = 64;
    std::size_t body_bytes_max = 1024 * 1024;
};

/// Why the connection ends: one answer, then close.
struct Rejection {
    int status;
    std::string why;
    bool operator==(const Rejection&) const = default;
};

/// Of a head that may still be growing: its bytes from `from` on, its sizes, and its request line
/// once that is there. Lets nonsense go at once instead of at the deadline.
std::optional<Rejection> check_growing_head(std::string_view head, std::size_t from,
                                            const HeadLimits& limits);

/// Of a whole head, up to and with the empty line.
std::optional<Rejection> check_head(std::string_view head, const HeadLimits& limits);

/// "example.org", "127.0.0.1:8080", "[::1]:8080"
bool is_host(std::string_view host);

}  // namespace http
