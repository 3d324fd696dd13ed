#include "govuk/navigation.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

Html render_item(const NavigationItem& item) {
    const bool active = item.here != Here::No;
    const std::string_view current = item.here == Here::Page    ? "page"
                                     : item.here == Here::Below ? "true"
                                                                : "";
    // Strong still shows where one is when colours are overridden.
    const auto words =
        active ? strong("govuk-service-navigation__active-fallback")(item.content) : item.content;
    const auto inner = item.href.empty()
                           ? span("govuk-service-navigation__text").with_some("aria-current", current)(words)
                           : a(item.href, "govuk-service-navigation__link")
                                 .with_some("aria-current", current)
                                 .with_all(item.attributes)(words);
    const std::string_view mark = active ? "govuk-service-navigation__item--active" : "";
    return li(classes_of({"govuk-service-navigation__item", mark}))(inner);
}

Html render_name(const ServiceNavigation& navigation) {
    if (navigation.service_name.empty()) return {};
    const auto name =
        navigation.service_url.empty()
            ? span("govuk-service-navigation__text")(navigation.service_name)
            : a(navigation.service_url, "govuk-service-navigation__link")(navigation.service_name);
    return span("govuk-service-navigation__service-name")(name);
}

Html render_list(const ServiceNavigation& navigation) {
    if (navigation.items.empty()) return {};
    Html items;
    for (const auto& item : navigation.items) items.add(render_item(item));
    Html toggle;
    if (navigation.items.size() > 1) {
        toggle = element("button", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle")
                     .with("type", "button")
                     .with("aria-controls", "navigation")
                     .flag("hidden")
                     .with("aria-hidden", "true")("Menu");
    }
    const auto list = ul("govuk-service-navigation__list").with("id", "navigation")(items);
    return element("nav")
        .with("aria-label",
              navigation.label.empty() ? std::string_view("Menu") : std::string_view(navigation.label))
        .with("class", "govuk-service-navigation__wrapper")(toggle, list);
}

Html arrow(std::string_view direction, std::string_view path) {
    return element("svg", classes_of({"govuk-pagination__icon", direction}))
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("height", "13")
        .with("width", "15")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .with("viewBox", "0 0 15 13")(element("path").with("d", path)());
}

Html previous_arrow() {
    return arrow("govuk-pagination__icon--prev",
                 "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
                 "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z");
}

Html next_arrow() {
    return arrow("govuk-pagination__icon--next",
                 "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
                 "6.7441-6.4062-6.7246-6.7266z");
}

struct Turn {
    std::string_view rel;  // "prev" or "next"
    std::string_view word;
    bool in_block;  // large, without page numbers
};

Html render_turn(const PageTurn& page, const Turn& turn) {
    const bool back = turn.rel == "prev";
    const auto words =
        page.content.empty() ? Html(turn.word).add(span("govuk-visually-hidden")(" page")) : page.content;
    const std::string_view decoration =
        turn.in_block && page.label.empty() ? "govuk-pagination__link-title--decorated" : "";
    Html inner;
    if (back) inner.add(previous_arrow());
    if (!back && turn.in_block) inner.add(next_arrow());
    inner.add(span(classes_of({"govuk-pagination__link-title", decoration}))(words));
    if (turn.in_block && !page.label.empty()) {
        inner.add(span("govuk-visually-hidden")(":")).add(span("govuk-pagination__link-label")(page.label));
    }
    if (!back && !turn.in_block) inner.add(next_arrow());
    const auto link = a(page.href, "govuk-link govuk-pagination__link")
                          .with("rel", turn.rel)
                          .with_all(page.attributes)(inner);
    return div(back ? "govuk-pagination__prev" : "govuk-pagination__next")(link);
}

Html render_page(const PageNumber& page) {
    const std::string said = page.said.empty() ? "Page " + page.number : page.said;
    const auto link = a(page.href, "govuk-link govuk-pagination__link")
                          .with("aria-label", said)
                          .with_some("aria-current", page.current ? "page" : "")(page.number);
    const std::string_view mark = page.current ? "govuk-pagination__item--current" : "";
    return li(classes_of({"govuk-pagination__item", mark}))(link);
}

Html render_gap() {
    return li("govuk-pagination__item govuk-pagination__item--ellipsis")("\u22EF");
}

}  // namespace

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

Html render(const ServiceNavigation& navigation) {
    const auto container =
        div("govuk-service-navigation__container")(render_name(navigation), render_list(navigation));
    const auto inner = div("govuk-width-container")(container, navigation.end);
    const auto classes = classes_of({"govuk-service-navigation", navigation.classes});
    // With a name or more beside the list, the whole is a landmark; else the list is one by itself.
    const bool landmark = !navigation.service_name.empty() || !navigation.end.empty();
    auto frame =
        landmark ? element("section", classes).with("aria-label", "Service information") : div(classes);
    return std::move(frame)
        .with("data-module", "govuk-service-navigation")
        .with_all(navigation.attributes)(inner);
}

Html render(const Pagination& pagination) {
    const bool in_block = pagination.pages.empty();
    Html inner;
    if (pagination.previous) inner.add(render_turn(*pagination.previous, {"prev", "Previous", in_block}));
    if (!pagination.pages.empty()) {
        Html pages;
        for (const auto& page : pagination.pages) {
            const auto* number = std::get_if<PageNumber>(&page);
            pages.add(number ? render_page(*number) : render_gap());
        }
        inner.add(ul("govuk-pagination__list")(pages));
    }
    if (pagination.next) inner.add(render_turn(*pagination.next, {"next", "Next", in_block}));
    const std::string_view block = in_block ? "govuk-pagination--block" : "";
    return element("nav", classes_of({"govuk-pagination", block, pagination.classes}))
        .with("aria-label", pagination.label)
        .with_all(pagination.attributes)(inner);
}

}  // namespace govuk
