#include "govuk/sortable_table.h"

namespace govuk {

using namespace html;

namespace {

std::string_view aria_of(Sorted sorted) {
    switch (sorted) {
        case Sorted::No: return "none";
        case Sorted::Ascending: return "ascending";
        case Sorted::Descending: return "descending";
    }
    return {};
}

Cell head_of(const SortableColumn& column) {
    Cell cell{.content = column.content, .format = column.format};
    if (column.sorted) cell.attributes = {{"aria-sort", std::string(aria_of(*column.sorted))}};
    return cell;
}

Cell cell_of(const SortableCell& sortable) {
    Cell cell{.content = sortable.content, .format = sortable.format};
    if (!sortable.sort_value.empty()) cell.attributes = {{"data-sort-value", sortable.sort_value}};
    return cell;
}

}  // namespace

Html render(const SortableTable& sortable) {
    Table table;
    table.caption = sortable.caption;
    for (const auto& column : sortable.columns) table.head.push_back(head_of(column));
    for (const auto& row : sortable.rows) {
        auto& cells = table.rows.emplace_back();
        for (const auto& cell : row) cells.push_back(cell_of(cell));
    }
    table.first_cell_is_header = sortable.first_cell_is_header;
    table.caption_classes = sortable.caption_classes;
    table.classes = sortable.classes;
    table.attributes = {{"data-module", "moj-sortable-table"}};
    table.attributes.insert(table.attributes.end(), sortable.attributes.begin(), sortable.attributes.end());
    return render(table);
}

}  // namespace govuk
