#include "govuk/pagination.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

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
        inner.add(" ")
            .add(span("govuk-visually-hidden")(":"))
            .add(" ")
            .add(span("govuk-pagination__link-label")(page.label));
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
                          .with_some("aria-current", page.current ? "page" : "")
                          .with_all(page.attributes)(page.number);
    const std::string_view mark = page.current ? "govuk-pagination__item--current" : "";
    return li(classes_of({"govuk-pagination__item", mark}))(link);
}

Html render_gap() {
    return li("govuk-pagination__item govuk-pagination__item--ellipsis")("\u22EF");
}

}  // namespace

Html render(const Pagination& pagination) {
    const bool in_block = pagination.pages.empty() && (pagination.previous || pagination.next);
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
