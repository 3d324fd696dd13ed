#include "http/target.h"

#include <doctest/doctest.h>

using namespace http;

TEST_CASE("a target is a path and a query, decoded once") {
    const auto target = parse_target("/cases/a%20b/%E2%9C%93?page=2&q=a+b%2525&topic=1&topic=2");
    REQUIRE(target);
    CHECK(target->path == "/cases/a b/✓");
    CHECK(target->query.get("page") == "2");
    CHECK(target->query.get("q") == "a b%25");
    CHECK(target->query.all("topic").size() == 2);
    CHECK(parse_target("/")->path == "/");
    CHECK(parse_target("/a+b")->path == "/a+b");
    CHECK(parse_target("/a...b/..c")->path == "/a...b/..c");
}

TEST_CASE("a path that could lead elsewhere is refused") {
    for (const auto* bad : {"",        "*",           "cases",   "http://127.0.0.1/",
                            "/../x",   "/a/..",       "/./a",    "/%2e%2e/x",
                            "/%2E./x", "/a%2Fb",      "/a%5Cb",  "/a\\b",
                            "/a%00b",  "/a%0d%0aX:y", "/%",      "/%4",
                            "/%zz",    "/%C0%AF",     "/%FF",    "/a#b",
                            "/?a=%",   "/?a=%00",     "/?a=%FF", "/a%7F"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_target(bad));
    }
}
