// Sections that open and close; without scripts, all are open.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "govuk/said.h"
#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct AccordionSection {
    Html heading;
    Html summary;
    Html content;  // a line of text becomes a paragraph
    bool open = false;
    std::string number;  // in ids; else its place in the list
};

/// What the script says instead of its own words, where these are given.
struct AccordionWords {
    std::string hide_all;
    std::string hide;
    std::string hide_label;
    std::string show_all;
    std::string show;
    std::string show_label;
};

struct Accordion {
    std::string id;
    std::vector<AccordionSection> sections;
    int heading_level = 2;
    std::optional<bool> remembers;  // which sections were open; yes, unless told not to
    AccordionWords words;
    std::string classes;
    Attributes attributes;
};

Html render(const Accordion& accordion);

}  // namespace govuk
