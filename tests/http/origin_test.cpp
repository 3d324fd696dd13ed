#include "http/origin.h"

#include <doctest/doctest.h>

using namespace http;

namespace {

constexpr auto here = "https://concordat.example";

bool passes(Method method, Fields headers) {
    Request request;
    request.method = method;
    request.headers = std::move(headers);
    return is_same_origin(request, here);
}

}  // namespace

TEST_CASE("looking is allowed from anywhere") {
    for (const Method method : {Method::Get, Method::Head, Method::Options}) {
        CHECK(passes(method, {{"sec-fetch-site", "cross-site"}, {"origin", "https://evil.example"}}));
    }
}

TEST_CASE("a change is accepted from our own pages only") {
    for (const Method method : {Method::Post, Method::Put, Method::Patch, Method::Delete}) {
        CHECK(passes(method, {{"sec-fetch-site", "same-origin"}}));
        CHECK(passes(method, {{"sec-fetch-site", "none"}}));
        CHECK_FALSE(passes(method, {{"sec-fetch-site", "cross-site"}}));
        CHECK_FALSE(passes(method, {{"sec-fetch-site", "same-site"}}));
    }
}

TEST_CASE("a browser that does not say the site must say the origin, to the letter") {
    CHECK(passes(Method::Post, {{"origin", here}}));
    for (const auto* other : {"null", "", "http://concordat.example", "https://concordat.example:444",
                              "https://concordat.example.evil.example", "https://concordat.example/"}) {
        CAPTURE(other);
        CHECK_FALSE(passes(Method::Post, {{"origin", other}}));
    }
    CHECK_FALSE(passes(Method::Post, {}));
}

TEST_CASE("contradicting headers are refused, and the site outranks the origin") {
    CHECK_FALSE(passes(Method::Post, {{"sec-fetch-site", "cross-site"}, {"origin", here}}));
    CHECK_FALSE(passes(Method::Post, {{"sec-fetch-site", "same-origin"}, {"sec-fetch-site", "cross-site"}}));
    CHECK_FALSE(passes(Method::Post, {{"origin", here}, {"origin", "https://evil.example"}}));
}

TEST_CASE("a service that does not know its own origin trusts none") {
    Request request;
    request.method = Method::Post;
    request.headers.add("origin", "");
    CHECK_FALSE(is_same_origin(request, ""));
}
