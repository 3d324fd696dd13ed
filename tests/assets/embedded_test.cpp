#include <doctest/doctest.h>
#include <sodium.h>

#include <array>
#include <fstream>
#include <iterator>

#include "govuk/page.h"
#include "http/assets.h"
#include "http/response.h"

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string sha256_of(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)>
        base64{};
    return sodium_bin2base64(base64.data(), base64.size(), hash.data(), hash.size(),
                             sodium_base64_VARIANT_ORIGINAL);
}

/// What stands between the tags of a script in the page.
std::string_view script_body(std::string_view script) {
    const auto from = script.find('>') + 1;
    return script.substr(from, script.rfind("</script>") - from);
}

}  // namespace

TEST_CASE("the program carries its style sheet, scripts and icon as they stand in assets/dist") {
    const auto assets = http::embedded_assets();
    for (const auto* name :
         {"app.css", "govuk-frontend.min.js", "moj-frontend.min.js", "init.js", "favicon.svg"}) {
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
    const auto assets = http::embedded_assets();
    for (const auto* name : {"app.css", "init.js", "favicon.svg"}) {
        for (const auto* theirs : {"GDS Transport", "crest", "crown", "@import", "@font-face", "data:"}) {
            CAPTURE(theirs);
            CHECK(assets.find_asset(name)->content.find(theirs) == std::string_view::npos);
        }
    }
    const auto css = assets.find_asset("app.css")->content;
    CHECK(css.find("#00594f") != std::string_view::npos);
    CHECK(css.find("Helvetica Neue") != std::string_view::npos);
    CHECK(css.find(".moj-sub-navigation__link[aria-current=page]{border-bottom") != std::string_view::npos);
}

TEST_CASE("each picture and script that an asset names is an asset beside it") {
    const auto assets = http::embedded_assets();
    const auto check_names = [&](std::string_view text, std::string_view before, char after) {
        int count = 0;
        for (auto at = text.find(before); at != std::string_view::npos; at = text.find(before, at + 1)) {
            const auto from = at + before.size();
            const std::string name(text.substr(from, text.find(after, from) - from));
            CAPTURE(name);
            CHECK(assets.find_asset(name).has_value());
            ++count;
        }
        return count;
    };
    CHECK(check_names(assets.find_asset("app.css")->content, "url(", ')') > 0);
    CHECK(check_names(assets.find_asset("init.js")->content, "'./", '\'') == 2);
}

TEST_CASE("an asset is kept for ever, compressed where the browser can, under an address of its content") {
    const auto assets = http::embedded_assets();
    http::Request request{.method = http::Method::Get, .path = assets.url("moj-frontend.min.js")};
    request.headers.add("accept-encoding", "gzip, br");
    const auto answer = assets.answer(request);
    REQUIRE(answer);
    CHECK(answer->headers.get("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(answer->headers.get("Content-Encoding") == "gzip");
    const bool is_gzip = answer->body == assets.find_asset("moj-frontend.min.js")->gzip;
    CHECK(is_gzip);
    request.path = "/assets/0000000000000000/moj-frontend.min.js";
    CHECK_FALSE(assets.answer(request));
}

TEST_CASE("the security policy names the hash of the script in the page, and allows no other") {
    http::Response response = http::page("");
    http::secure(response);
    const std::string policy(response.headers.get("Content-Security-Policy"));
    const auto hash = sha256_of(script_body(govuk::scripts_may_run().str()));
    CHECK(policy.find("script-src 'self' 'sha256-" + hash + "';") != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
}
