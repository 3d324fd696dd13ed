// At the foot of a page: how to say what is wrong with it.
#pragma once
#include <string>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct Feedback {
    Html title;
    Html content;  // a line of text becomes a paragraph
    int heading_level = 2;
    std::string classes;
    Attributes attributes;
};

Html render(const Feedback& feedback);

}  // namespace govuk
