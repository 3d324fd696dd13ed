#include "govuk/fixture_sets.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "govuk/canonical.h"

namespace fixtures {

namespace json = boost::json;

namespace {

const std::string package_folder = "assets/node_modules/govuk-frontend/dist/govuk/components/";

json::value parsed_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return nullptr;
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::vector<Set> sets_of(const json::value& list) {
    std::vector<Set> sets;
    for (const auto& one : list.as_array()) {
        sets.push_back({one.at("name").as_string().c_str(), one.at("options").as_object(),
                        one.at("html").as_string().c_str()});
    }
    return sets;
}

const json::value& goldens() {
    static const json::value all = read_json("goldens.json");
    return all;
}

void add_parameters(std::vector<std::string>& names, const json::array& parameters,
                    const std::string& before) {
    for (const auto& parameter : parameters) {
        const std::string name = before + parameter.at("name").as_string().c_str();
        names.push_back(name);
        const auto* inner = parameter.as_object().if_contains("params");
        if (inner != nullptr && inner->is_array()) add_parameters(names, inner->get_array(), name + ".");
    }
}

}  // namespace

std::vector<Set> package_sets(const std::string& component) {
    const auto file = parsed_file(package_folder + component + "/fixtures.json");
    return file.is_null() ? std::vector<Set>{} : sets_of(file.at("fixtures"));
}

std::vector<std::string> documented(const std::string& component) {
    std::vector<std::string> names;
    const auto file = parsed_file(package_folder + component + "/macro-options.json");
    add_parameters(names, file.as_array(), "");
    return names;
}

json::value read_json(const std::string& name) {
    return parsed_file("tests/govuk/" + name);
}

std::vector<Set> golden_sets(std::string_view brand, const std::string& component) {
    const auto& all = goldens().at(brand).as_object();
    const auto* sets = all.if_contains(component);
    return sets == nullptr ? std::vector<Set>{} : sets_of(*sets);
}

std::vector<Set> golden_pages() {
    return sets_of(goldens().at("page"));
}

std::vector<std::string> golden_components(std::string_view brand) {
    std::vector<std::string> names;
    for (const auto& [name, sets] : goldens().at(brand).as_object()) names.emplace_back(name);
    return names;
}

std::vector<std::string> Made::tokens() const {
    return canonical::tokens(reading.with_markup(html));
}

std::vector<std::string> Made::lines() const {
    return canonical::lines(reading.with_markup(html));
}

Made made_of(const Renderer& render, const Set& set) {
    Made made;
    made.html = render(Options(set.options, made.reading)).str();
    for (const auto& option : made.reading.unread) FAIL_CHECK("our types have no word for ", option);
    for (const auto& problem : made.reading.problems) FAIL_CHECK("our types cannot say: ", problem);
    return made;
}

bool packages_are_missing() {
    if (!package_sets("button").empty()) return false;
    MESSAGE("NOT RUN: the fixtures of GOV.UK Frontend are missing. Run `npm ci` in assets/ first.");
    std::puts("NOT RUN: the fixtures of GOV.UK Frontend are missing; run `npm ci` in assets/");
    return true;
}

}  // namespace fixtures

TEST_CASE("the goldens were made of the option sets as they stand: else run tests/govuk/goldens.mjs") {
    for (const auto* brand : {"govuk", "moj"}) {
        const auto written = fixtures::read_json(std::string(brand) + "-options.json");
        for (const auto& [component, sets] : written.as_object()) {
            CAPTURE(std::string(component));
            const auto made = fixtures::golden_sets(brand, std::string(component));
            REQUIRE(made.size() == sets.as_array().size());
            for (std::size_t i = 0; i < made.size(); ++i) {
                CAPTURE(made[i].name);
                CHECK(sets.as_array()[i].at("options") == made[i].options);
            }
        }
        CHECK(fixtures::golden_components(brand).size() == written.as_object().size());
    }
}
