// From the options of a fixture to our typed components, and their markup.
#pragma once
#include "govuk/fixture_options.h"

#include <functional>
#include <map>
#include <string>

namespace fixtures {

using Renderer = std::function<html::Html(const Options&)>;

/// By the name that govuk-frontend gives the component.
const std::map<std::string, Renderer>& renderers();

}  // namespace fixtures
