// Ways through the service.
#pragma once
#include <optional>
#include <string>
#include <variant>
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

/// Where the reader is: on the page itself, or somewhere below it.
enum class Here { No, Page, Below };

struct NavigationItem {
    Html content;
    std::string href;
    Here here = Here::No;
    Attributes attributes;
};

struct ServiceNavigation {
    std::string service_name;
    std::string service_url;
    std::vector<NavigationItem> items;
    Html end;           // after the list: who is signed in
    std::string label;  // of the list; else "Menu"
    std::string classes;
    Attributes attributes;
};

struct PageNumber {
    std::string number;
    std::string href;
    bool current = false;
    std::string said;  // else "Page 2"
};

struct Gap {};  // pages left out

struct PageTurn {
    std::string href;
    Html content;       // else "Previous page" or "Next page"
    std::string label;  // what is there; only where there are no numbers
    Attributes attributes;
};

struct Pagination {
    std::optional<PageTurn> previous;
    std::vector<std::variant<PageNumber, Gap>> pages;
    std::optional<PageTurn> next;
    std::string label = "Pagination";
    std::string classes;
    Attributes attributes;
};

Html render(const SkipLink& link);
Html render(const BackLink& link);
Html render(const Breadcrumbs& breadcrumbs);
Html render(const ServiceNavigation& navigation);
Html render(const Pagination& pagination);

}  // namespace govuk
