#include "web/columns.h"

#include "base/ensure.h"

namespace web {

using namespace html;

Html row_in_columns(const std::vector<Html>& cells) {
    base::ensure(cells.size() == 2 || cells.size() == 3, "a row has two or three cells");
    Html row;
    for (const auto& cell : cells) {
        const bool wide = cells.size() == 2 && &cell == &cells.front();
        row.add(div(wide ? "govuk-grid-column-two-thirds"
                         : "govuk-grid-column-one-third")(div("govuk-!-margin-bottom-1")(cell)));
    }
    return li()(div("govuk-grid-row")(row),
                element("hr", "govuk-section-break govuk-section-break--s govuk-section-break--visible")());
}

Html list_in_columns(const std::vector<Html>& rows) {
    Html items;
    for (const auto& row : rows) items.add(row);
    return ul("govuk-list")(items);
}

}  // namespace web
