// Headings whose level the page decides.
#pragma once
#include "html/html.h"

namespace govuk {

/// h1 to h6; any other level is a Bug.
html::Element heading(int level, std::string_view css_class);

}  // namespace govuk
