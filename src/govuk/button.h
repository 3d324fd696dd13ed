// Buttons, and the small forms that are nothing but a button.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

enum class ButtonKind { Primary, Secondary, Warning, Inverse, Start };
enum class ButtonType { Submit, Button, Reset };

struct Button {
    Html content;
    ButtonKind kind = ButtonKind::Primary;
    std::string href;  // then it is a link that looks like a button
    std::string name;
    std::string value;
    std::string id;
    ButtonType type = ButtonType::Submit;
    bool disabled = false;
    bool prevents_double_click = false;
    std::string classes;
    Attributes attributes;
};

/// A form of its own that sends only what is hidden in it.
struct ButtonForm {
    std::string action;
    Button button;
    std::vector<std::pair<std::string, std::string>> hidden;
};

Html render(const Button& button);
Html render(const ButtonForm& form);
Html button_group(const std::vector<Html>& buttons_and_links);
Html hidden_field(std::string_view name, std::string_view value);

}  // namespace govuk
