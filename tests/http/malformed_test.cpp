#include <doctest/doctest.h>

#include <atomic>
#include <vector>

#include "http/loopback.h"

using loopback::Running;

namespace {

/// Each is followed on the wire by a request in order: an answer to that one would be a smuggled one.
struct Malformed {
    const char* what;
    std::string bytes;
    int status = 400;
};

std::string get_with(const std::string& lines) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}
std::string post_with(const std::string& lines, const std::string& body = "hello") {
    return "POST / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n" + body;
}
std::string chunked(const std::string& body) {
    return post_with("Transfer-Encoding: chunked\r\n", body);
}

std::vector<Malformed> broken_request_lines() {
    using namespace std::string_literals;
    const std::string host = "\r\nHost: a\r\n\r\n";
    return {
        {"no version", "GET /" + host},
        {"two blanks", "GET  / HTTP/1.1" + host},
        {"a blank before", " GET / HTTP/1.1" + host},
        {"a blank after", "GET / HTTP/1.1 " + host},
        {"a tab between", "GET\t/\tHTTP/1.1" + host},
        {"a blank in the address", "GET /a b HTTP/1.1" + host},
        {"an empty line before", "\r\nGET / HTTP/1.1" + host},
        {"no method", "/ HTTP/1.1" + host},
        {"a method that is no token", "G@T / HTTP/1.1" + host},
        {"a method in lower case", "get / HTTP/1.1" + host, 501},
        {"an unknown method", "BREW / HTTP/1.1" + host, 501},
        {"PRI of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"CONNECT", "CONNECT a:443 HTTP/1.1" + host, 405},
        {"TRACE", "TRACE / HTTP/1.1" + host, 405},
        {"HTTP/2.0", "GET / HTTP/2.0" + host, 505},
        {"HTTP/1.2", "GET / HTTP/1.2" + host, 505},
        {"HTTP/0.9 said aloud", "GET / HTTP/0.9" + host, 505},
        {"http in lower case", "GET / http/1.1" + host},
        {"a version of three parts", "GET / HTTP/1.1.1" + host},
        {"a version with a sign", "GET / HTTP/+1.1" + host},
        {"another protocol", "GET / RTSP/1.0" + host},
        {"an absolute URI", "GET http://a/ HTTP/1.1" + host},
        {"an absolute URI of another host", "GET http://evil.example/ HTTP/1.1" + host},
        {"a star", "OPTIONS * HTTP/1.1" + host},
        {"a path without its slash", "GET index HTTP/1.1" + host},
        {"a fragment", "GET /#top HTTP/1.1" + host},
        {"bytes past ASCII", "GET /\xC3\xA9 HTTP/1.1" + host},
        {"a broken percent-encoding", "GET /%zz HTTP/1.1" + host},
        {"a percent-encoding cut short", "GET /%4 HTTP/1.1" + host},
        {"a dot segment", "GET /../etc/passwd HTTP/1.1" + host},
        {"an encoded dot segment", "GET /a/%2e%2e/b HTTP/1.1" + host},
        {"an encoded slash", "GET /a%2fb HTTP/1.1" + host},
        {"a backslash", "GET /a\\b HTTP/1.1" + host},
        {"an encoded NUL", "GET /a%00 HTTP/1.1" + host},
        {"a NUL", "GET /a\0 HTTP/1.1"s + host},
        {"an encoded line break", "GET /a%0d%0ab HTTP/1.1" + host},
        {"overlong UTF-8", "GET /%c0%af HTTP/1.1" + host},
        {"a query that is not UTF-8", "GET /?a=%ff HTTP/1.1" + host},
        {"a TLS hello", "\x16\x03\x01\x02\0\x01\0\x01\xfc"s},
        {"a request line over the limit", "GET /" + std::string(9000, 'a') + " HTTP/1.1" + host, 414},
        {"a request line without end", std::string(9000, 'a'), 414},
    };
}

std::vector<Malformed> broken_headers() {
    using namespace std::string_literals;
    const std::string start = "GET / HTTP/1.1\r\n";
    return {
        {"no Host", start + "\r\n"},
        {"an empty Host", start + "Host:\r\n\r\n"},
        {"two Hosts", start + "Host: a\r\nHost: a\r\n\r\n"},
        {"two Hosts in two spellings", start + "Host: a\r\nhOST: b\r\n\r\n"},
        {"a list of Hosts", start + "Host: a, b\r\n\r\n"},
        {"a Host with a user", start + "Host: u@a\r\n\r\n"},
        {"a Host with a path", start + "Host: a/b\r\n\r\n"},
        {"a Host with a word for a port", start + "Host: a:http\r\n\r\n"},
        {"two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"},
        {"bare LF everywhere", "GET / HTTP/1.1\nHost: a\n\n"},
        {"one bare LF", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"},
        {"one bare CR", "GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n"},
        {"a CR in a value", get_with("X: a\rb\r\n")},
        {"a NUL in a value", get_with("X: a\0b\r\n"s)},
        {"a NUL in a name", get_with("X\0: a\r\n"s)},
        {"an escape in a value", get_with("X: \x1b[2J\r\n")},
        {"DEL in a value", get_with("X: \x7f\r\n")},
        {"a blank before the colon", get_with("X : y\r\n")},
        {"a blank before a name", get_with(" X: y\r\n")},
        {"a folded header", get_with("X: y\r\n z\r\n")},
        {"a header folded with a tab", get_with("X: y\r\n\tz\r\n")},
        {"a first header that is folded", start + " Host: a\r\n\r\n"},
        {"no colon", get_with("Xy\r\n")},
        {"no name", get_with(": y\r\n")},
        {"a name with a bracket", get_with("X(y): z\r\n")},
        {"a name past ASCII", get_with("X\xC3\xA9: z\r\n")},
        {"headers over the limit", get_with("X: " + std::string(17000, 'a') + "\r\n"), 431},
        {"a header without end", get_with("X: " + std::string(40000, 'a')), 431},
        {"an unknown expectation", post_with("Content-Length: 5\r\nExpect: magic\r\n"), 417},
        {"expecting twice", post_with("Content-Length: 5\r\nExpect: 100-continue\r\nExpect: x\r\n"), 417},
    };
}

std::vector<Malformed> ambiguous_bodies() {
    using namespace std::string_literals;
    const std::string chunks = "5\r\nhello\r\n0\r\n\r\n";
    std::vector<Malformed> all{
        {"both lengths", post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunks)},
        {"both lengths, the other way",
         post_with("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n", chunks)},
        {"two equal lengths", post_with("Content-Length: 5\r\nContent-Length: 5\r\n")},
        {"two lengths", post_with("Content-Length: 5\r\nContent-Length: 6\r\n")},
        {"a length over the limit", post_with("Content-Length: 1048577\r\n"), 413},
        {"a length past 64 bits", post_with("Content-Length: 18446744073709551621\r\n"), 413},
        {"chunked in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks},
        {"GET with a body", get_with("Content-Length: 5\r\n") + "hello"},
        {"GET with chunks", get_with("Transfer-Encoding: chunked\r\n") + chunks},
        {"HEAD with a body", "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"},
    };
    for (const auto* length :
         {"", "+5", "-0", "-5", "0x5", "5, 5", "5,6", "5 5", "five", "5.0", "1e1", "5;", "\"5\""}) {
        all.push_back({length, post_with("Content-Length: "s + length + "\r\n")});
    }
    for (const auto* coding :
         {"", "identity", "gzip", "gzip, chunked", "chunked, gzip", "chunked, chunked", "chunked,",
          ",chunked", "xchunked", "Chunked", "chunked;q=1", "\"chunked\"", "chunked x", "chunk"}) {
        all.push_back({coding, post_with("Transfer-Encoding: "s + coding + "\r\n", chunks)});
    }
    all.push_back(
        {"two codings", post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", chunks)});
    all.push_back(
        {"twice chunked", post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunks)});
    return all;
}

std::vector<Malformed> broken_chunks() {
    using namespace std::string_literals;
    const std::string end = "0\r\n\r\n";
    return {
        {"no size", chunked("\r\nhello\r\n" + end)},
        {"a size with 0x", chunked("0x5\r\nhello\r\n" + end)},
        {"a size with a sign", chunked("+5\r\nhello\r\n" + end)},
        {"a negative size", chunked("-5\r\nhello\r\n" + end)},
        {"a size with a line under", chunked("0_5\r\nhello\r\n" + end)},
        {"a blank before the size", chunked(" 5\r\nhello\r\n" + end)},
        {"a blank after the size", chunked("5 \r\nhello\r\n" + end)},
        {"a tab after the size", chunked("5\t\r\nhello\r\n" + end)},
        {"a size that is no number", chunked("z\r\nhello\r\n" + end)},
        {"an extension", chunked("5;a=b\r\nhello\r\n" + end)},
        {"a bare semicolon", chunked("5;\r\nhello\r\n" + end)},
        {"an extension with a bare LF", chunked("5;a\nb\r\nhello\r\n" + end)},
        {"an extension of the last chunk", chunked("5\r\nhello\r\n0;a\r\n\r\n")},
        {"a size past 64 bits", chunked("10000000000000005\r\nhello\r\n" + end)},
        {"a chunk over the limit", chunked("7fffffff\r\nhello\r\n" + end), 413},
        {"a size that ends in LF", chunked("5\nhello\r\n" + end)},
        {"a size that ends in CR", chunked("5\rhello\r\n" + end)},
        {"a chunk that ends in LF", chunked("5\r\nhello\n" + end)},
        {"a chunk without its end", chunked("5\r\nhello" + end)},
        {"a chunk longer than said", chunked("5\r\nhello!\r\n" + end)},
        {"a chunk with a NUL for its end", chunked("5\r\nhello\0\0"s + end)},
        {"a trailer", chunked("5\r\nhello\r\n0\r\nX: y\r\n\r\n")},
        {"a trailer that sets the length", chunked("5\r\nhello\r\n0\r\nContent-Length: 9\r\n\r\n")},
        {"a trailer that signs in", chunked("5\r\nhello\r\n0\r\nAuthorization: x\r\n\r\n")},
        {"a trailer that is folded", chunked("5\r\nhello\r\n0\r\n X: y\r\n\r\n")},
    };
}

}  // namespace

TEST_CASE("what could be read in two ways gets one 4xx and the connection ends") {
    std::atomic<int> handled = 0;
    http::Limits limits;
    limits.header_deadline = std::chrono::milliseconds(2000);
    limits.body_deadline = std::chrono::milliseconds(2000);
    Running running([&](const http::Request&) { return ++handled, http::text("handled"); }, limits);

    std::size_t cases = 0;
    for (const auto& group :
         {broken_request_lines(), broken_headers(), ambiguous_bodies(), broken_chunks()}) {
        for (const auto& [what, bytes, status] : group) {
            CAPTURE(what);
            const auto answer = running.ask(bytes + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
            CHECK(loopback::status_of(answer) == status);
            CHECK(loopback::responses_in(answer) == 1);
            CHECK(answer.find("Connection: close") != std::string::npos);
            ++cases;
        }
    }
    CHECK(handled == 0);
    CHECK(cases >= 120);
    MESSAGE(cases << " malformed requests refused");
}

TEST_CASE("a head or a body that stops half way gets 400") {
    std::atomic<int> handled = 0;
    Running running([&](const http::Request&) { return ++handled, http::text("handled"); });
    for (const auto* half :
         {"GET / HT", "GET / HTTP/1.1\r\nHost", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel",
          "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"}) {
        CAPTURE(half);
        auto client = running.client();
        client.send(half);
        client.half_close();
        const auto answer = client.read_to_end();
        REQUIRE(answer);
        CHECK(loopback::status_of(*answer) == 400);
    }
    CHECK(handled == 0);
}
