// Parts of a page of which one is seen at a time; without scripts, one after the other.
#pragma once
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct Tab {
    std::string label;
    Html content;    // a line of text becomes a paragraph
    std::string id;  // else the whole's, numbered
    Attributes attributes;
    Attributes panel_attributes;
};

struct Tabs {
    std::vector<Tab> tabs;
    std::string title = "Contents";
    std::string id;
    std::string id_prefix;
    std::string classes;
    Attributes attributes;
};

Html render(const Tabs& tabs);

}  // namespace govuk
