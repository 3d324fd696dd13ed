#include "govuk/password_input.h"

#include "govuk/classes.h"
#include "govuk/input.h"
#include "govuk/said.h"

namespace govuk {

using namespace html;

namespace {

Attributes module_of(const PasswordInput& input) {
    const PasswordWords& words = input.words;
    Attributes attributes{{"data-module", "govuk-password-input"}};
    add_said(attributes, "data-i18n.show-password", words.show);
    add_said(attributes, "data-i18n.hide-password", words.hide);
    add_said(attributes, "data-i18n.show-password-aria-label", words.show_label);
    add_said(attributes, "data-i18n.hide-password-aria-label", words.hide_label);
    add_said(attributes, "data-i18n.password-shown-announcement", words.shown);
    add_said(attributes, "data-i18n.password-hidden-announcement", words.hidden);
    attributes.insert(attributes.end(), input.field.group_attributes.begin(),
                      input.field.group_attributes.end());
    return attributes;
}

Html password_box(const PasswordInput& input) {
    Input box;
    box.field = input.field;
    box.value = input.value;
    box.type = "password";
    box.spellcheck = false;
    box.autocapitalize = "none";
    box.autocomplete = input.autocomplete;
    box.disabled = input.disabled;
    box.classes = classes_of({"govuk-password-input__input govuk-js-password-input-input", input.classes});
    box.attributes = input.attributes;
    return box_of(box);
}

/// Hidden until the script shows it, which alone can do what it says.
Html password_toggle(const PasswordInput& input) {
    const auto& show = input.words.show;
    const auto& show_label = input.words.show_label;
    return element("button", classes_of({"govuk-button govuk-button--secondary govuk-password-input__toggle "
                                         "govuk-js-password-input-toggle",
                                         input.button_classes}))
        .with("type", "button")
        .with("data-module", "govuk-button")
        .with("aria-controls", id_of(input.field))
        .with("aria-label", show_label.empty() ? "Show password" : std::string_view(show_label))
        .flag("hidden")(show.empty() ? "Show" : std::string_view(show));
}

}  // namespace

Html render(const PasswordInput& input) {
    Field field = input.field;
    field.group_classes = classes_of({"govuk-password-input", field.group_classes});
    field.group_attributes = module_of(input);
    const auto wrapper = div("govuk-input__wrapper govuk-password-input__wrapper");
    return group_of(field, wrapper(password_box(input), password_toggle(input)));
}

}  // namespace govuk
