// The top of each page, generic: the crown and the name of GOV.UK are not ours to use.
#pragma once
#include <string>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct GenericHeader {
    Html logo;  // the name of the service, or its picture
    std::string url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes;
    Attributes attributes;
};

Html render(const GenericHeader& header);

}  // namespace govuk
