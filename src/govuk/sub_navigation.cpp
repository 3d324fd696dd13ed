#include "govuk/sub_navigation.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

Html render(const SubNavigation& navigation) {
    Html items;
    for (const auto& item : navigation.items) {
        items.add(li(classes_of({"moj-sub-navigation__item", item.classes}))(
            a(item.href, "moj-sub-navigation__link")
                .with_some("aria-current", item.current ? "page" : "")
                .with_all(item.attributes)(item.content)));
    }
    return element("nav", classes_of({"moj-sub-navigation", navigation.classes}))
        .with("aria-label", navigation.label)
        .with_all(navigation.attributes)(ul("moj-sub-navigation__list")(items));
}

}  // namespace govuk
