#include "govuk/header.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

Html render(const GenericHeader& header) {
    const auto logo = a(header.url, "govuk-generic-header__homepage-link")(header.logo);
    const auto container = div(classes_of({"govuk-generic-header__container", header.container_classes}));
    return div(classes_of({"govuk-generic-header", header.classes}))
        .with_all(header.attributes)(container(div("govuk-generic-header__logo")(logo)));
}

}  // namespace govuk
