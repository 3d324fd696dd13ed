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

Html render_affix(std::string_view css_class, const Affix& affix) {
    if (affix.content.empty()) return {};
    return div(classes_of({css_class, affix.classes}))
        .with("aria-hidden", "true")
        .with_all(affix.attributes)(affix.content);
}

}  // namespace

Html box_of(const Input& input) {
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

Html box_of(const Textarea& textarea) {
    const Field& field = textarea.field;
    const std::string_view mark = field.error.empty() ? "" : "govuk-textarea--error";
    // A browser drops a line break right after the tag: one more keeps the first one of the answer.
    const std::string_view guard = textarea.value.starts_with('\n') ? "\n" : "";
    return element("textarea", classes_of({"govuk-textarea", mark, textarea.classes}))
        .with("id", id_of(field))
        .with("name", field.name)
        .with("rows", std::to_string(textarea.rows))
        .with_some("spellcheck", said(textarea.spellcheck))
        .flag("disabled", textarea.disabled)
        .with_some("aria-describedby", description_of(field))
        .with_some("autocomplete", textarea.autocomplete)
        .with_all(textarea.attributes)(guard, textarea.value);
}

Html render(const Input& input) {
    const auto box = box_of(input);
    if (input.prefix.content.empty() && input.suffix.content.empty()) return group_of(input.field, box);
    const auto wrapper =
        div(classes_of({"govuk-input__wrapper", input.wrapper_classes})).with_all(input.wrapper_attributes);
    return group_of(input.field, wrapper(render_affix("govuk-input__prefix", input.prefix), box,
                                         render_affix("govuk-input__suffix", input.suffix)));
}

Html render(const Textarea& textarea) {
    return group_of(textarea.field, box_of(textarea));
}

Html render(const Select& select) {
    const Field& field = select.field;
    Html options;
    for (const auto& option : select.options) {
        const std::string value = option.value.value_or(option.text);
        const bool chosen = option.selected.value_or(!select.value.empty() && value == select.value);
        auto row = element("option");
        if (option.value) row.with("value", value);
        options.add(std::move(row)
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
