// From the options of a fixture to our typed components, and their markup.
#pragma once
#include <functional>
#include <map>
#include <string>

#include "govuk/fixture_options.h"

namespace fixtures {

using Renderer = std::function<html::Html(const Options&)>;

/// By the name that govuk-frontend gives the component: questions and their answers, and all else.
std::map<std::string, Renderer> field_renderers();
std::map<std::string, Renderer> block_renderers();

}  // namespace fixtures
