#include "govuk/filter.h"

#include "govuk/button.h"

namespace govuk {

using namespace html;

namespace {

Html render_category(const FilterCategory& category) {
    Html tags;
    for (const auto& [text, href] : category.tags) {
        const auto unseen = span("govuk-visually-hidden")("Remove this filter");
        tags.add(li()(a(href, "moj-filter__tag")(unseen, " ", text)));
    }
    return h3("govuk-heading-s govuk-!-margin-bottom-0")(category.heading).add(ul("moj-filter-tags")(tags));
}

}  // namespace

Html render(const SelectedFilters& selected) {
    const auto clear = a(selected.clear_href, "govuk-link govuk-link--no-visited-state")(selected.clear_text);
    Html inner = div("moj-filter__selected-heading")(
        div("moj-filter__heading-title")(h2("govuk-heading-m")(selected.heading)),
        div("moj-filter__heading-action")(p()(clear)));
    for (const auto& category : selected.categories) inner.add(render_category(category));
    return div("moj-filter__selected")(inner);
}

Html render(const Filter& filter) {
    const auto header =
        div("moj-filter__header")(div("moj-filter__header-title")(h2("govuk-heading-m")(filter.heading)),
                                  div("moj-filter__header-action")());
    const auto submit = render(Button{.content = filter.submit, .attributes = filter.submit_attributes});
    const auto content =
        div("moj-filter__content")(filter.selected ? render(*filter.selected) : Html{},
                                   div("moj-filter__options")(submit, filter.options));
    const auto form = element("form").with("action", filter.action).with("method", "get");
    return div("moj-filter")
        .with("data-module", "moj-filter")
        .with_all(filter.attributes)(form(header, content));
}

}  // namespace govuk
