#include "govuk/service_navigation.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

std::string item_classes(bool active) {
    return classes_of(
        {"govuk-service-navigation__item", active ? "govuk-service-navigation__item--active" : ""});
}

Html navigation_item(const NavigationItem& item) {
    const bool active = item.here != Here::No;
    const std::string_view current = item.here == Here::Page    ? "page"
                                     : item.here == Here::Below ? "true"
                                                                : "";
    // Strong still shows where one is when colours are overridden.
    const auto words =
        active ? strong("govuk-service-navigation__active-fallback")(item.content) : item.content;
    if (item.href.empty() && item.content.empty()) return li(item_classes(active))();
    const auto inner = item.href.empty()
                           ? span("govuk-service-navigation__text").with_some("aria-current", current)(words)
                           : a(item.href, "govuk-service-navigation__link")
                                 .with_some("aria-current", current)
                                 .with_all(item.attributes)(words);
    return li(item_classes(active))(inner);
}

Html render_name(const ServiceNavigation& navigation) {
    if (navigation.service_name.empty()) return {};
    const auto name =
        navigation.service_url.empty()
            ? span("govuk-service-navigation__text")(navigation.service_name)
            : a(navigation.service_url, "govuk-service-navigation__link")(navigation.service_name);
    return span("govuk-service-navigation__service-name")(name);
}

Html render_toggle(const ServiceNavigation& navigation) {
    const bool said_otherwise = navigation.menu_label != navigation.menu;
    return element("button", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle")
        .with("type", "button")
        .with("aria-controls", navigation.list_id)
        .with_some("aria-label", said_otherwise ? navigation.menu_label : "")
        .flag("hidden")
        .with("aria-hidden", "true")(navigation.menu);
}

Html render_list(const ServiceNavigation& navigation) {
    const auto& [start, list_start, list_end] = navigation.slots;
    if (navigation.items.empty() && list_start.empty() && list_end.empty()) return {};
    Html items = list_start;
    for (const auto& item : navigation.items) items.add(navigation_item(item));
    items.add(list_end);
    const bool collapses = navigation.collapse == Collapse::WhereSeveral
                               ? navigation.items.size() > 1
                               : navigation.collapse == Collapse::Always;
    const auto& label = navigation.label.empty() ? navigation.menu : navigation.label;
    return element("nav", classes_of({"govuk-service-navigation__wrapper", navigation.list_classes}))
        .with("aria-label", label)(
            collapses ? render_toggle(navigation) : Html{},
            ul("govuk-service-navigation__list").with("id", navigation.list_id)(items));
}

}  // namespace

Html render(const ServiceNavigation& navigation) {
    const auto container =
        div("govuk-service-navigation__container")(render_name(navigation), render_list(navigation));
    const std::string_view in_line =
        navigation.end_in_line ? "govuk-service-navigation__inlining-container" : "";
    const auto inner = div(classes_of({"govuk-width-container", in_line}))(navigation.slots.start, container,
                                                                           navigation.end);
    const auto classes = classes_of({"govuk-service-navigation", navigation.classes});
    // With a name or more beside the list, the whole is a landmark; else the list is one by itself.
    const bool landmark =
        !navigation.service_name.empty() || !navigation.slots.start.empty() || !navigation.end.empty();
    auto frame =
        landmark ? element("section", classes).with("aria-label", navigation.landmark) : div(classes);
    return std::move(frame)
        .with("data-module", "govuk-service-navigation")
        .with_all(navigation.attributes)(inner);
}

}  // namespace govuk
