#include "http/wire.h"

#include <doctest/doctest.h>

#include "base/ensure.h"

using namespace http;
using namespace std::chrono_literals;

namespace {

constexpr base::Moment then = std::chrono::sys_days{2026y / 11 / 6} + 8h + 49min + 37s;

}  // namespace

TEST_CASE("a response is written out with its length and its date") {
    CHECK(head_text(text("hello"), then, After::KeepAlive) ==
          "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Date: Fri, 06 Nov 2026 08:49:37 GMT\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\n");
    CHECK(head_text(Response{304, {}, ""}, then, After::Close) ==
          "HTTP/1.1 304 Not Modified\r\nDate: Fri, 06 Nov 2026 08:49:37 GMT\r\nConnection: close\r\n\r\n");
}

TEST_CASE("HEAD tells the length and sends nothing; 204 and 304 have neither") {
    CHECK(has_body(text("hello"), Method::Get));
    CHECK_FALSE(has_body(text("hello"), Method::Head));
    CHECK_FALSE(has_body(Response{204, {}, ""}, Method::Post));
}

TEST_CASE("a header cannot end early and start another") {
    CHECK_THROWS_AS(ensure_sendable(text("x").with("Location", "/a\r\nSet-Cookie: b=c")), base::Bug);
    CHECK_THROWS_AS(ensure_sendable(text("x").with("X\n", "y")), base::Bug);
    CHECK_THROWS_AS(ensure_sendable(Response{299, {}, ""}), base::Bug);
    CHECK_NOTHROW(ensure_sendable(text("x")));
}

TEST_CASE("every response forbids what a page of ours never does, unless it says otherwise") {
    Response plain = page("<!DOCTYPE html>");
    secure(plain);
    CHECK(plain.headers.get("Cache-Control") == "no-store");
    CHECK(plain.headers.get("X-Content-Type-Options") == "nosniff");
    const auto policy = plain.headers.get("Content-Security-Policy");
    CHECK(policy.find("default-src 'none'") == 0);
    CHECK(policy.find("form-action 'self'") != std::string_view::npos);
    CHECK(policy.find("unsafe") == std::string_view::npos);

    Response kept = text("x").with("cache-control", "public, max-age=60");
    secure(kept);
    CHECK_FALSE(kept.headers.has("Cache-Control"));
}

TEST_CASE("a redirect stays in the service") {
    CHECK(see_other("/cases/1?x=y").headers.get("Location") == "/cases/1?x=y");
    for (const auto* elsewhere :
         {"https://evil.example/", "//evil.example", "/\\evil.example", "cases", ""}) {
        CAPTURE(elsewhere);
        CHECK_THROWS_AS(see_other(elsewhere), base::Bug);
    }
}

TEST_CASE("a download keeps its name, in ASCII and in full") {
    CHECK(
        download("x", "application/pdf", "Record \"K7\" Llŷr.pdf").headers.get("Content-Disposition") ==
        "attachment; filename=\"Record__K7__Ll__r.pdf\"; filename*=UTF-8''Record%20%22K7%22%20Ll%C5%B7r.pdf");
}
