#include "govuk/button.h"

#include "govuk/classes.h"
#include "govuk/prose.h"

namespace govuk {

using namespace html;

namespace {

std::string_view class_of(ButtonKind kind) {
    switch (kind) {
        case ButtonKind::Primary: return {};
        case ButtonKind::Secondary: return "govuk-button--secondary";
        case ButtonKind::Warning: return "govuk-button--warning";
        case ButtonKind::Inverse: return "govuk-button--inverse";
        case ButtonKind::Start: return "govuk-button--start";
    }
    return {};
}

std::string_view name_of(ButtonType type) {
    switch (type) {
        case ButtonType::Submit: return "submit";
        case ButtonType::Button: return "button";
        case ButtonType::Reset: return "reset";
    }
    return {};
}

Html start_icon() {
    const auto arrow = element("path").with("fill", "currentColor").with("d", "M0 0h13l20 20-20 20H0l20-20z");
    return element("svg", "govuk-button__start-icon")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", "17.5")
        .with("height", "19")
        .with("viewBox", "0 0 33 40")
        .with("aria-hidden", "true")
        .with("focusable", "false")(arrow());
}

/// The start button is a flexible box, where blanks between elements are lost: one element keeps them.
Html words_of(const Button& button) {
    const bool wrapped = button.kind == ButtonKind::Start && has_markup(button.content);
    return wrapped ? span()(button.content) : button.content;
}

}  // namespace

Html render(const Button& button) {
    const auto classes =
        classes_of({"govuk-button", button.kind == ButtonKind::Start ? "" : class_of(button.kind),
                    button.classes, button.kind == ButtonKind::Start ? class_of(button.kind) : ""});
    const auto icon = button.kind == ButtonKind::Start ? start_icon() : Html{};
    const auto content = words_of(button);
    const auto prevents = button.prevents_double_click;
    if (!button.href.empty()) {
        return element("a", classes)
            .with("href", button.href)
            .with("role", "button")
            .with("draggable", "false")
            .with("data-module", "govuk-button")
            .with_all(button.attributes)
            .with_some("id", button.id)(content, icon);
    }
    return element("button", classes)
        .with("type", name_of(button.type))
        .with_some("value", button.value)
        .with_some("name", button.name)
        .flag("disabled", button.disabled)
        .with_some("aria-disabled", button.disabled ? "true" : "")
        .with_some("data-prevent-double-click", !prevents   ? ""
                                                : *prevents ? "true"
                                                            : "false")
        .with("data-module", "govuk-button")
        .with_all(button.attributes)
        .with_some("id", button.id)(content, icon);
}

Html render(const ButtonOrLink& one, const Look& look) {
    if (!one.href.empty() && one.type != ButtonType::Button) {
        return a(one.href, classes_of({"govuk-link", look.link, one.classes}))
            .with_all(one.attributes)(one.content);
    }
    return render(Button{.content = one.content,
                         .href = one.href,
                         .name = one.name,
                         .value = one.value,
                         .type = one.type.value_or(ButtonType::Button),
                         .classes = classes_of({look.button, one.classes}),
                         .attributes = one.attributes});
}

Html hidden_field(std::string_view name, std::string_view value) {
    return element("input").with("type", "hidden").with("name", name).with("value", value)();
}

Html render(const ButtonForm& form) {
    Html fields;
    for (const auto& [name, value] : form.hidden) fields.add(hidden_field(name, value));
    return element("form")
        .with("method", "post")
        .with("action", form.action)
        .flag("novalidate")(fields, render(form.button));
}

Html button_group(const std::vector<Html>& buttons_and_links) {
    Html all;
    for (const auto& one : buttons_and_links) all.add(one);
    return div("govuk-button-group")(all);
}

}  // namespace govuk
