#include "govuk/tabs.h"

#include "govuk/classes.h"
#include "govuk/prose.h"

namespace govuk {

using namespace html;

Html render(const Tabs& tabs) {
    Html list;
    Html panels;
    std::size_t number = 0;
    for (const auto& tab : tabs.tabs) {
        const bool first = ++number == 1;
        const std::string id = tab.id.empty() ? tabs.id_prefix + "-" + std::to_string(number) : tab.id;
        list.add(li(classes_of({"govuk-tabs__list-item", first ? "govuk-tabs__list-item--selected" : ""}))(
            a("#" + id, "govuk-tabs__tab").with_all(tab.attributes)(tab.label)));
        panels.add(div(classes_of({"govuk-tabs__panel", first ? "" : "govuk-tabs__panel--hidden"}))
                       .with("id", id)
                       .with_all(tab.panel_attributes)(prose(tab.content)));
    }
    return div(classes_of({"govuk-tabs", tabs.classes}))
        .with_some("id", tabs.id)
        .with_all(tabs.attributes)
        .with("data-module", "govuk-tabs")(h2("govuk-tabs__title")(tabs.title),
                                           list.empty() ? Html{} : ul("govuk-tabs__list")(list), panels);
}

}  // namespace govuk
