#include <algorithm>
#include <utility>

#include "govuk/choices.h"
#include "govuk/date_input.h"
#include "govuk/field.h"
#include "govuk/fixture_components.h"
#include "govuk/input.h"

namespace fixtures {

namespace {

using namespace govuk;

Size take_size(std::string& classes, const std::string& block) {
    const std::pair<const char*, Size> sizes[] = {
        {"--s", Size::Small}, {"--m", Size::Medium}, {"--l", Size::Large}, {"--xl", Size::ExtraLarge}};
    for (const auto& [end, size] : sizes) {
        if (take_class(classes, block + end)) return size;
    }
    return Size::Regular;
}

Label label_of(const Options& options) {
    Label label;
    label.content = options.content();
    label.is_page_heading = options.flag("isPageHeading");
    label.for_id = options.text("for");
    label.classes = options.text("classes");
    label.size = take_size(label.classes, "govuk-label");
    label.attributes = options.attributes();
    return label;
}

Fieldset fieldset_of(const Options& options) {
    Fieldset fieldset;
    if (const auto legend = options.child("legend")) {
        fieldset.legend.content = legend->content();
        fieldset.legend.is_page_heading = legend->flag("isPageHeading");
        fieldset.legend.classes = legend->text("classes");
        fieldset.legend.size = take_size(fieldset.legend.classes, "govuk-fieldset__legend");
    }
    fieldset.role = options.text("role");
    fieldset.described_by = options.text("describedBy");
    fieldset.classes = options.text("classes");
    fieldset.attributes = options.attributes();
    return fieldset;
}

Field field_of(const Options& options) {
    Field field;
    field.name = options.text("name");
    field.id = options.text("id");
    if (const auto label = options.child("label")) field.label = label_of(*label);
    field.hint = options.content_of("hint");
    field.error = options.content_of("errorMessage");
    field.described_by = options.text("describedBy");
    if (const auto group = options.child("formGroup")) {
        field.group_classes = group->text("classes");
        field.group_attributes = group->attributes();
    }
    return field;
}

Html render_input(const Options& options) {
    Input input;
    input.field = field_of(options);
    input.value = options.text("value");
    if (options.has("type")) input.type = options.text("type");
    input.input_mode = options.text("inputmode");
    input.autocomplete = options.text("autocomplete");
    input.autocapitalize = options.text("autocapitalize");
    input.pattern = options.text("pattern");
    input.spellcheck = options.answer("spellcheck");
    input.disabled = options.flag("disabled");
    input.prefix = options.content_of("prefix");
    input.suffix = options.content_of("suffix");
    input.classes = options.text("classes");
    for (const int width : {2, 3, 4, 5, 10, 20, 30}) {
        if (take_class(input.classes, "govuk-input--width-" + std::to_string(width)))
            input.width_chars = width;
    }
    input.attributes = options.attributes();
    return render(input);
}

Textarea textarea_of(const Options& options) {
    Textarea textarea;
    textarea.field = field_of(options);
    textarea.value = options.text("value");
    textarea.rows = options.number("rows", 5);
    textarea.autocomplete = options.text("autocomplete");
    textarea.spellcheck = options.answer("spellcheck");
    textarea.classes = options.text("classes");
    textarea.attributes = options.attributes();
    return textarea;
}

Html render_textarea(const Options& options) {
    return render(textarea_of(options));
}

Html render_character_count(const Options& options) {
    Textarea textarea = textarea_of(options);
    textarea.characters_max = options.number("maxlength", 0);
    if (textarea.characters_max == 0) options.give_up("no limit in characters");
    return render(textarea);
}

Html render_password_input(const Options& options) {
    PasswordInput input;
    input.field = field_of(options);
    if (options.has("autocomplete")) input.autocomplete = options.text("autocomplete");
    input.classes = options.text("classes");
    input.attributes = options.attributes();
    return render(input);
}

Html render_select(const Options& options) {
    Select select;
    select.field = field_of(options);
    select.value = options.text("value");
    select.classes = options.text("classes");
    select.attributes = options.attributes();
    for (const auto& item : options.list("items")) {
        if (!item.has("value")) item.give_up("an option without a value");
        const auto selected = item.answer("selected");
        Option option{item.text("value"), item.text("text"), selected.value_or(false), item.flag("disabled"),
                      item.attributes()};
        if (selected == false && option.value == select.value)
            item.give_up("not selected although its value is");
        select.options.push_back(std::move(option));
    }
    return render(select);
}

ChoiceItem choice_of(const Options& item, const std::vector<std::string>& values) {
    if (item.has("divider")) return Divider{item.text("divider")};
    Choice choice;
    choice.value = item.text("value");
    choice.content = item.content();
    choice.hint = item.content_of("hint");
    const auto checked = item.answer("checked");
    choice.checked = checked.value_or(false);
    if (checked == false && std::find(values.begin(), values.end(), choice.value) != values.end()) {
        item.give_up("not checked although its value is");
    }
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

ChoiceGroup choice_group_of(const Options& options, const std::vector<std::string>& values) {
    ChoiceGroup group;
    group.name = options.text("name");
    if (const auto fieldset = options.child("fieldset")) group.fieldset = fieldset_of(*fieldset);
    group.hint = options.content_of("hint");
    group.error = options.content_of("errorMessage");
    group.id_prefix = options.text("idPrefix");
    group.described_by = options.text("describedBy");
    group.classes = options.text("classes");
    group.attributes = options.attributes();
    if (const auto around = options.child("formGroup")) group.group_classes = around->text("classes");
    if (options.has_gaps("items")) options.give_up("items that are not there, yet counted");
    for (const auto& item : options.list("items")) group.items.push_back(choice_of(item, values));
    return group;
}

Html render_radios(const Options& options) {
    const auto value = options.text("value");
    return render(Radios{choice_group_of(options, {value}), value});
}

Html render_checkboxes(const Options& options) {
    const auto values = options.texts("values");
    return render(Checkboxes{choice_group_of(options, values), values});
}

void read_part(DatePart& part, const Options& options) {
    if (options.has("name")) part.name = options.text("name");
    if (options.has("label")) part.label = options.text("label");
    if (options.has("value")) part.value = options.text("value");
    part.has_error = options.answer("error");
    part.id = options.text("id");
    part.classes = options.text("classes");
    if (part.classes.find("govuk-input--error") != std::string::npos) part.has_error = true;
    if (take_class(part.classes, "govuk-input--width-2 govuk-input--error") ||
        part.classes.find("govuk-input--error") != std::string::npos) {
        options.give_up("an error said by a class");
    }
    part.autocomplete = options.text("autocomplete");
    part.pattern = options.text("pattern");
    if (options.has("inputmode")) part.input_mode = options.text("inputmode");
    part.attributes = options.attributes();
}

void read_items(DateInput& date, const std::vector<Options>& items) {
    if (items.empty()) return;
    DatePart* const parts[] = {&date.day, &date.month, &date.year};
    const char* const names[] = {"day", "month", "year"};
    if (items.size() != 3) return items.front().give_up("other parts than day, month and year");
    for (std::size_t i = 0; i < 3; ++i) {
        if (items[i].text("name") != names[i]) items[i].give_up("a part of another name");
        read_part(*parts[i], items[i]);
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
    if (const auto group = options.child("formGroup")) date.group_classes = group->text("classes");
    const auto values = options.child("values");
    for (auto* part : {&date.day, &date.month, &date.year}) {
        const std::string name = part->name;
        if (options.answer(name) == false) options.give_up("a date without one of its parts");
        if (const auto own = options.child(name)) read_part(*part, *own);
        if (!values) continue;
        const auto prefixed = (date.name_prefix.empty() ? "" : date.name_prefix + "-") + name;
        for (const auto& key : {name, prefixed}) {
            if (values->has(key) && part->value.empty()) part->value = values->text(key);
        }
    }
    read_items(date, options.list("items"));
    return render(date);
}

Html render_error_message(const Options& options) {
    ErrorMessage message;
    message.content = options.content();
    message.id = options.text("id");
    if (options.answer("visuallyHiddenText") == false)
        message.said_before.clear();
    else if (options.has("visuallyHiddenText"))
        message.said_before = options.text("visuallyHiddenText");
    message.classes = options.text("classes");
    message.attributes = options.attributes();
    return render(message);
}

Html render_fieldset(const Options& options) {
    const auto inner = options.content("html", "none");
    return render(fieldset_of(options), inner);
}

Html render_hint(const Options& options) {
    return render(Hint{options.content(), options.text("id"), options.text("classes"), options.attributes()});
}

}  // namespace

std::map<std::string, Renderer> field_renderers() {
    return {
        {"character-count", render_character_count},
        {"checkboxes", render_checkboxes},
        {"date-input", render_date_input},
        {"error-message", render_error_message},
        {"fieldset", render_fieldset},
        {"hint", render_hint},
        {"input", render_input},
        {"label", [](const Options& options) { return render(label_of(options)); }},
        {"password-input", render_password_input},
        {"radios", render_radios},
        {"select", render_select},
        {"textarea", render_textarea},
    };
}

}  // namespace fixtures
