#include <algorithm>

#include "govuk/notice.h"
#include "web/action_groups.h"
#include "web/disagreement_sections.h"
#include "web/on_behalf.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// A reason once, with all that it stands in the way of.
Html why_not(const Case& one) {
    std::vector<std::pair<const disagreement::NotPermitted*, Html>> reasons;
    for (const auto& no : one.view.permissions.not_permitted) {
        const auto same = [&](const auto& reason) { return reason.first->why == no.why && reason.first->clause == no.clause; };
        const auto found = std::ranges::find_if(reasons, same);
        if (found == reasons.end())
            reasons.emplace_back(&no, li()(no.title));
        else
            found->second.add(li()(no.title));
    }
    Html list;
    for (const auto& [no, titles] : reasons) {
        Html why = capitalised(no->why);
        const auto source = source_link(one, {.clause = no->clause});
        if (!source.empty()) why.add(" (").add(source).add(")");
        list.add(element("dt", "govuk-!-font-weight-bold")(why.add(".")))
            .add(element("dd", "govuk-!-margin-left-0 govuk-!-margin-bottom-3")(ul("govuk-list govuk-!-font-size-16")(titles)));
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
