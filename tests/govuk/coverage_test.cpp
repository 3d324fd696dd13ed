#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "govuk/fixture_sets.h"

namespace {

namespace json = boost::json;

/// "items.label.classes": the names of all options that say something.
void add_said(std::set<std::string>& names, const json::value& value, const std::string& name) {
    if (value.is_array()) {
        for (const auto& one : value.get_array()) add_said(names, one, name);
        return;
    }
    if (value.is_null()) return;
    names.insert(name);
    if (!value.is_object()) return;
    for (const auto& [key, inner] : value.get_object())
        add_said(names, inner, name.empty() ? std::string(key) : name + "." + std::string(key));
}

/// What is compared with the template of the component in some set: the comparison fails where our
/// types leave an option out.
std::set<std::string> exercised(const std::string& component) {
    std::set<std::string> names;
    for (const auto& set : fixtures::package_sets(component)) add_said(names, set.options, "");
    for (const auto& set : fixtures::golden_sets("govuk", component)) add_said(names, set.options, "");
    return names;
}

/// All that we make of every set there is, side by side.
std::string everything_made() {
    std::string all;
    for (const auto& [component, render] : fixtures::renderers()) {
        for (const auto& set : fixtures::package_sets(component)) all += fixtures::made_of(render, set).html;
        for (const auto& set : fixtures::golden_sets("govuk", component))
            all += fixtures::made_of(render, set).html;
    }
    for (const auto& [component, render] : fixtures::moj_renderers()) {
        for (const auto& set : fixtures::golden_sets("moj", component))
            all += fixtures::made_of(render, set).html;
    }
    for (const auto& page : fixtures::golden_pages()) all += page.html;
    return all;
}

/// Classes and attributes that a source names: "govuk-tag--red", "__hint", "data-module".
std::vector<std::string> named_in(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string source(std::istreambuf_iterator<char>(file), {});
    const std::regex literal("\"((govuk-|moj-|app-|data-|aria-|__|--)[^\"]*)\"");
    std::vector<std::string> names;
    for (std::sregex_iterator at(source.begin(), source.end(), literal), end; at != end; ++at)
        names.push_back((*at)[1]);
    return names;
}

}  // namespace

TEST_CASE("each parameter that GOV.UK Frontend documents is compared, or there is a reason why not") {
    if (fixtures::packages_are_missing()) return;
    const auto unsupported = fixtures::read_json("unsupported.json");
    std::set<std::string> stale;
    for (const auto& [name, reason] : unsupported.as_object()) {
        CHECK_FALSE(reason.as_string().empty());
        stale.insert(std::string(name));
    }
    std::size_t compared = 0;
    for (const auto& [component, render] : fixtures::renderers()) {
        const auto names = exercised(component);
        for (const auto& parameter : fixtures::documented(component)) {
            const auto whole = component + "." + parameter;
            CAPTURE(whole);
            const bool has_reason = stale.erase(whole) > 0;
            CHECK(names.contains(parameter) != has_reason);
            compared += names.contains(parameter) ? 1 : 0;
        }
    }
    for (const auto& name : stale) FAIL_CHECK("documented no longer: ", name);
    CHECK(compared > 500);
}

TEST_CASE("every class and attribute that a component names is compared in some set") {
    if (fixtures::packages_are_missing()) return;
    const auto all = everything_made();
    std::size_t names = 0;
    for (const auto& file : std::filesystem::directory_iterator("src/govuk")) {
        // What GOV.UK has no component for has tests of its own.
        if (file.path().extension() != ".cpp" || file.path().stem() == "casework") continue;
        CAPTURE(file.path().filename().string());
        for (const auto& name : named_in(file.path())) {
            CAPTURE(name);
            CHECK(all.find(name) != std::string::npos);
            ++names;
        }
    }
    CHECK(names > 300);
}
