#include "govuk/exit_this_page.h"

#include "govuk/button.h"
#include "govuk/classes.h"

namespace govuk {

using namespace html;

Html render(const ExitThisPage& exit) {
    const auto usual = span("govuk-visually-hidden")("Emergency");
    const auto words = exit.content.empty() ? Html(usual).add(" Exit this page") : exit.content;
    const auto button =
        render(Button{.content = words,
                      .kind = ButtonKind::Warning,
                      .href = exit.redirect_url,
                      .classes = "govuk-exit-this-page__button govuk-js-exit-this-page-button",
                      .attributes = {{"rel", "nofollow noreferrer"}}});
    return div(classes_of({"govuk-exit-this-page", exit.classes}))
        .with_some("id", exit.id)
        .with("data-module", "govuk-exit-this-page")
        .with_all(exit.attributes)
        .with_some("data-i18n.activated", exit.activated)
        .with_some("data-i18n.timed-out", exit.timed_out)
        .with_some("data-i18n.press-two-more-times", exit.press_two_more_times)
        .with_some("data-i18n.press-one-more-time", exit.press_one_more_time)(button);
}

}  // namespace govuk
