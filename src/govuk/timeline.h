// What happened, newest first, and moments in a line of text.
#pragma once
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

/// "4 June 2026 at 9:32am", with the moment for machines: "2026-06-04T09:32:00+01:00" or "2026-06-04".
struct Time {
    std::string text;
    std::string datetime;
};

struct TimelineItem {
    Html title;
    Html by;  // "Named nurse, Northfield NHS Trust"; empty where nobody did it
    Time when;
    Html description;
    std::string classes;
    Attributes attributes;
};

struct Timeline {
    std::vector<TimelineItem> items;
    int heading_level = 3;  // one below what the timeline stands under
    std::string classes;
    Attributes attributes;
};

Html render(const Time& time);
Html render(const Timeline& timeline);

}  // namespace govuk
