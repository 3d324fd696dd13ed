#include "govuk/error_summary.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

Html render(const ErrorSummary& summary) {
    const auto& away = summary.keeps_focus_away;
    Html items;
    for (const auto& [href, message, attributes] : summary.errors) {
        items.add(li()(href.empty() ? message : a(href).with_all(attributes)(message)));
    }
    Html body;
    if (!summary.description.empty()) body.add(p()(summary.description));
    if (!items.empty()) body.add(ul("govuk-list govuk-error-summary__list")(items));

    // The alert is a child of what takes the focus, or screen readers may miss it.
    const auto alert = div().with("role", "alert")(h2("govuk-error-summary__title")(summary.title),
                                                   div("govuk-error-summary__body")(body));
    return div(classes_of({"govuk-error-summary", summary.classes}))
        .with_some("data-disable-auto-focus", !away   ? ""
                                              : *away ? "true"
                                                      : "false")
        .with_all(summary.attributes)
        .with("data-module", "govuk-error-summary")(alert);
}

}  // namespace govuk
