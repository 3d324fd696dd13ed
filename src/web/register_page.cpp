// The register of a partnership: pseudonymous, because its rows hold nothing else.
#include "web/fragments.h"
#include "web/frame.h"
#include "web/pages.h"
#include "web/rows.h"

namespace web {

using namespace html;

Answer registers(const UseCases&, const Address&, const Asked& asked) {
    const auto open = registers_of(asked);
    if (open.empty()) return not_found();
    if (open.size() == 1) return http::see_other("/register/" + open.front()->key);
    Sheet sheet{.title = "Registers", .section = Section::Register};
    Html links;
    for (const auto* partnership : open)
        links.add(li()(a("/register/" + partnership->key, "govuk-link")(partnership->name)));
    sheet.content = h1("govuk-heading-l")("Registers");
    sheet.content.add(ul("govuk-list govuk-list--spaced")(links));
    return sheet;
}

Answer register_page(const UseCases& use, const Address&, const Asked& asked) {
    const auto listed = use.lists.partnership_register(asked.person(), asked.parameter("partnership"),
                                                       page_of(asked.request, rows_on_page));
    if (!listed) return not_found();
    const auto* partnership = asked.known->find_partnership(asked.parameter("partnership"));
    Sheet sheet{.title = "Register",
                .under = partnership->name,
                .section = Section::Register,
                .width = govuk::Width::Full};
    sheet.content = span("govuk-caption-l")(partnership->name);
    sheet.content.add(h1("govuk-heading-l")("Register of disagreements"));
    sheet.content.add(
        p("govuk-body")("Where a child was said to be in immediate danger comes first, then live ones by their next date, then those "
                        "that have ended. The register does not say who a child is."));
    sheet.content.add(render(Listing::Register, *listed, asked)).add(way_on(asked.request.path, *listed));
    return sheet;
}

}  // namespace web
