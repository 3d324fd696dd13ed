#include "govuk/fixture_components.h"

#include "govuk/button.h"
#include "govuk/choices.h"
#include "govuk/date_input.h"
#include "govuk/error_summary.h"
#include "govuk/field.h"
#include "govuk/input.h"
#include "govuk/navigation.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"

#include <algorithm>
#include <utility>

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

Html render_button(const Options& options) {
    Button button;
    button.content = options.content();
    button.classes = options.text("classes");
    if (take_class(button.classes, "govuk-button--secondary")) button.kind = ButtonKind::Secondary;
    else if (take_class(button.classes, "govuk-button--warning")) button.kind = ButtonKind::Warning;
    else if (take_class(button.classes, "govuk-button--inverse")) button.kind = ButtonKind::Inverse;
    if (options.flag("isStartButton")) {
        if (button.kind != ButtonKind::Primary) options.give_up("a start button of another kind");
        if (options.is_markup()) options.give_up("a start button with markup, which the template wraps");
        button.kind = ButtonKind::Start;
    }
    button.href = options.text("href");
    button.name = options.text("name");
    button.value = options.text("value");
    button.id = options.text("id");
    const auto type = options.text("type");
    button.type = type == "button" ? ButtonType::Button : type == "reset" ? ButtonType::Reset : ButtonType::Submit;
    button.disabled = options.flag("disabled");
    const auto prevents = options.answer("preventDoubleClick");
    if (prevents == false) options.give_up("says that it does not prevent a double click");
    button.prevents_double_click = prevents.value_or(false);
    button.attributes = options.attributes();
    return render(button);
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
        if (take_class(input.classes, "govuk-input--width-" + std::to_string(width))) input.width_chars = width;
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

Html render_textarea(const Options& options) { return render(textarea_of(options)); }

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
        Option option{item.text("value"), item.text("text"), selected.value_or(false), item.flag("disabled"), item.attributes()};
        if (selected == false && option.value == select.value) item.give_up("not selected although its value is");
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

Html render_error_summary(const Options& options) {
    ErrorSummary summary;
    summary.title = options.content("titleHtml", "titleText");
    summary.description = options.content("descriptionHtml", "descriptionText");
    for (const auto& item : options.list("errorList")) {
        summary.errors.push_back({item.text("href"), item.content(), item.attributes()});
    }
    if (summary.errors.empty() && summary.description.empty()) options.give_up("no error at all");
    summary.classes = options.text("classes");
    summary.attributes = options.attributes();
    return render(summary);
}

std::vector<Action> actions_of(const Options& options) {
    std::vector<Action> actions;
    for (const auto& item : options.list("items")) {
        actions.push_back({item.text("href"), item.content(), item.text("visuallyHiddenText"), item.text("classes"), item.attributes()});
    }
    return actions;
}

SummaryRow summary_row_of(const Options& options) {
    SummaryRow row;
    if (const auto key = options.child("key")) {
        row.key = key->content();
        row.key_classes = key->text("classes");
    }
    if (const auto value = options.child("value")) {
        row.value = value->content();
        row.value_classes = value->text("classes");
    }
    if (const auto actions = options.child("actions")) {
        row.actions = actions_of(*actions);
        row.actions_classes = actions->text("classes");
    }
    row.classes = options.text("classes");
    return row;
}

Html render_summary_list(const Options& options) {
    SummaryList list;
    for (const auto& row : options.list("rows")) list.rows.push_back(summary_row_of(row));
    if (const auto card = options.child("card")) {
        list.card.emplace();
        if (const auto title = card->child("title")) {
            list.card->title = title->content();
            list.card->heading_level = title->number("headingLevel", 2);
        }
        if (const auto actions = card->child("actions")) list.card->actions = actions_of(*actions);
        list.card->classes = card->text("classes");
        list.card->attributes = card->attributes();
    }
    list.classes = options.text("classes");
    list.attributes = options.attributes();
    return render(list);
}

Cell cell_of(const Options& options) {
    Cell cell;
    cell.content = options.content();
    cell.format = options.text("format") == "numeric" ? CellFormat::Numeric : CellFormat::Text;
    cell.column_span = options.number("colspan", 1);
    cell.row_span = options.number("rowspan", 1);
    cell.classes = options.text("classes");
    cell.attributes = options.attributes();
    return cell;
}

Html render_table(const Options& options) {
    Table table;
    table.caption = options.text("caption");
    table.caption_classes = options.text("captionClasses");
    for (const auto& cell : options.list("head")) table.head.push_back(cell_of(cell));
    for (const auto& row : options.rows("rows")) {
        auto& cells = table.rows.emplace_back();
        for (const auto& cell : row) cells.push_back(cell_of(cell));
    }
    table.first_cell_is_header = options.flag("firstCellIsHeader");
    table.classes = options.text("classes");
    table.attributes = options.attributes();
    return render(table);
}

Tag tag_of(const Options& options) {
    Tag tag;
    tag.content = options.content();
    tag.classes = options.text("classes");
    const std::pair<const char*, TagColour> colours[] = {
        {"grey", TagColour::Grey},     {"green", TagColour::Green},     {"teal", TagColour::Teal},
        {"blue", TagColour::Blue},     {"purple", TagColour::Purple},   {"magenta", TagColour::Magenta},
        {"red", TagColour::Red},       {"orange", TagColour::Orange},   {"yellow", TagColour::Yellow}};
    for (const auto& [name, colour] : colours) {
        if (take_class(tag.classes, std::string("govuk-tag--") + name)) tag.colour = colour;
    }
    tag.attributes = options.attributes();
    return tag;
}

Html render_panel(const Options& options) {
    Panel panel;
    panel.title = options.content("titleHtml", "titleText");
    panel.content = options.content();
    panel.heading_level = options.number("headingLevel", 1);
    panel.classes = options.text("classes");
    if (take_class(panel.classes, "govuk-panel--interruption")) panel.kind = PanelKind::Interruption;
    if (const auto actions = options.child("actions")) {
        if (actions->has("classes") || actions->has("attributes")) actions->give_up("classes around the actions");
        if (panel.kind == PanelKind::Confirmation) actions->give_up("actions where they are not shown");
        for (const auto& item : actions->list("items")) {
            const auto type = item.text("type");
            panel.actions.push_back({item.text("text"), item.text("href"), type == "button", type == "submit", item.text("classes"), item.attributes()});
        }
        if (panel.actions.empty()) actions->give_up("a group of no actions");
    }
    panel.attributes = options.attributes();
    return render(panel);
}

Html render_notification_banner(const Options& options) {
    NotificationBanner banner;
    if (options.is_markup()) {
        banner.content = options.content();
    } else {
        banner.heading = options.text("text");
    }
    banner.kind = options.text("type") == "success" ? BannerKind::Success : BannerKind::Important;
    banner.title = options.content("titleHtml", "titleText");
    banner.heading_level = options.number("titleHeadingLevel", 2);
    if (options.has("titleId")) banner.title_id = options.text("titleId");
    banner.role = options.text("role");
    banner.classes = options.text("classes");
    banner.attributes = options.attributes();
    return render(banner);
}

Html render_details(const Options& options) {
    return render(Details{options.content("summaryHtml", "summaryText"), options.content(), options.flag("open"),
                          options.text("id"), options.text("classes"), options.attributes()});
}

Html render_warning_text(const Options& options) {
    WarningText warning;
    warning.content = options.content();
    if (!options.text("iconFallbackText").empty()) warning.said_before = options.text("iconFallbackText");
    warning.classes = options.text("classes");
    warning.attributes = options.attributes();
    return render(warning);
}

Html render_inset_text(const Options& options) {
    return render(InsetText{options.content(), options.text("id"), options.text("classes"), options.attributes()});
}

Html render_back_link(const Options& options) {
    BackLink link;
    if (!options.text("href").empty()) link.href = options.text("href");
    if (const auto content = options.content(); !content.empty()) link.content = content;
    link.classes = options.text("classes");
    link.attributes = options.attributes();
    return render(link);
}

Html render_skip_link(const Options& options) {
    SkipLink link;
    link.href = options.text("href").empty() ? "#content" : options.text("href");
    link.content = options.content();
    link.classes = options.text("classes");
    link.attributes = options.attributes();
    return render(link);
}

Html render_breadcrumbs(const Options& options) {
    Breadcrumbs breadcrumbs;
    for (const auto& item : options.list("items")) {
        breadcrumbs.items.push_back({item.content(), item.text("href"), item.attributes()});
    }
    breadcrumbs.collapses_on_mobile = options.flag("collapseOnMobile");
    if (options.has("labelText")) breadcrumbs.label = options.text("labelText");
    breadcrumbs.classes = options.text("classes");
    breadcrumbs.attributes = options.attributes();
    return render(breadcrumbs);
}

Html render_service_navigation(const Options& options) {
    ServiceNavigation navigation;
    navigation.service_name = options.text("serviceName");
    navigation.service_url = options.text("serviceUrl");
    for (const auto& item : options.list("navigation")) {
        const Here here = item.flag("current") ? Here::Page : Here::No;
        const bool below = item.flag("active") && here == Here::No;
        if (!item.has("text") && !item.has("html")) item.give_up("an item without words");
        navigation.items.push_back({item.content(), item.text("href"), below ? Here::Below : here, item.attributes()});
    }
    navigation.label = options.text("navigationLabel");
    navigation.classes = options.text("classes");
    navigation.attributes = options.attributes();
    return render(navigation);
}

std::optional<PageTurn> turn_of(const std::optional<Options>& options) {
    if (!options) return std::nullopt;
    return PageTurn{options->text("href"), options->content(), options->text("labelText"), options->attributes()};
}

Html render_pagination(const Options& options) {
    Pagination pagination;
    pagination.previous = turn_of(options.child("previous"));
    pagination.next = turn_of(options.child("next"));
    for (const auto& item : options.list("items")) {
        if (item.flag("ellipsis")) {
            pagination.pages.emplace_back(Gap{});
        } else {
            pagination.pages.emplace_back(PageNumber{item.text("number"), item.text("href"), item.flag("current"), item.text("visuallyHiddenText")});
        }
    }
    if (options.has("landmarkLabel")) pagination.label = options.text("landmarkLabel");
    pagination.classes = options.text("classes");
    pagination.attributes = options.attributes();
    return render(pagination);
}

Html render_phase_banner(const Options& options) {
    PhaseBanner banner;
    if (const auto tag = options.child("tag")) banner.tag = tag_of(*tag);
    banner.content = options.content();
    banner.classes = options.text("classes");
    banner.attributes = options.attributes();
    return render(banner);
}

Html render_error_message(const Options& options) {
    ErrorMessage message;
    message.content = options.content();
    message.id = options.text("id");
    if (options.answer("visuallyHiddenText") == false) message.said_before.clear();
    else if (options.has("visuallyHiddenText")) message.said_before = options.text("visuallyHiddenText");
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

const std::map<std::string, Renderer>& renderers() {
    static const std::map<std::string, Renderer> all{
        {"back-link", render_back_link},
        {"breadcrumbs", render_breadcrumbs},
        {"button", render_button},
        {"character-count", render_character_count},
        {"checkboxes", render_checkboxes},
        {"date-input", render_date_input},
        {"details", render_details},
        {"error-message", render_error_message},
        {"error-summary", render_error_summary},
        {"fieldset", render_fieldset},
        {"hint", render_hint},
        {"input", render_input},
        {"inset-text", render_inset_text},
        {"label", [](const Options& options) { return render(label_of(options)); }},
        {"notification-banner", render_notification_banner},
        {"pagination", render_pagination},
        {"panel", render_panel},
        {"password-input", render_password_input},
        {"phase-banner", render_phase_banner},
        {"radios", render_radios},
        {"select", render_select},
        {"service-navigation", render_service_navigation},
        {"skip-link", render_skip_link},
        {"summary-list", render_summary_list},
        {"table", render_table},
        {"tag", [](const Options& options) { return render(tag_of(options)); }},
        {"textarea", render_textarea},
        {"warning-text", render_warning_text},
    };
    return all;
}

}  // namespace fixtures
