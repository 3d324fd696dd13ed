// A date that somebody remembers: three boxes, not a calendar.
#pragma once
#include <optional>
#include <string>

#include "govuk/field.h"

namespace govuk {

struct DatePart {
    std::string name;   // "day"
    std::string label;  // "Day"
    std::string value;
    std::optional<bool> has_error;  // none: as the whole date, where no part is singled out
    std::string id;
    std::string classes;
    std::string autocomplete;
    std::string pattern;
    std::string input_mode = "numeric";
    Attributes attributes;
};

/// Sends "<prefix>-day", "<prefix>-month" and "<prefix>-year"; a part that is taken away is not asked for.
struct DateInput {
    std::string id;
    std::string name_prefix;
    std::optional<Fieldset> fieldset;
    Html hint;
    Html error;
    std::optional<DatePart> day = DatePart{.name = "day", .label = "Day"};
    std::optional<DatePart> month = DatePart{.name = "month", .label = "Month"};
    std::optional<DatePart> year = DatePart{.name = "year", .label = "Year"};
    std::string classes;
    std::string group_classes;
    Attributes group_attributes;
    Attributes attributes;
};

Html render(const DateInput& date);

}  // namespace govuk
