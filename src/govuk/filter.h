// What narrows a list down: what is chosen now, and what may be chosen.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct FilterTag {
    std::string text;
    std::string href;  // of the list without it
};

struct FilterCategory {
    Html heading;
    std::vector<FilterTag> tags;
};

struct SelectedFilters {
    Html heading = "Selected filters";
    std::string clear_href;
    std::string clear_text = "Clear filters";
    std::vector<FilterCategory> categories;
};

/// A form that asks for the list again, so that its address says what is shown.
struct Filter {
    std::string action;
    Html heading = "Filter";
    std::optional<SelectedFilters> selected;
    Html options;  // fields
    std::string submit = "Apply filters";
    Attributes submit_attributes;
    Attributes attributes;
};

Html render(const Filter& filter);
/// By itself, where the form stands elsewhere.
Html render(const SelectedFilters& selected);

}  // namespace govuk
