#include "govuk/choices.h"

#include <algorithm>

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

/// Names of classes and types that differ between the two.
struct Kind {
    std::string_view block;  // "govuk-radios"
    std::string_view type;
};

constexpr Kind radio_kind{"govuk-radios", "radio"};
constexpr Kind checkbox_kind{"govuk-checkboxes", "checkbox"};

std::string named(const Kind& kind, std::string_view part) {
    return std::string(kind.block).append(part);
}

struct Chosen {
    const Choice& choice;
    std::string id;
    std::string name;
    std::string described_by;
    bool checked;
};

Html render_choice(const Kind& kind, const Chosen& chosen) {
    const Choice& choice = chosen.choice;
    const std::string conditional_id = "conditional-" + chosen.id;
    const std::string hint_id = choice.hint.empty() ? "" : chosen.id + "-item-hint";
    const auto input = element("input", named(kind, "__input"))
                           .with("id", chosen.id)
                           .with("name", chosen.name)
                           .with("type", kind.type)
                           .with("value", choice.value)
                           .flag("checked", chosen.checked)
                           .flag("disabled", choice.disabled)
                           .with_some("data-aria-controls", choice.reveals.empty() ? "" : conditional_id)
                           .with_some("data-behaviour", choice.excludes_others ? "exclusive" : "")
                           .with_some("aria-describedby", classes_of({chosen.described_by, hint_id}))
                           .with_all(choice.attributes)();
    const auto label = render(Label{.content = choice.content,
                                    .for_id = chosen.id,
                                    .classes = classes_of({named(kind, "__label"), choice.label_classes}),
                                    .attributes = choice.label_attributes});
    const auto hint =
        choice.hint.empty()
            ? Html{}
            : render(Hint{.content = choice.hint, .id = hint_id, .classes = named(kind, "__hint")});
    Html item = div(named(kind, "__item"))(input, label, hint);
    if (choice.reveals.empty()) return item;

    const std::string hidden = chosen.checked ? "" : named(kind, "__conditional--hidden");
    return item.add(
        div(classes_of({named(kind, "__conditional"), hidden})).with("id", conditional_id)(choice.reveals));
}

std::string prefix_of(const ChoiceGroup& group) {
    return group.id_prefix.empty() ? group.name : group.id_prefix;
}

/// The first has no number: an error summary links to it by the name of the group.
std::string item_id(const ChoiceGroup& group, const Choice& choice, std::size_t number) {
    if (!choice.id.empty()) return choice.id;
    return number == 1 ? prefix_of(group) : prefix_of(group) + "-" + std::to_string(number);
}

template <class IsChecked>
Html render_items(const Kind& kind, const ChoiceGroup& group, std::string_view described_by,
                  const IsChecked& is_checked) {
    Html items;
    std::size_t number = 0;
    for (const auto& item : group.items) {
        ++number;
        if (const auto* divider = std::get_if<Divider>(&item)) {
            items.add(div(named(kind, "__divider"))(divider->text));
            continue;
        }
        const auto& choice = std::get<Choice>(item);
        const std::string name = choice.name.empty() ? group.name : choice.name;
        items.add(
            render_choice(kind, {choice, item_id(group, choice, number), name, std::string(described_by),
                                 choice.checked.value_or(is_checked(choice))}));
    }
    return div(classes_of({kind.block, group.classes}))
        .with_all(group.attributes)
        .with("data-module", kind.block)(items);
}

Html render_group(const ChoiceGroup& group, const std::string& described_by, const Html& items) {
    Html inner = hint_and_error(prefix_of(group), group.hint, group.error);
    inner.add(items);
    if (group.fieldset) {
        Fieldset fieldset = *group.fieldset;
        fieldset.described_by = described_by;
        inner = render(fieldset, inner);
    }
    return form_group(group.error, group.group_classes, group.group_attributes)(inner);
}

std::string description_of(const ChoiceGroup& group) {
    const bool by_fieldset = group.fieldset && !group.fieldset->described_by.empty();
    const auto& given = by_fieldset ? group.fieldset->described_by : group.described_by;
    return description_ids(given, prefix_of(group), group.hint, group.error);
}

}  // namespace

Html render(const Radios& radios) {
    const auto chosen = [&](const Choice& choice) {
        return !radios.value.empty() && choice.value == radios.value;
    };
    return render_group(radios.group, description_of(radios.group),
                        render_items(radio_kind, radios.group, "", chosen));
}

Html render(const Checkboxes& checkboxes) {
    const auto chosen = [&](const Choice& choice) {
        return std::find(checkboxes.values.begin(), checkboxes.values.end(), choice.value) !=
               checkboxes.values.end();
    };
    // Without a fieldset nothing else says the hint and the error of the group aloud.
    const auto description = description_of(checkboxes.group);
    const auto items =
        render_items(checkbox_kind, checkboxes.group, checkboxes.group.fieldset ? "" : description, chosen);
    return render_group(checkboxes.group, description, items);
}

}  // namespace govuk
