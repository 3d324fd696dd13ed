// Answers that are chosen: one of several, or any number of them.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "govuk/field.h"

namespace govuk {

struct Choice {
    std::string value;
    Html content;
    Html hint;
    std::optional<bool> checked;  // else by the value of the group
    bool disabled = false;
    Html reveals;                  // asked only where this is chosen; without scripts, always
    bool excludes_others = false;  // checkboxes only: "None of these"
    std::string id;                // else the group's, numbered from the second choice on
    std::string name;              // checkboxes only; else the group's
    std::string label_classes;
    Attributes attributes;
    Attributes label_attributes;
};

struct Divider {
    std::string text;  // "or"
};

using ChoiceItem = std::variant<Choice, Divider>;

/// What radios and checkboxes have in common. The legend asks the question.
struct ChoiceGroup {
    std::string name;
    std::optional<Fieldset> fieldset;
    Html hint;
    Html error;
    std::vector<ChoiceItem> items;
    std::string id_prefix;  // else the name
    std::string described_by;
    std::string classes;  // "govuk-radios--inline", "govuk-checkboxes--small", …
    std::string group_classes;
    Attributes group_attributes;
    Attributes attributes;
};

struct Radios {
    ChoiceGroup group;
    std::string value;  // chooses the item of that value
};

struct Checkboxes {
    ChoiceGroup group;
    std::vector<std::string> values;
};

Html render(const Radios& radios);
Html render(const Checkboxes& checkboxes);

}  // namespace govuk
