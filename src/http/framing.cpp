#include "http/framing.h"

#include <algorithm>
#include <vector>

#include "base/ensure.h"
#include "base/text.h"
#include "http/request.h"

namespace http {

namespace {

using Verdict = std::optional<Rejection>;

struct Header {
    std::string name;  // in lower case
    std::string_view value;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_token(std::string_view text) {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
               marks.find(c) != std::string_view::npos;
    });
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

Verdict check_bytes(std::string_view head, std::size_t from) {
    for (std::size_t i = from; i < head.size(); ++i) {
        const auto byte = static_cast<unsigned char>(head[i]);
        const bool last = i + 1 == head.size();
        if (byte == '\n' && (i == 0 || head[i - 1] != '\r'))
            return Rejection{400, "a line ends in a bare LF"};
        if (byte == '\r' && !last && head[i + 1] != '\n') return Rejection{400, "a bare CR"};
        const bool control = (byte < 0x20 && byte != '\r' && byte != '\n' && byte != '\t') || byte == 0x7F;
        if (control) return Rejection{400, "a control character in the head"};
    }
    return std::nullopt;
}

Verdict check_target(std::string_view target) {
    const bool visible =
        std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!visible) return Rejection{400, "an address with characters that must be encoded"};
    if (!target.starts_with('/')) return Rejection{400, "an address that is not a path"};
    return std::nullopt;
}

Verdict check_request_line(std::string_view line) {
    const auto parts = base::split(line, ' ');
    if (parts.size() != 3 || !is_token(parts[0])) return Rejection{400, "a broken request line"};
    const std::string& version = parts[2];
    const bool http = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                      version[6] == '.' && is_digit(version[7]);
    if (!http) return Rejection{400, "not HTTP"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return Rejection{505, "not HTTP/1.1"};
    if (parts[0] == "CONNECT" || parts[0] == "TRACE")
        return Rejection{405, "a method that is not allowed here"};
    if (!find_method(parts[0])) return Rejection{501, "an unknown method"};
    return check_target(parts[1]);
}

Verdict check_header_line(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t')) return Rejection{400, "a folded header"};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
        return Rejection{400, "a broken header name"};
    }
    return std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> values_of(const std::vector<Header>& headers, std::string_view name) {
    std::vector<std::string_view> values;
    for (const auto& header : headers) {
        if (header.name == name) values.push_back(header.value);
    }
    return values;
}

Verdict check_host(const std::vector<std::string_view>& hosts, bool http_1_0) {
    if (hosts.empty()) return http_1_0 ? Verdict{} : Rejection{400, "no Host"};
    if (hosts.size() > 1 || !is_host(hosts.front())) return Rejection{400, "a Host that could mean two"};
    return std::nullopt;
}

/// How long the body is must be said once, in one way.
Verdict check_length(const std::vector<Header>& headers, std::string_view method, bool http_1_0,
                     const HeadLimits& limits) {
    const auto lengths = values_of(headers, "content-length");
    const auto codings = values_of(headers, "transfer-encoding");
    if (!codings.empty()) {
        if (http_1_0 || !lengths.empty() || codings.size() > 1) {
            return Rejection{400, "a body whose length could mean two things"};
        }
        if (codings.front() != "chunked") return Rejection{400, "a transfer coding other than chunked"};
    }
    if (lengths.size() > 1 || (!lengths.empty() && !all_digits(lengths.front()))) {
        return Rejection{400, "a broken Content-Length"};
    }
    const bool carries = !codings.empty() || (!lengths.empty() && lengths.front().find_first_not_of('0') !=
                                                                      std::string_view::npos);
    if (carries && is_safe(*find_method(method))) return Rejection{400, "a body where none belongs"};
    if (lengths.empty()) return std::nullopt;

    constexpr std::size_t digits_max = 18;
    const bool over = lengths.front().size() > digits_max ||
                      std::stoull(std::string(lengths.front())) > limits.body_bytes_max;
    return over ? Verdict{Rejection{413, "a body over the limit"}} : std::nullopt;
}

Verdict check_expect(const std::vector<std::string_view>& expected) {
    if (expected.empty()) return std::nullopt;
    const bool known = expected.size() == 1 && base::lower(expected.front()) == "100-continue";
    return known ? Verdict{} : Rejection{417, "an unknown expectation"};
}

}  // namespace

Verdict check_growing_head(std::string_view head, std::size_t from, const HeadLimits& limits) {
    if (auto rejection = check_bytes(head, from > 0 ? from - 1 : 0)) return rejection;
    const auto line_end = head.find("\r\n");
    const auto line = head.substr(0, line_end);
    if (line.size() > limits.request_line_bytes_max) return Rejection{414, "a request line over the limit"};
    if (head.size() > limits.header_bytes_max) return Rejection{431, "headers over the limit"};
    return line_end == std::string_view::npos ? Verdict{} : check_request_line(line);
}

Verdict check_head(std::string_view head, const HeadLimits& limits) {
    base::ensure(head.ends_with("\r\n\r\n"), "a whole head");
    if (auto rejection = check_growing_head(head, 0, limits)) return rejection;
    const auto line = head.substr(0, head.find("\r\n"));
    const bool http_1_0 = line.ends_with("1.0");

    std::vector<Header> headers;
    head.remove_prefix(line.size() + 2);
    while (!head.starts_with("\r\n")) {
        const auto header = head.substr(0, head.find("\r\n"));
        if (auto rejection = check_header_line(header)) return rejection;
        if (headers.size() == limits.headers_max) return Rejection{431, "too many headers"};
        const auto colon = header.find(':');
        headers.push_back({base::lower(header.substr(0, colon)), without_blanks(header.substr(colon + 1))});
        head.remove_prefix(header.size() + 2);
    }
    if (auto rejection = check_host(values_of(headers, "host"), http_1_0)) return rejection;
    const auto method = line.substr(0, line.find(' '));
    if (auto rejection = check_length(headers, method, http_1_0, limits)) return rejection;
    return check_expect(values_of(headers, "expect"));
}

bool is_host(std::string_view host) {
    std::string_view name = host;
    if (host.starts_with('[')) {
        const auto end = host.find(']');
        if (end == std::string_view::npos || end < 3) return false;
        if (host.substr(1, end - 1).find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos)
            return false;
        name = host.substr(end + 1);
        return name.empty() || (name.starts_with(':') && all_digits(name.substr(1)) && name.size() <= 6);
    }
    const auto colon = host.find(':');
    if (colon != std::string_view::npos) {
        const auto port = host.substr(colon + 1);
        if (!all_digits(port) || port.size() > 5) return false;
        name = host.substr(0, colon);
    }
    return !name.empty() && name.size() <= 253 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '.' ||
               c == '_';
    });
}

}  // namespace http
