// The bar with the name of the service and the ways into it.
#pragma once
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

/// Where the reader is: on the page itself, or somewhere below it.
enum class Here { No, Page, Below };

struct NavigationItem {
    Html content;
    std::string href;
    Here here = Here::No;
    Attributes attributes;
};

/// Markup of others between the parts of the bar.
struct NavigationSlots {
    Html start;       // before the name
    Html list_start;  // <li>s before the first item
    Html list_end;    // <li>s after the last
};

enum class Collapse { WhereSeveral, Always, Never };

struct ServiceNavigation {
    std::string service_name;
    std::string service_url;
    std::vector<NavigationItem> items;
    Html end;                  // after the list: who is signed in
    bool end_in_line = false;  // beside the list rather than below it
    NavigationSlots slots;
    std::string landmark = "Service information";
    std::string label;  // of the list; else the words of its button
    std::string menu = "Menu";
    std::string menu_label;  // heard instead
    std::string list_id = "navigation";
    std::string list_classes;
    Collapse collapse = Collapse::WhereSeveral;  // behind the button, on a telephone
    std::string classes;
    Attributes attributes;
};

Html render(const ServiceNavigation& navigation);

}  // namespace govuk
