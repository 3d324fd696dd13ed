#include "govuk/cookie_banner.h"

#include "govuk/classes.h"
#include "govuk/prose.h"

namespace govuk {

using namespace html;

namespace {

Html cookie_message(const CookieMessage& message) {
    Html column;
    if (!message.heading.empty())
        column.add(h2("govuk-cookie-banner__heading govuk-heading-m")(message.heading));
    column.add(div("govuk-cookie-banner__content")(prose(message.content)));

    Html actions;
    for (const auto& action : message.actions) actions.add(render(action, {})).add(" ");
    return div(classes_of({"govuk-cookie-banner__message", message.classes, "govuk-width-container"}))
        .with_some("role", message.role)
        .with_all(message.attributes)
        .flag("hidden", message.hidden)(div("govuk-grid-row")(div("govuk-grid-column-two-thirds")(column)),
                                        actions.empty() ? Html{} : div("govuk-button-group")(actions));
}

}  // namespace

Html render(const CookieBanner& banner) {
    Html messages;
    for (const auto& message : banner.messages) messages.add(cookie_message(message));
    return div(classes_of({"govuk-cookie-banner", banner.classes}))
        .flag("data-nosnippet")
        .with("role", "region")
        .with("aria-label", banner.label)
        .flag("hidden", banner.hidden)
        .with_all(banner.attributes)(messages);
}

}  // namespace govuk
