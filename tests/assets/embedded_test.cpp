#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "http/assets.h"

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the program carries its style sheet, scripts and icon as they stand in assets/dist") {
    const auto assets = http::embedded_assets();
    for (const auto* name : {"app.css", "govuk-frontend.min.js", "init.js", "favicon.svg"}) {
        CAPTURE(name);
        const auto asset = assets.find_asset(name);
        REQUIRE(asset);
        CHECK(asset->content == file_text("assets/dist/" + std::string(name)));
        CHECK_FALSE(asset->content.empty());
    }
    const auto css = assets.find_asset("app.css");
    CHECK(css->type == "text/css; charset=utf-8");
    CHECK(css->gzip.starts_with("\x1f\x8b"));
    CHECK(css->gzip.size() * 4 < css->content.size());
}

TEST_CASE("no font, crown or crest of GOV.UK is served: the brand is our own") {
    const auto css = http::embedded_assets().find_asset("app.css")->content;
    for (const auto* theirs : {"GDS Transport", "crest", "crown", "url(", "@import", "@font-face"}) {
        CAPTURE(theirs);
        CHECK(css.find(theirs) == std::string_view::npos);
    }
    CHECK(css.find("#00594f") != std::string_view::npos);
    CHECK(css.find("Helvetica Neue") != std::string_view::npos);
}
