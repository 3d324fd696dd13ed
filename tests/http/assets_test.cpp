#include "http/assets.h"

#include <doctest/doctest.h>

#include <array>

#include "base/ensure.h"

using namespace http;

namespace {

constexpr std::array files{Asset{"app.css", "text/css; charset=utf-8", "body{}", "zipped"},
                           Asset{"x.svg", "image/svg+xml", "<svg/>", ""}};
const Assets assets("f00d", files);

std::optional<Response> ask(std::string path, std::string encodings = {}, Method method = Method::Get) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    if (!encodings.empty()) request.headers.add("accept-encoding", std::move(encodings));
    return assets.answer(request);
}

}  // namespace

TEST_CASE("an asset is kept for ever under the address of its content") {
    CHECK(assets.url("app.css") == "/assets/f00d/app.css");
    const auto response = ask("/assets/f00d/app.css");
    REQUIRE(response);
    CHECK(response->body == "body{}");
    CHECK(response->headers.get("Content-Type") == "text/css; charset=utf-8");
    CHECK(response->headers.get("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK_FALSE(response->headers.has("Content-Encoding"));
}

TEST_CASE("who can unzip gets less to read") {
    for (const auto* encodings : {"gzip", "br, gzip;q=0.5", "deflate, GZIP"}) {
        CAPTURE(encodings);
        CHECK(ask("/assets/f00d/app.css", encodings)->body == "zipped");
    }
    for (const auto* encodings : {"br", "gzip;q=0", "gzip; q=0.0", "identity"}) {
        CAPTURE(encodings);
        CHECK(ask("/assets/f00d/app.css", encodings)->body == "body{}");
    }
    CHECK(ask("/assets/f00d/app.css", "gzip")->headers.get("Vary") == "Accept-Encoding");
    CHECK(ask("/assets/f00d/x.svg", "gzip")->body == "<svg/>");
}

TEST_CASE("the address of an older content, another path or another method is not an asset") {
    CHECK_FALSE(ask("/assets/beef/app.css"));
    CHECK_FALSE(ask("/assets/f00d/other.css"));
    CHECK_FALSE(ask("/assets/f00d/"));
    CHECK_FALSE(ask("/app.css"));
    CHECK_FALSE(ask("/assets/f00d/app.css", "", Method::Post));
    CHECK_THROWS_AS(assets.url("other.css"), base::Bug);
}
