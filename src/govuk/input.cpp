#include "govuk/input.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

std::string description_of(const Field& field) {
    return description_ids(field.described_by, id_of(field), field.hint, field.error);
}

std::string_view said(std::optional<bool> answer) {
    if (!answer) return {};
    return *answer ? "true" : "false";
}

Html control(const Input& input) {
    const Field& field = input.field;
    const std::string width =
        input.width_chars > 0 ? "govuk-input--width-" + std::to_string(input.width_chars) : "";
    const std::string_view mark = field.error.empty() ? "" : "govuk-input--error";
    return element("input", classes_of({"govuk-input", width, input.classes, mark}))
        .with("id", id_of(field))
        .with("name", field.name)
        .with("type", input.type)
        .with_some("spellcheck", said(input.spellcheck))
        .with_some("value", input.value)
        .flag("disabled", input.disabled)
        .with_some("aria-describedby", description_of(field))
        .with_some("autocomplete", input.autocomplete)
        .with_some("autocapitalize", input.autocapitalize)
        .with_some("pattern", input.pattern)
        .with_some("inputmode", input.input_mode)
        .with_all(input.attributes)();
}

Html affix(std::string_view css_class, const Html& content) {
    return content.empty() ? Html{} : div(css_class).with("aria-hidden", "true")(content);
}

Html control(const Textarea& textarea, std::string_view classes) {
    const Field& field = textarea.field;
    const std::string_view mark = field.error.empty() ? "" : "govuk-textarea--error";
    const std::string count_id = textarea.characters_max > 0 ? id_of(field) + "-info" : "";
    const auto described_by =
        description_ids(classes_of({field.described_by, count_id}), id_of(field), field.hint, field.error);
    // A browser drops a line break right after the tag: one more keeps the first one of the answer.
    const std::string_view guard = textarea.value.starts_with('\n') ? "\n" : "";
    return element("textarea", classes_of({"govuk-textarea", mark, classes}))
        .with("id", id_of(field))
        .with("name", field.name)
        .with("rows", std::to_string(textarea.rows))
        .with_some("spellcheck", said(textarea.spellcheck))
        .flag("disabled", textarea.disabled)
        .with_some("aria-describedby", described_by)
        .with_some("autocomplete", textarea.autocomplete)
        .with_all(textarea.attributes)(guard, textarea.value);
}

Html counted(const Textarea& textarea) {
    Field field = textarea.field;
    const std::string maximum = std::to_string(textarea.characters_max);
    field.group_classes = classes_of({"govuk-character-count", field.group_classes});
    field.group_attributes.insert(field.group_attributes.begin(),
                                  {{"data-module", "govuk-character-count"}, {"data-maxlength", maximum}});
    const auto message = render(Hint{.content = "You can enter up to " + maximum + " characters",
                                     .id = id_of(field) + "-info",
                                     .classes = "govuk-character-count__message"});
    Html box = control(textarea, classes_of({"govuk-js-character-count", textarea.classes}));
    return group_of(field, box.add(message));
}

}  // namespace

Html render(const Input& input) {
    const auto box = control(input);
    if (input.prefix.empty() && input.suffix.empty()) return group_of(input.field, box);
    return group_of(input.field, div("govuk-input__wrapper")(affix("govuk-input__prefix", input.prefix), box,
                                                             affix("govuk-input__suffix", input.suffix)));
}

Html render(const Textarea& textarea) {
    if (textarea.characters_max > 0) return counted(textarea);
    return group_of(textarea.field, control(textarea, textarea.classes));
}

Html render(const PasswordInput& input) {
    Field field = input.field;
    field.group_classes = classes_of({"govuk-password-input", field.group_classes});
    field.group_attributes.insert(field.group_attributes.begin(), {"data-module", "govuk-password-input"});

    Input box;
    box.field = input.field;
    box.type = "password";
    box.spellcheck = false;
    box.autocapitalize = "none";
    box.autocomplete = input.autocomplete;
    box.classes = classes_of({"govuk-password-input__input govuk-js-password-input-input", input.classes});
    box.attributes = input.attributes;

    // Shown by the script, which alone can do what it says.
    const auto toggle = element("button",
                                "govuk-button govuk-button--secondary govuk-password-input__toggle "
                                "govuk-js-password-input-toggle")
                            .with("type", "button")
                            .with("data-module", "govuk-button")
                            .with("aria-controls", id_of(field))
                            .with("aria-label", "Show password")
                            .flag("hidden")("Show");
    return group_of(field, div("govuk-input__wrapper govuk-password-input__wrapper")(control(box), toggle));
}

Html render(const Select& select) {
    const Field& field = select.field;
    Html options;
    for (const auto& option : select.options) {
        const bool chosen = option.selected || (!select.value.empty() && option.value == select.value);
        options.add(element("option")
                        .with("value", option.value)
                        .flag("selected", chosen)
                        .flag("disabled", option.disabled)
                        .with_all(option.attributes)(option.text));
    }
    const std::string_view mark = field.error.empty() ? "" : "govuk-select--error";
    const auto box = element("select", classes_of({"govuk-select", select.classes, mark}))
                         .with("id", id_of(field))
                         .with("name", field.name)
                         .flag("disabled", select.disabled)
                         .with_some("aria-describedby", description_of(field))
                         .with_all(select.attributes);
    return group_of(field, box(options));
}

}  // namespace govuk
