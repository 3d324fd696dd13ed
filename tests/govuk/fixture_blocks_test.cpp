#include <algorithm>
#include <utility>

#include "govuk/button.h"
#include "govuk/error_summary.h"
#include "govuk/fixture_components.h"
#include "govuk/navigation.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"

namespace fixtures {

namespace {

using namespace govuk;

Html render_button(const Options& options) {
    Button button;
    button.content = options.content();
    button.classes = options.text("classes");
    if (take_class(button.classes, "govuk-button--secondary"))
        button.kind = ButtonKind::Secondary;
    else if (take_class(button.classes, "govuk-button--warning"))
        button.kind = ButtonKind::Warning;
    else if (take_class(button.classes, "govuk-button--inverse"))
        button.kind = ButtonKind::Inverse;
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
    button.type = type == "button"  ? ButtonType::Button
                  : type == "reset" ? ButtonType::Reset
                                    : ButtonType::Submit;
    button.disabled = options.flag("disabled");
    const auto prevents = options.answer("preventDoubleClick");
    if (prevents == false) options.give_up("says that it does not prevent a double click");
    button.prevents_double_click = prevents.value_or(false);
    button.attributes = options.attributes();
    return render(button);
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
        actions.push_back({item.text("href"), item.content(), item.text("visuallyHiddenText"),
                           item.text("classes"), item.attributes()});
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
        {"grey", TagColour::Grey}, {"green", TagColour::Green},   {"teal", TagColour::Teal},
        {"blue", TagColour::Blue}, {"purple", TagColour::Purple}, {"magenta", TagColour::Magenta},
        {"red", TagColour::Red},   {"orange", TagColour::Orange}, {"yellow", TagColour::Yellow}};
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
        if (actions->has("classes") || actions->has("attributes"))
            actions->give_up("classes around the actions");
        if (panel.kind == PanelKind::Confirmation) actions->give_up("actions where they are not shown");
        for (const auto& item : actions->list("items")) {
            const auto type = item.text("type");
            panel.actions.push_back({item.text("text"), item.text("href"), type == "button", type == "submit",
                                     item.text("classes"), item.attributes()});
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
    return render(Details{options.content("summaryHtml", "summaryText"), options.content(),
                          options.flag("open"), options.text("id"), options.text("classes"),
                          options.attributes()});
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
    return render(
        InsetText{options.content(), options.text("id"), options.text("classes"), options.attributes()});
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
        navigation.items.push_back(
            {item.content(), item.text("href"), below ? Here::Below : here, item.attributes()});
    }
    navigation.label = options.text("navigationLabel");
    navigation.classes = options.text("classes");
    navigation.attributes = options.attributes();
    return render(navigation);
}

std::optional<PageTurn> turn_of(const std::optional<Options>& options) {
    if (!options) return std::nullopt;
    return PageTurn{options->text("href"), options->content(), options->text("labelText"),
                    options->attributes()};
}

Html render_pagination(const Options& options) {
    Pagination pagination;
    pagination.previous = turn_of(options.child("previous"));
    pagination.next = turn_of(options.child("next"));
    for (const auto& item : options.list("items")) {
        if (item.flag("ellipsis")) {
            pagination.pages.emplace_back(Gap{});
        } else {
            pagination.pages.emplace_back(PageNumber{item.text("number"), item.text("href"),
                                                     item.flag("current"), item.text("visuallyHiddenText")});
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

}  // namespace

std::map<std::string, Renderer> block_renderers() {
    return {
        {"back-link", render_back_link},
        {"breadcrumbs", render_breadcrumbs},
        {"button", render_button},
        {"details", render_details},
        {"error-summary", render_error_summary},
        {"inset-text", render_inset_text},
        {"notification-banner", render_notification_banner},
        {"pagination", render_pagination},
        {"panel", render_panel},
        {"phase-banner", render_phase_banner},
        {"service-navigation", render_service_navigation},
        {"skip-link", render_skip_link},
        {"summary-list", render_summary_list},
        {"table", render_table},
        {"tag", [](const Options& options) { return render(tag_of(options)); }},
        {"warning-text", render_warning_text},
    };
}

}  // namespace fixtures
