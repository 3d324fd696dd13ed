// What is wrong with the answers, at the top of the page, each with a link to its field.
#pragma once
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
    std::string classes;
    Attributes attributes;
};

/// Nothing at all where there is no error and no description, so a page may always include it.
Html render(const ErrorSummary& summary);

}  // namespace govuk
