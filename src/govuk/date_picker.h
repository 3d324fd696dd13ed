// A date that may be picked from a calendar, for those who have the script.
#pragma once
#include <optional>
#include <string>

#include "govuk/field.h"

namespace govuk {

struct DatePicker {
    Field field;
    std::string value;     // "27/3/2026"
    std::string min_date;  // as value
    std::string max_date;
    std::string excluded_dates;  // "1/4/2026-6/4/2026 25/12/2026"
    std::string excluded_days;   // "saturday sunday"
    std::optional<bool> leading_zeros;
    std::string week_start_day;  // else "monday"
    std::string classes;
    Attributes attributes;
};

Html render(const DatePicker& picker);

}  // namespace govuk
