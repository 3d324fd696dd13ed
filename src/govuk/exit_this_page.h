// A way out at once, for a reader who may be watched.
#pragma once
#include <string>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct ExitThisPage {
    Html content;  // else "Emergency Exit this page", the first word heard only
    std::string redirect_url = "https://www.bbc.co.uk/weather";
    std::string id;
    std::string activated;  // what the script says instead of its own words
    std::string timed_out;
    std::string press_two_more_times;
    std::string press_one_more_time;
    std::string classes;
    Attributes attributes;
};

Html render(const ExitThisPage& exit);

}  // namespace govuk
