#include <utility>

#include "govuk/accordion.h"
#include "govuk/fixture_components.h"
#include "govuk/summary_list.h"
#include "govuk/table.h"
#include "govuk/tabs.h"
#include "govuk/task_list.h"

namespace fixtures {

namespace {

using namespace govuk;

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
            list.card->title_classes = title->text("classes");
        }
        if (const auto actions = card->child("actions")) {
            list.card->actions = actions_of(*actions);
            list.card->actions_classes = actions->text("classes");
        }
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

Task task_of(const Options& options, const std::string& id) {
    Task task;
    if (const auto title = options.child("title")) {
        task.title = title->content();
        task.title_classes = title->text("classes");
    }
    task.href = options.text("href");
    task.hint = options.content_of("hint");
    if (const auto status = options.child("status")) {
        if (const auto tag = status->child("tag"))
            task.status = tag_of(*tag);
        else
            task.status = status->content();
        task.status_classes = status->text("classes");
    }
    task.id = id;
    task.classes = options.text("classes");
    return task;
}

Html render_task_list(const Options& options) {
    TaskList list;
    if (options.has("idPrefix")) list.id_prefix = options.text("idPrefix");
    // Items that are not there are counted all the same.
    const bool gaps = options.has_gaps("items");
    for (const auto& item : options.list("items")) {
        list.tasks.push_back(task_of(item, gaps ? list.id_prefix + "-" + item.place() : ""));
    }
    list.classes = options.text("classes");
    list.attributes = options.attributes();
    return render(list);
}

Html render_tabs(const Options& options) {
    Tabs tabs;
    for (const auto& item : options.list("items")) {
        Tab tab{.label = item.text("label"), .id = item.text("id"), .attributes = item.attributes()};
        if (const auto panel = item.child("panel")) {
            tab.content = panel->content();
            tab.panel_attributes = panel->attributes();
        }
        tabs.tabs.push_back(std::move(tab));
    }
    if (options.has("title")) tabs.title = options.text("title");
    tabs.id = options.text("id");
    tabs.id_prefix = options.text("idPrefix");
    tabs.classes = options.text("classes");
    tabs.attributes = options.attributes();
    return render(tabs);
}

AccordionWords accordion_words_of(const Options& options) {
    return {options.text("hideAllSectionsText"),      options.text("hideSectionText"),
            options.text("hideSectionAriaLabelText"), options.text("showAllSectionsText"),
            options.text("showSectionText"),          options.text("showSectionAriaLabelText")};
}

Html render_accordion(const Options& options) {
    Accordion accordion;
    accordion.id = options.text("id");
    const bool gaps = options.has_gaps("items");
    for (const auto& item : options.list("items")) {
        accordion.sections.push_back({item.content_of("heading"), item.content_of("summary"),
                                      item.content_of("content"), item.flag("expanded"),
                                      gaps ? item.place() : ""});
    }
    accordion.heading_level = options.number("headingLevel", 2);
    accordion.remembers = options.answer("rememberExpanded");
    accordion.words = accordion_words_of(options);
    accordion.classes = options.text("classes");
    accordion.attributes = options.attributes();
    return render(accordion);
}

}  // namespace

std::map<std::string, Renderer> list_renderers() {
    return {
        {"accordion", render_accordion}, {"summary-list", render_summary_list}, {"table", render_table},
        {"tabs", render_tabs},           {"task-list", render_task_list},
    };
}

}  // namespace fixtures
