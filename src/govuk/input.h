// Answers that are typed or picked from a list.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "govuk/field.h"

namespace govuk {

/// What stands before or after what is typed: "£", "per item".
struct Affix {
    Html content;
    std::string classes;
    Attributes attributes;
};

struct Input {
    Field field;
    std::string value;
    std::string type = "text";
    int width_chars = 0;     // 2, 3, 4, 5, 10, 20 or 30; 0: as wide as there is room
    std::string input_mode;  // "numeric", "email", …: which keyboard a telephone shows
    std::string autocomplete;
    std::string autocapitalize;
    std::string pattern;
    std::optional<bool> spellcheck;
    bool disabled = false;
    Affix prefix;
    Affix suffix;
    std::string classes;
    Attributes attributes;
    std::string wrapper_classes;  // around the box and its affixes
    Attributes wrapper_attributes;
};

struct Textarea {
    Field field;
    std::string value;
    int rows = 5;
    std::string autocomplete;
    std::optional<bool> spellcheck;
    bool disabled = false;
    std::string classes;
    Attributes attributes;
};

struct Option {
    std::optional<std::string> value;  // else the text
    std::string text;
    std::optional<bool> selected;  // else by the value of the whole
    bool disabled = false;
    Attributes attributes;
};

struct Select {
    Field field;
    std::vector<Option> options;
    std::string value;  // selects the option of that value
    bool disabled = false;
    std::string classes;
    Attributes attributes;
};

Html render(const Input& input);
Html render(const Textarea& textarea);
Html render(const Select& select);

/// Without the group around it: for what puts more beside the box.
Html box_of(const Input& input);
Html box_of(const Textarea& textarea);

}  // namespace govuk
