// Facts with their names, and links to change them; on a card where they belong to one thing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct Action {
    std::string href;
    Html content;            // "Change"
    std::string said_after;  // heard, not seen: "the date of the meeting"
    std::string classes;
    Attributes attributes;
};

struct SummaryRow {
    Html key;
    Html value;
    std::vector<Action> actions;
    std::string classes;
    std::string key_classes;
    std::string value_classes;
    std::string actions_classes;
};

struct SummaryCard {
    Html title;
    int heading_level = 2;
    std::string title_classes;
    std::vector<Action> actions;
    std::string actions_classes;
    std::string classes;
    Attributes attributes;
};

struct SummaryList {
    std::vector<SummaryRow> rows;
    std::optional<SummaryCard> card;
    std::string classes;
    Attributes attributes;
};

Html render(const SummaryList& list);

}  // namespace govuk
