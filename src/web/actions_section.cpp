#include "govuk/notice.h"
#include "web/action_groups.h"
#include "web/disagreement_sections.h"
#include "web/on_behalf.h"

namespace web {
namespace {

using namespace html;

Html why_not(const Case& one) {
    Html list;
    for (const auto& no : one.view.permissions.not_permitted) {
        Html why = capitalised(no.why);
        const auto source = source_link(one, {.clause = no.clause});
        if (!source.empty()) why.add(" (").add(source).add(")");
        why.add(".");
        list.add(element("dt", "govuk-!-font-weight-bold")(no.title))
            .add(element("dd", "govuk-!-margin-left-0 govuk-!-margin-bottom-3")(why));
    }
    return list.empty() ? Html{} : element("dl", "govuk-body")(list);
}

}  // namespace

Html actions_section(const Case& one) {
    Html section = h2("govuk-heading-m").with("id", "actions")("What you can do");
    const auto& permissions = one.view.permissions;
    if (permissions.permitted.empty()) {
        section.add(p("govuk-body")("You can read this disagreement. There is nothing for you to do."));
    } else {
        section.add(links_to_acts(one, permissions.permitted)).add(way_to_others(one));
    }
    const auto not_now = why_not(one);
    if (!not_now.empty())
        section.add(render(govuk::Details{.summary = "What you cannot do now, and why", .content = not_now}));
    return div("govuk-!-display-none-print")(section);
}

}  // namespace web
