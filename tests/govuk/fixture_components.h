// From the options of a fixture to our typed components, and their markup.
#pragma once
#include <functional>
#include <map>
#include <string>

#include "govuk/field.h"
#include "govuk/fixture_options.h"
#include "govuk/notice.h"

namespace fixtures {

using Renderer = std::function<html::Html(const Options&)>;

/// By the name that govuk-frontend gives the component.
std::map<std::string, Renderer> field_renderers();
std::map<std::string, Renderer> choice_renderers();
std::map<std::string, Renderer> block_renderers();
std::map<std::string, Renderer> list_renderers();
std::map<std::string, Renderer> navigation_renderers();

/// All of GOV.UK Frontend, and those of MOJ Frontend.
std::map<std::string, Renderer> renderers();
std::map<std::string, Renderer> moj_renderers();

// What several components hold.
govuk::Tag tag_of(const Options& options);
govuk::Fieldset fieldset_of(const Options& options);
govuk::Field field_of(const Options& options);

}  // namespace fixtures
