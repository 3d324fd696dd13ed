// Ways through the service.
#pragma once
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct SkipLink {
    std::string href = "#main-content";
    Html content = "Skip to main content";
    std::string classes;
    Attributes attributes;
};

struct BackLink {
    std::string href = "#";
    Html content = "Back";
    std::string classes;
    Attributes attributes;
};

struct Crumb {
    Html content;
    std::string href;  // none: the page itself
    Attributes attributes;
};

struct Breadcrumbs {
    std::vector<Crumb> items;
    bool collapses_on_mobile = false;
    std::string label = "Breadcrumb";
    std::string classes;
    Attributes attributes;
};

Html render(const SkipLink& link);
Html render(const BackLink& link);
Html render(const Breadcrumbs& breadcrumbs);

}  // namespace govuk
