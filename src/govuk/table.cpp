#include "govuk/table.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

Element with_spans(Element element, const Cell& cell) {
    return std::move(element)
        .with_some("colspan", cell.column_span > 1 ? std::to_string(cell.column_span) : "")
        .with_some("rowspan", cell.row_span > 1 ? std::to_string(cell.row_span) : "")
        .with_all(cell.attributes);
}

Html render_head(const Cell& cell) {
    const std::string_view numeric = cell.format == CellFormat::Numeric ? "govuk-table__header--numeric" : "";
    auto header =
        element("th", classes_of({"govuk-table__header", numeric, cell.classes})).with("scope", "col");
    return with_spans(std::move(header), cell)(cell.content);
}

Html render_row_head(const Cell& cell) {
    auto header = element("th", classes_of({"govuk-table__header", cell.classes})).with("scope", "row");
    return with_spans(std::move(header), cell)(cell.content);
}

Html render_cell(const Cell& cell) {
    const std::string_view numeric = cell.format == CellFormat::Numeric ? "govuk-table__cell--numeric" : "";
    return with_spans(element("td", classes_of({"govuk-table__cell", numeric, cell.classes})),
                      cell)(cell.content);
}

}  // namespace

Html render(const Table& table) {
    Html inner;
    if (!table.caption.empty()) {
        inner.add(
            element("caption", classes_of({"govuk-table__caption", table.caption_classes}))(table.caption));
    }
    if (!table.head.empty()) {
        Html cells;
        for (const auto& cell : table.head) cells.add(render_head(cell));
        inner.add(element("thead", "govuk-table__head")(element("tr", "govuk-table__row")(cells)));
    }
    Html rows;
    for (const auto& row : table.rows) {
        Html cells;
        for (const auto& cell : row) {
            const bool heads = table.first_cell_is_header && &cell == &row.front();
            cells.add(heads ? render_row_head(cell) : render_cell(cell));
        }
        rows.add(element("tr", "govuk-table__row")(cells));
    }
    inner.add(element("tbody", "govuk-table__body")(rows));
    return element("table", classes_of({"govuk-table", table.classes})).with_all(table.attributes)(inner);
}

}  // namespace govuk
