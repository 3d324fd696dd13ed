#include "govuk/navigation.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

Html render(const SkipLink& link) {
    return a(link.href, classes_of({"govuk-skip-link", link.classes}))
        .with_all(link.attributes)
        .with("data-module", "govuk-skip-link")(link.content);
}

Html render(const BackLink& link) {
    return a(link.href, classes_of({"govuk-back-link", link.classes}))
        .with_all(link.attributes)(link.content);
}

Html render(const Breadcrumbs& breadcrumbs) {
    Html items;
    for (const auto& [content, href, attributes] : breadcrumbs.items) {
        if (href.empty()) {
            items.add(li("govuk-breadcrumbs__list-item").with("aria-current", "page")(content));
        } else {
            items.add(li("govuk-breadcrumbs__list-item")(
                a(href, "govuk-breadcrumbs__link").with_all(attributes)(content)));
        }
    }
    const std::string_view collapse =
        breadcrumbs.collapses_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : "";
    return element("nav", classes_of({"govuk-breadcrumbs", breadcrumbs.classes, collapse}))
        .with_all(breadcrumbs.attributes)
        .with("aria-label", breadcrumbs.label)(element("ol", "govuk-breadcrumbs__list")(items));
}

}  // namespace govuk
