// The parts of one thing, each with an address of its own.
#pragma once
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct SubNavigationItem {
    Html content;
    std::string href;
    bool current = false;
    std::string classes;
    Attributes attributes;  // of the link
};

struct SubNavigation {
    std::vector<SubNavigationItem> items;
    std::string label = "Secondary navigation region";
    std::string classes;
    Attributes attributes;
};

Html render(const SubNavigation& navigation);

}  // namespace govuk
