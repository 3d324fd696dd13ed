// Answers that are typed or picked from a list.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "govuk/field.h"

namespace govuk {

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
    Html prefix;
    Html suffix;
    std::string classes;
    Attributes attributes;
};

struct Textarea {
    Field field;
    std::string value;
    int rows = 5;
    std::string autocomplete;
    std::optional<bool> spellcheck;
    bool disabled = false;
    int characters_max = 0;  // counted beside the box as one types; 0: not counted
    std::string classes;
    Attributes attributes;
};

struct PasswordInput {
    Field field;
    std::string autocomplete = "current-password";  // or "new-password"
    std::string classes;
    Attributes attributes;
};

struct Option {
    std::string value;
    std::string text;
    bool selected = false;
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
Html render(const PasswordInput& input);
Html render(const Select& select);

}  // namespace govuk
