#include "govuk/feedback.h"

#include "govuk/classes.h"
#include "govuk/heading.h"
#include "govuk/prose.h"

namespace govuk {

using namespace html;

Html render(const Feedback& feedback) {
    const auto title = heading(feedback.heading_level, "govuk-feedback__title")(feedback.title);
    const auto body =
        feedback.content.empty() ? Html{} : div("govuk-feedback__body")(prose(feedback.content));
    return div(classes_of({"govuk-feedback govuk-width-container", feedback.classes}))
        .with_all(feedback.attributes)(
            div("govuk-grid-row")(div("govuk-grid-column-two-thirds")(title, body)));
}

}  // namespace govuk
