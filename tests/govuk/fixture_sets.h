// Option sets and what the templates made of them: govuk-frontend's own fixtures, and goldens of ours.
#pragma once
#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "govuk/fixture_components.h"

namespace fixtures {

struct Set {
    std::string name;
    boost::json::object options;
    std::string html;
};

/// Of one component in the package; none where the packages are not installed.
std::vector<Set> package_sets(const std::string& component);
/// The parameters that govuk-frontend documents: "items.label.classes".
std::vector<std::string> documented(const std::string& component);
/// Those of goldens.json: of "govuk" or "moj" and a component, or of "page".
std::vector<Set> golden_sets(std::string_view brand, const std::string& component);
std::vector<Set> golden_pages();
std::vector<std::string> golden_components(std::string_view brand);

/// "govuk-options.json", in the folder of these tests.
boost::json::value read_json(const std::string& name);

/// What we make of a set, before the markup that it brings along stands in its place.
struct Made {
    std::string html;
    Reading reading;

    std::vector<std::string> tokens() const;
    std::vector<std::string> lines() const;
};

/// An option that our types have no word for is a failure.
Made made_of(const Renderer& render, const Set& set);

/// True where the packages are not installed; says so.
bool packages_are_missing();

}  // namespace fixtures
