#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "govuk/canonical.h"
#include "govuk/fixture_components.h"

namespace {

namespace json = boost::json;

const std::string components = "assets/node_modules/govuk-frontend/dist/govuk/components/";

/// How many fixtures of each our types can express: all of these are compared.
const std::map<std::string, int> floors{
    {"back-link", 7},
    {"breadcrumbs", 12},
    {"button", 36},
    {"character-count", 17},
    {"checkboxes", 40},
    {"date-input", 36},
    {"details", 10},
    {"error-message", 9},
    {"error-summary", 17},
    {"fieldset", 18},
    {"hint", 6},
    {"input", 40},
    {"inset-text", 6},
    {"label", 17},
    {"notification-banner", 19},
    {"pagination", 15},
    {"panel", 15},
    {"password-input", 10},
    {"phase-banner", 7},
    {"radios", 41},
    {"select", 16},
    {"service-navigation", 19},
    {"skip-link", 9},
    {"summary-list", 30},
    {"table", 21},
    {"tag", 12},
    {"textarea", 18},
    {"warning-text", 8},
};

std::optional<json::value> fixtures_of(const std::string& component) {
    std::ifstream file(components + component + "/fixtures.json", std::ios::binary);
    if (!file) return std::nullopt;
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

/// What we make of a fixture; nothing where our types have no word for one of its options.
std::optional<std::string> ours(const fixtures::Renderer& render, const json::object& options) {
    fixtures::Reading reading;
    const auto html = render(fixtures::Options(options, reading));
    if (!reading.is_complete()) return std::nullopt;
    return reading.with_markup(html.str());
}

using Compare = std::function<void(const std::string& component, const json::object& fixture,
                                   const std::string& rendered)>;

/// Calls back for each fixture that our types can express; how many there were, by component.
std::map<std::string, int> each_fixture(const Compare& compare) {
    std::map<std::string, int> compared;
    auto renderers = fixtures::field_renderers();
    renderers.merge(fixtures::block_renderers());
    for (const auto& [component, render] : renderers) {
        const auto file = fixtures_of(component);
        if (!file) continue;
        for (const auto& fixture : file->at("fixtures").as_array()) {
            const auto rendered = ours(render, fixture.at("options").as_object());
            if (!rendered) continue;
            compare(component, fixture.as_object(), *rendered);
            ++compared[component];
        }
    }
    return compared;
}

bool are_missing() {
    if (fixtures_of("button")) return false;
    MESSAGE("NOT RUN: the fixtures of GOV.UK Frontend are missing. Run `npm ci` in assets/ first.");
    std::puts("NOT RUN: the fixtures of GOV.UK Frontend are missing; run `npm ci` in assets/");
    return true;
}

/// A change that somebody could make by mistake.
struct Mutation {
    const char* what;
    const char* from;
    const char* to;
};

constexpr Mutation mutations[] = {
    {"a class", "class=\"govuk-", "class=\"govuk_"},
    {"a lost attribute", " class=", " data-was-class="},
    {"another element", "</", "<i></i></"},
    {"words", ">", ">x"},
};

bool differs(const std::string& html, const Mutation& mutation) {
    auto changed = html;
    const auto at = changed.find(mutation.from);
    if (at == std::string::npos) return true;
    changed.replace(at, std::string_view(mutation.from).size(), mutation.to);
    return canonical::tokens(changed) != canonical::tokens(html);
}

}  // namespace

TEST_CASE("our components say what GOV.UK Frontend's own fixtures say") {
    if (are_missing()) return;
    const auto compared = each_fixture(
        [](const std::string& component, const json::object& fixture, const std::string& rendered) {
            CAPTURE(component);
            const std::string name = fixture.at("name").as_string().c_str();
            CAPTURE(name);
            const std::string expected(fixture.at("html").as_string().c_str());
            CHECK(canonical::text_of(canonical::tokens(rendered)) ==
                  canonical::text_of(canonical::tokens(expected)));
        });
    int together = 0;
    for (const auto& [component, floor] : floors) {
        CAPTURE(component);
        const auto found = compared.find(component);
        const int count = found == compared.end() ? 0 : found->second;
        CHECK(count >= floor);
        std::printf("%-20s %d fixtures compared\n", component.c_str(), count);
        together += count;
    }
    CHECK(compared.size() == floors.size());
    std::printf("%-20s %d\n", "together", together);
}

TEST_CASE("the comparison is not lax: a changed class, attribute, element or word turns it red") {
    if (are_missing()) return;
    each_fixture([](const std::string& component, const json::object&, const std::string& rendered) {
        CAPTURE(component);
        for (const auto& mutation : mutations) {
            CAPTURE(mutation.what);
            CHECK(differs(rendered, mutation));
        }
    });
}
