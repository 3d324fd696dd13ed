#include "govuk/field.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

std::string size_class(std::string_view block, Size size) {
    switch (size) {
        case Size::Regular: return {};
        case Size::Small: return std::string(block) + "--s";
        case Size::Medium: return std::string(block) + "--m";
        case Size::Large: return std::string(block) + "--l";
        case Size::ExtraLarge: return std::string(block) + "--xl";
    }
    return {};
}

}  // namespace

Html render(const Label& label) {
    if (label.content.empty()) return {};
    const auto classes = classes_of({"govuk-label", size_class("govuk-label", label.size), label.classes});
    const auto whole =
        element("label", classes).with_all(label.attributes).with_some("for", label.for_id)(label.content);
    return label.is_page_heading ? h1("govuk-label-wrapper")(whole) : whole;
}

Html render(const Hint& hint) {
    return div(classes_of({"govuk-hint", hint.classes}))
        .with_some("id", hint.id)
        .with_all(hint.attributes)(hint.content);
}

Html render(const ErrorMessage& message) {
    const auto paragraph = p(classes_of({"govuk-error-message", message.classes}))
                               .with_some("id", message.id)
                               .with_all(message.attributes);
    if (message.said_before.empty()) return paragraph(message.content);
    return paragraph(span("govuk-visually-hidden")(message.said_before, ":"), " ", message.content);
}

Html render(const Fieldset& fieldset, const Html& content) {
    const Legend& legend = fieldset.legend;
    Html head;
    if (!legend.content.empty()) {
        const auto classes = classes_of(
            {"govuk-fieldset__legend", size_class("govuk-fieldset__legend", legend.size), legend.classes});
        const auto words =
            legend.is_page_heading ? h1("govuk-fieldset__heading")(legend.content) : legend.content;
        head = element("legend", classes)(words);
    }
    return element("fieldset", classes_of({"govuk-fieldset", fieldset.classes}))
        .with_some("role", fieldset.role)
        .with_some("aria-describedby", fieldset.described_by)
        .with_all(fieldset.attributes)(head, content);
}

std::string id_of(const Field& field) {
    return field.id.empty() ? field.name : field.id;
}

std::string description_ids(std::string_view given, std::string_view id, const Html& hint,
                            const Html& error) {
    const std::string hint_id = hint.empty() ? "" : std::string(id) + "-hint";
    const std::string error_id = error.empty() ? "" : std::string(id) + "-error";
    return classes_of({given, hint_id, error_id});
}

Html hint_and_error(std::string_view id, const Html& hint, const Html& error) {
    Html both;
    if (!hint.empty()) both.add(render(Hint{.content = hint, .id = std::string(id) + "-hint"}));
    if (!error.empty()) both.add(render(ErrorMessage{.content = error, .id = std::string(id) + "-error"}));
    return both;
}

html::Element form_group(const Html& error, std::string_view classes, const Attributes& attributes) {
    const std::string_view mark = error.empty() ? "" : "govuk-form-group--error";
    return div(classes_of({"govuk-form-group", mark, classes})).with_all(attributes);
}

Html group_of(const Field& field, const Html& control) {
    Label label = field.label;
    label.for_id = id_of(field);
    return form_group(field.error, field.group_classes, field.group_attributes)(
        render(label), hint_and_error(id_of(field), field.hint, field.error), control);
}

}  // namespace govuk
