#include "govuk/badge.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

Html render(const Badge& badge) {
    // A label on a span is not read out; words that are heard only are.
    const auto words = badge.said_instead.empty()
                           ? badge.content
                           : span()
                                 .with("aria-hidden", "true")(badge.content)
                                 .add(span("govuk-visually-hidden")(badge.said_instead));
    return span(classes_of({"moj-badge", badge.classes})).with_all(badge.attributes)(words);
}

Html render(const NotificationBadge& badge) {
    if (badge.count <= 0) return {};
    constexpr int most = 99;
    const std::string number = std::to_string(badge.count);
    const std::string seen = badge.count >= most ? "99+" : number;
    std::string heard = badge.count >= most ? "99 or more" : number;
    if (!badge.said_after.empty()) heard.append(" ").append(badge.said_after);
    return span(classes_of({"moj-notification-badge", badge.classes}))
        .with_all(badge.attributes)(span().with("aria-hidden", "true")(seen), " ",
                                    span("govuk-visually-hidden")("(", heard, ")"));
}

}  // namespace govuk
