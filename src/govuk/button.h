// Buttons, and the small forms that are nothing but a button.
#pragma once
#include <optional>
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
    std::optional<bool> prevents_double_click;
    std::string classes;
    Attributes attributes;
};

/// A form of its own that sends only what is hidden in it.
struct ButtonForm {
    std::string action;
    Button button;
    std::vector<std::pair<std::string, std::string>> hidden;
};

/// A button where there is no href, or where a link shall look like one.
struct ButtonOrLink {
    Html content;
    std::string href;
    std::optional<ButtonType> type;  // of a button; else one that sends nothing by itself
    std::string name;
    std::string value;
    std::string classes;
    Attributes attributes;
};

/// The classes that the component around it adds: of the button, or of the link.
struct Look {
    std::string_view button;
    std::string_view link;
};

Html render(const Button& button);
Html render(const ButtonOrLink& one, const Look& look);
Html render(const ButtonForm& form);
Html button_group(const std::vector<Html>& buttons_and_links);
Html hidden_field(std::string_view name, std::string_view value);

}  // namespace govuk
