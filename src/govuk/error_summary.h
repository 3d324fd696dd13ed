// What is wrong with the answers, at the top of the page, each with a link to its field.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct FieldError {
    std::string href;  // "#reason": the first box that is wrong; empty where no field is to blame
    Html message;
    Attributes attributes;
};

struct ErrorSummary {
    std::vector<FieldError> errors;
    Html title = "There is a problem";
    Html description;
    std::optional<bool> keeps_focus_away;  // else it takes the focus when the page opens
    std::string classes;
    Attributes attributes;
};

Html render(const ErrorSummary& summary);

}  // namespace govuk
