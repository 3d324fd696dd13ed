// Long lists in parts: the pages before and after, and their numbers.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct PageNumber {
    std::string number;
    std::string href;
    bool current = false;
    std::string said;  // else "Page 2"
    Attributes attributes;
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

Html render(const Pagination& pagination);

}  // namespace govuk
