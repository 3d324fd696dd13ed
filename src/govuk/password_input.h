// A password, which can be shown while it is typed.
#pragma once
#include <string>

#include "govuk/field.h"

namespace govuk {

/// What the script says instead of its own words, where these are given.
struct PasswordWords {
    std::string show;  // "Show": on the button
    std::string hide;
    std::string show_label;  // "Show password": heard
    std::string hide_label;
    std::string shown;  // "Your password is visible": announced
    std::string hidden;
};

struct PasswordInput {
    Field field;
    std::string value;
    std::string autocomplete = "current-password";  // or "new-password"
    bool disabled = false;
    PasswordWords words;
    std::string button_classes;
    std::string classes;
    Attributes attributes;
};

Html render(const PasswordInput& input);

}  // namespace govuk
