#include "govuk/alert.h"
#include "govuk/badge.h"
#include "govuk/date_picker.h"
#include "govuk/filter.h"
#include "govuk/fixture_components.h"
#include "govuk/sortable_table.h"
#include "govuk/sub_navigation.h"
#include "govuk/timeline.h"

namespace fixtures {

namespace {

using namespace govuk;

/// "[4 June 2026]" as a format of moment.js is the words themselves; `said` is what MOJ's own words are.
Time time_of(const Options& options) {
    Time time;
    time.datetime = options.text("timestamp");
    time.text = options.text("format");
    if (!time.text.empty()) time.text = time.text.substr(1, time.text.size() - 2);
    options.text("type");
    if (options.has("said")) time.text = options.text("said");
    return time;
}

Html render_timeline(const Options& options) {
    Timeline timeline;
    for (const auto& item : options.list("items")) {
        const auto when = item.child("datetime");
        timeline.items.push_back({item.content_of("label"), item.content_of("byline"), time_of(*when),
                                  item.content(), item.text("classes"), item.attributes()});
    }
    timeline.heading_level = options.number("headingLevel", 2);
    timeline.classes = options.text("classes");
    timeline.attributes = options.attributes();
    return render(timeline);
}

Html render_sub_navigation(const Options& options) {
    SubNavigation navigation;
    for (const auto& item : options.list("items")) {
        navigation.items.push_back({item.content(), item.text("href"), item.flag("active"),
                                    item.text("classes"), item.attributes()});
    }
    if (options.has("label")) navigation.label = options.text("label");
    navigation.classes = options.text("classes");
    navigation.attributes = options.attributes();
    return render(navigation);
}

SelectedFilters selected_of(const Options& options) {
    SelectedFilters selected;
    selected.heading = options.content_of("heading");
    if (const auto clear = options.child("clearLink")) {
        selected.clear_href = clear->text("href");
        selected.clear_text = clear->text("text");
    }
    for (const auto& category : options.list("categories")) {
        FilterCategory made{.heading = category.content_of("heading"), .tags = {}};
        for (const auto& item : category.list("items"))
            made.tags.push_back({item.text("text"), item.text("href")});
        selected.categories.push_back(std::move(made));
    }
    return selected;
}

Html render_filter(const Options& options) {
    Filter filter;
    filter.action = options.text("action");
    filter.heading = options.content_of("heading");
    if (const auto selected = options.child("selectedFilters")) filter.selected = selected_of(*selected);
    filter.options = options.markup("optionsHtml");
    if (const auto submit = options.child("submit")) {
        filter.submit = submit->text("text");
        filter.submit_attributes = submit->attributes();
    }
    filter.attributes = options.attributes();
    return render(filter);
}

AlertKind alert_kind_of(const std::string& variant) {
    if (variant == "success") return AlertKind::Success;
    if (variant == "warning") return AlertKind::Warning;
    if (variant == "error") return AlertKind::Error;
    return AlertKind::Information;
}

Html render_alert(const Options& options) {
    Alert alert;
    alert.title = options.text("title");
    alert.content = options.content();
    alert.kind = alert_kind_of(options.text("variant"));
    if (options.flag("showTitleAsHeading")) alert.title_shown = TitleShown::AsHeading;
    if (options.has("headingTag")) alert.heading_level = std::stoi(options.text("headingTag").substr(1));
    if (options.has("role")) alert.role = options.text("role");
    alert.dismissible = options.flag("dismissible");
    alert.focus_after = options.text("focusOnDismissSelector");
    alert.keeps_focus_away = options.flag("disableAutoFocus");
    alert.classes = options.text("classes");
    alert.attributes = options.attributes();
    return render(alert);
}

Html render_badge(const Options& options) {
    return render(
        Badge{options.content(), options.text("label"), options.text("classes"), options.attributes()});
}

Html render_notification_badge(const Options& options) {
    return render(NotificationBadge{options.number("text", 0), options.text("visuallyHiddenText"),
                                    options.text("classes"), options.attributes()});
}

Html render_date_picker(const Options& options) {
    DatePicker picker;
    picker.field = field_of(options);
    picker.value = options.text("value");
    picker.min_date = options.text("minDate");
    picker.max_date = options.text("maxDate");
    picker.excluded_dates = options.text("excludedDates");
    picker.excluded_days = options.text("excludedDays");
    picker.leading_zeros = options.answer("leadingZeros");
    picker.week_start_day = options.text("weekStartDay");
    picker.classes = options.text("classes");
    picker.attributes = options.attributes();
    return render(picker);
}

CellFormat format_of(const Options& options) {
    return options.text("format") == "numeric" ? CellFormat::Numeric : CellFormat::Text;
}

SortableColumn sortable_column_of(const Options& options) {
    SortableColumn column{.content = options.content(), .sorted = {}, .format = format_of(options)};
    for (const auto& [name, value] : options.attributes()) {
        column.sorted = value == "ascending"    ? Sorted::Ascending
                        : value == "descending" ? Sorted::Descending
                                                : Sorted::No;
    }
    return column;
}

Html render_sortable_table(const Options& options) {
    SortableTable table;
    table.caption = options.text("caption");
    for (const auto& column : options.list("head")) table.columns.push_back(sortable_column_of(column));
    for (const auto& row : options.rows("rows")) {
        auto& cells = table.rows.emplace_back();
        for (const auto& cell : row) {
            const auto attributes = cell.attributes();
            cells.push_back(
                {cell.content(), attributes.empty() ? "" : attributes.front().value, format_of(cell)});
        }
    }
    table.first_cell_is_header = options.flag("firstCellIsHeader");
    table.caption_classes = options.text("captionClasses");
    table.classes = options.text("classes");
    table.attributes = options.attributes();
    // The first is the mark for the script, which a sortable table carries by itself.
    table.attributes.erase(table.attributes.begin());
    return render(table);
}

}  // namespace

std::map<std::string, Renderer> moj_renderers() {
    return {
        {"alert", render_alert},
        {"badge", render_badge},
        {"date-picker", render_date_picker},
        {"filter", render_filter},
        {"notification-badge", render_notification_badge},
        {"sortable-table", render_sortable_table},
        {"sub-navigation", render_sub_navigation},
        {"timeline", render_timeline},
    };
}

}  // namespace fixtures
