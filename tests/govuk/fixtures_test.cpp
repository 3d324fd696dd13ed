#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>

#include "govuk/canonical.h"
#include "govuk/changes.h"
#include "govuk/fixture_components.h"

namespace {

namespace json = boost::json;

const std::string frontend_components = "assets/node_modules/govuk-frontend/dist/govuk/components/";

std::optional<json::value> fixtures_of(const std::string& component) {
    std::ifstream file(frontend_components + component + "/fixtures.json", std::ios::binary);
    if (!file) return std::nullopt;
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

/// What we make of a fixture, before the markup that it brings along stands in its place.
struct Made {
    std::string html;
    fixtures::Reading reading;

    std::vector<std::string> tokens() const { return canonical::tokens(reading.with_markup(html)); }
};

/// An option that our types have no word for is a failure.
Made made_of(const fixtures::Renderer& render, const json::object& options) {
    Made made;
    made.html = render(fixtures::Options(options, made.reading)).str();
    for (const auto& option : made.reading.unread) FAIL_CHECK("our types have no word for ", option);
    for (const auto& problem : made.reading.problems) FAIL_CHECK("our types cannot say: ", problem);
    return made;
}

using Look = std::function<void(const Made& made, const std::string& expected)>;

/// Calls back for every fixture of every component that we have; how many there were.
std::size_t each_fixture(const Look& look) {
    std::size_t count = 0;
    for (const auto& [component, render] : fixtures::renderers()) {
        CAPTURE(component);
        const auto file = fixtures_of(component);
        REQUIRE(file);
        for (const auto& fixture : file->at("fixtures").as_array()) {
            const std::string name = fixture.at("name").as_string().c_str();
            CAPTURE(name);
            look(made_of(render, fixture.at("options").as_object()), fixture.at("html").as_string().c_str());
            ++count;
        }
    }
    return count;
}

bool are_missing() {
    if (fixtures_of("button")) return false;
    MESSAGE("NOT RUN: the fixtures of GOV.UK Frontend are missing. Run `npm ci` in assets/ first.");
    std::puts("NOT RUN: the fixtures of GOV.UK Frontend are missing; run `npm ci` in assets/");
    return true;
}

}  // namespace

TEST_CASE("our components say what every fixture of GOV.UK Frontend says") {
    if (are_missing()) return;
    const auto count = each_fixture([](const Made& made, const std::string& expected) {
        CHECK(canonical::text_of(made.tokens()) == canonical::text_of(canonical::tokens(expected)));
    });
    CHECK(fixtures::renderers().size() == 36);
    CHECK(count == 681);  // of govuk-frontend 6.6.0
}

TEST_CASE("their words flow as in the fixtures of GOV.UK Frontend, with the same blanks between") {
    if (are_missing()) return;
    each_fixture([](const Made& made, const std::string& expected) {
        CHECK(canonical::text_of(canonical::lines(made.reading.with_markup(made.html))) ==
              canonical::text_of(canonical::lines(expected)));
    });
}

TEST_CASE("a single class or attribute that changes in any component is seen") {
    if (are_missing()) return;
    std::size_t changes = 0;
    each_fixture([&](const Made& made, const std::string& expected) {
        const auto wanted = canonical::tokens(expected);
        for (const auto& changed : fixtures::changes_of(made.html)) {
            const bool seen = canonical::tokens(made.reading.with_markup(changed)) != wanted;
            if (!seen) FAIL_CHECK("not seen: ", changed);
            ++changes;
        }
    });
    std::printf("%zu changes to 681 fixtures, each seen\n", changes);
    CHECK(changes > 10000);
}
