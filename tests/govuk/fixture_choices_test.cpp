#include <cctype>
#include <utility>

#include "govuk/choices.h"
#include "govuk/date_input.h"
#include "govuk/fixture_components.h"

namespace fixtures {

namespace {

using namespace govuk;

ChoiceItem choice_of(const Options& item) {
    if (item.has("divider")) return Divider{item.text("divider")};
    Choice choice;
    choice.value = item.text("value");
    choice.content = item.content();
    choice.hint = item.content_of("hint");
    choice.checked = item.answer("checked");
    choice.disabled = item.flag("disabled");
    if (const auto conditional = item.child("conditional")) choice.reveals = conditional->content();
    choice.excludes_others = item.text("behaviour") == "exclusive";
    choice.id = item.text("id");
    choice.name = item.text("name");
    choice.attributes = item.attributes();
    if (const auto label = item.child("label")) {
        choice.label_classes = label->text("classes");
        choice.label_attributes = label->attributes();
    }
    return choice;
}

ChoiceGroup choice_group_of(const Options& options) {
    ChoiceGroup group;
    group.name = options.text("name");
    if (const auto fieldset = options.child("fieldset")) group.fieldset = fieldset_of(*fieldset);
    group.hint = options.content_of("hint");
    group.error = options.content_of("errorMessage");
    group.id_prefix = options.text("idPrefix");
    group.described_by = options.text("describedBy");
    group.classes = options.text("classes");
    group.attributes = options.attributes();
    if (const auto around = options.child("formGroup")) {
        group.group_classes = around->text("classes");
        group.group_attributes = around->attributes();
    }
    // Items that are not there are counted all the same.
    const bool gaps = options.has_gaps("items");
    for (const auto& item : options.list("items")) {
        auto one = choice_of(item);
        auto* choice = std::get_if<Choice>(&one);
        if (gaps && choice != nullptr && item.place() != "1") choice->id = group.name + "-" + item.place();
        group.items.push_back(std::move(one));
    }
    return group;
}

Html render_radios(const Options& options) {
    const auto value = options.text("value");
    return render(Radios{choice_group_of(options), value});
}

Html render_checkboxes(const Options& options) {
    const auto values = options.texts("values");
    return render(Checkboxes{choice_group_of(options), values});
}

DatePart date_part_of(const Options& options, DatePart part) {
    if (options.has("name")) part.name = options.text("name");
    if (options.has("label")) part.label = options.text("label");
    if (options.has("value")) part.value = options.text("value");
    part.has_error = options.answer("error");
    part.id = options.text("id");
    part.classes = options.text("classes");
    part.autocomplete = options.text("autocomplete");
    part.pattern = options.text("pattern");
    if (options.has("inputmode")) part.input_mode = options.text("inputmode");
    part.attributes = options.attributes();
    return part;
}

/// The older way to say the parts: each in the place of the part that it is, or in the next one free.
void read_items(DateInput& date, const std::vector<Options>& items) {
    if (items.empty()) return;
    const DateInput given = date;
    std::optional<DatePart>* const places[] = {&date.day, &date.month, &date.year};
    const std::optional<DatePart> parts[] = {given.day, given.month, given.year};
    for (auto* place : places) place->reset();
    std::size_t free = 0;
    for (const auto& item : items) {
        const auto name = item.text("name");
        std::size_t at = 0;
        while (at < 3 && !(parts[at] && parts[at]->name == name)) ++at;
        if (at == 3) {
            DatePart other{.name = name, .label = name};
            other.label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
            auto& part = places[free++]->emplace(date_part_of(item, other));
            part.classes = "govuk-input--width-2" + (part.classes.empty() ? "" : " " + part.classes);
        } else {
            *places[at] = date_part_of(item, *parts[at]);
        }
    }
}

void read_value(DateInput& date, std::optional<DatePart>& part, const Options& values) {
    if (!part) return;
    const auto prefixed = (date.name_prefix.empty() ? "" : date.name_prefix + "-") + part->name;
    for (const auto& key : {part->name, prefixed}) {
        if (!values.has(key)) continue;
        const auto value = values.text(key);
        if (part->value.empty()) part->value = value;
    }
}

Html render_date_input(const Options& options) {
    DateInput date;
    date.id = options.text("id");
    date.name_prefix = options.text("namePrefix");
    if (const auto fieldset = options.child("fieldset")) date.fieldset = fieldset_of(*fieldset);
    date.hint = options.content_of("hint");
    date.error = options.content_of("errorMessage");
    date.classes = options.text("classes");
    date.attributes = options.attributes();
    if (const auto group = options.child("formGroup")) {
        date.group_classes = group->text("classes");
        date.group_attributes = group->attributes();
    }
    for (auto* part : {&date.day, &date.month, &date.year}) {
        const std::string name = (*part)->name;
        if (const auto own = options.child(name)) *part = date_part_of(*own, **part);
        if (options.answer(name) == false) part->reset();
    }
    read_items(date, options.list("items"));
    if (const auto values = options.child("values")) {
        for (auto* part : {&date.day, &date.month, &date.year}) read_value(date, *part, *values);
    }
    return render(date);
}

}  // namespace

std::map<std::string, Renderer> choice_renderers() {
    return {
        {"checkboxes", render_checkboxes},
        {"date-input", render_date_input},
        {"radios", render_radios},
    };
}

}  // namespace fixtures
