#include "govuk/date_input.h"

#include "govuk/classes.h"
#include "govuk/input.h"

namespace govuk {

using namespace html;

namespace {

constexpr std::string_view error_class = "govuk-input--error";

bool says_error(const DatePart& part) {
    return part.has_error.value_or(false) || part.classes.find(error_class) != std::string::npos;
}

bool any_part_has_error(const DateInput& date) {
    return (date.day && says_error(*date.day)) || (date.month && says_error(*date.month)) ||
           (date.year && says_error(*date.year));
}

/// Where no part is singled out, an error is one of the whole date.
bool is_wrong(const DateInput& date, const DatePart& part) {
    return part.has_error.value_or(says_error(part) || (!date.error.empty() && !any_part_has_error(date)));
}

Html render_part(const DateInput& date, const std::optional<DatePart>& asked, std::string_view width) {
    if (!asked) return {};
    const DatePart& part = *asked;
    const bool own_width = part.classes.find("govuk-input--width-") != std::string::npos;
    const bool own_mark = part.classes.find(error_class) != std::string::npos;
    Input input;
    input.field.name = (date.name_prefix.empty() ? "" : date.name_prefix + "-") + part.name;
    input.field.id = part.id.empty() ? date.id + "-" + part.name : part.id;
    input.field.label = Label{.content = part.label, .classes = "govuk-date-input__label"};
    input.value = part.value;
    input.input_mode = part.input_mode;
    input.autocomplete = part.autocomplete;
    input.pattern = part.pattern;
    input.attributes = part.attributes;
    input.classes =
        classes_of({"govuk-date-input__input", is_wrong(date, part) && !own_mark ? error_class : "",
                    own_width ? "" : width, part.classes});
    return div("govuk-date-input__item")(render(input));
}

}  // namespace

Html render(const DateInput& date) {
    const auto boxes = div(classes_of({"govuk-date-input", date.classes}))
                           .with_all(date.attributes)
                           .with_some("id", date.id)(render_part(date, date.day, "govuk-input--width-2"),
                                                     render_part(date, date.month, "govuk-input--width-2"),
                                                     render_part(date, date.year, "govuk-input--width-4"));

    Html inner = hint_and_error(date.id, date.hint, date.error);
    inner.add(boxes);
    if (date.fieldset) {
        Fieldset fieldset = *date.fieldset;
        fieldset.role = "group";  // else JAWS does not read its description before text boxes
        fieldset.described_by = description_ids(fieldset.described_by, date.id, date.hint, date.error);
        inner = render(fieldset, inner);
    }
    return form_group(date.error, date.group_classes, date.group_attributes)(inner);
}

}  // namespace govuk
