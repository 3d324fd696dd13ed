#include "web/columns.h"

#include "base/ensure.h"

namespace web {

using namespace html;

Html row_in_columns(const std::vector<Html>& cells) {
    base::ensure(cells.size() == 2 || cells.size() == 3, "a row has two or three cells");
    Html row;
    for (const auto& cell : cells) {
        const bool wide = cells.size() == 2 && &cell == &cells.front();
        row.add(div(wide ? "govuk-grid-column-two-thirds" : "govuk-grid-column-one-third")(cell));
    }
    return li("app-rows__row")(div("govuk-grid-row")(row));
}

Html row_in_columns(const Html& first, const std::vector<std::pair<Html, Html>>& parts) {
    Html items;
    for (const auto& [what, when] : parts) {
        const auto half = div("govuk-grid-column-one-half");
        items.add(li("app-rows__part")(div("govuk-grid-row")(half(what), half(when))));
    }
    Html row = div("govuk-grid-column-one-third")(first);
    row.add(div("govuk-grid-column-two-thirds")(ul("govuk-list app-rows__parts")(items)));
    return li("app-rows__row")(div("govuk-grid-row")(row));
}

Html list_in_columns(const std::vector<Html>& rows) {
    Html items;
    for (const auto& row : rows) items.add(row);
    return ul("govuk-list app-rows")(items);
}

}  // namespace web
