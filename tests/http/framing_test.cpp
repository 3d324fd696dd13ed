#include "http/framing.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace http;

namespace {

int status_of(const std::string& head, const HeadLimits& limits = {}) {
    const auto rejection = check_head(head, limits);
    return rejection ? rejection->status : 0;
}

std::string get_with(const std::string& lines) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}

}  // namespace

TEST_CASE("an ordinary request passes") {
    CHECK(status_of(get_with("Accept: */*\r\nUser-Agent:x\r\nX-Empty:\r\nX-Tab:\ta\tb \r\n")) == 0);
    CHECK(status_of("POST /a?b=c HTTP/1.1\r\nHost: a.example:8080\r\nContent-Length: 12\r\n\r\n") == 0);
    CHECK(status_of("POST / HTTP/1.1\r\nHost: [::1]:80\r\nTransfer-Encoding: chunked\r\n\r\n") == 0);
    CHECK(status_of("GET / HTTP/1.0\r\n\r\n") == 0);
}

TEST_CASE("each bound holds at its limit and breaks one past it") {
    HeadLimits limits;
    limits.request_line_bytes_max = 20;
    limits.header_bytes_max = 60;
    limits.headers_max = 3;
    limits.body_bytes_max = 10;
    CHECK(status_of("GET /123456 HTTP/1.1\r\nHost: a\r\n\r\n", limits) == 0);
    CHECK(status_of("GET /1234567 HTTP/1.1\r\nHost: a\r\n\r\n", limits) == 414);
    CHECK(status_of(get_with("b:1\r\nc:2\r\n"), limits) == 0);
    CHECK(status_of(get_with("b:1\r\nc:2\r\nd:3\r\n"), limits) == 431);
    const std::string filler(60 - get_with("b:\r\n").size(), 'x');
    CHECK(status_of(get_with("b:" + filler + "\r\n"), limits) == 0);
    CHECK(status_of(get_with("b:" + filler + "x\r\n"), limits) == 431);
    CHECK(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n", limits) == 0);
    CHECK(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n", limits) == 413);
}

TEST_CASE("a host is a name or an address, with a port at most") {
    for (const auto* good :
         {"a", "a.example", "a.example:80", "127.0.0.1:8080", "[::1]", "[::1]:8080", "x_y-z"}) {
        CAPTURE(good);
        CHECK(is_host(good));
    }
    for (const auto* bad : {"", ":80", "a:", "a:x", "a:123456", "a b", "a,b", "u@a", "a/b", "http://a",
                            "[::1", "[]", "[::1]x", "[::g]", "a\x80"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_host(bad));
    }
}

TEST_CASE("a head is judged the same, whole or as it grows") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("GET / HTTP/1.1\r\n\r\n: ab\t\0\x7F", 26)));
        std::size_t seen = 0;
        bool refused_early = false;
        for (std::size_t size = 1; size <= bytes.size() && !refused_early; ++size) {
            refused_early = check_growing_head(std::string_view(bytes).substr(0, size), seen, {}).has_value();
            seen = size;
        }
        RC_ASSERT(refused_early == check_growing_head(bytes, 0, {}).has_value());
    }));
}
