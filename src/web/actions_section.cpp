#include "govuk/notice.h"
#include "web/action_groups.h"
#include "web/disagreement_sections.h"
#include "web/on_behalf.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

Html links_to(const Case& one, const std::vector<disagreement::Permitted>& permitted,
              const app::PostId& on_behalf) {
    Html all;
    for (const auto& [title, actions] : grouped(permitted)) {
        Html links;
        for (const auto* action : actions) {
            links.add(
                li()(a(act_path(one, action->action, action->key, on_behalf), "govuk-link")(action->title)));
        }
        all.add(h3("govuk-heading-s govuk-!-margin-bottom-1")(title))
            .add(ul("govuk-list govuk-!-font-size-16")(links));
    }
    return all;
}

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
        section.add(links_to(one, permissions.permitted, {}));
    }
    const auto not_now = why_not(one);
    if (!not_now.empty())
        section.add(render(govuk::Details{.summary = "What you cannot do now, and why", .content = not_now}));
    return div("govuk-!-display-none-print")(section);
}

Html on_behalf_section(const Case& one) {
    Html posts;
    for (const auto& [post, ways] : ways_on_behalf(one)) {
        if (ways.empty()) continue;
        posts.add(render(govuk::Details{.summary = "For " + in_words(one.directory(), post),
                                        .content = links_to(one, ways, post),
                                        .classes = "govuk-!-margin-bottom-2"}));
    }
    if (posts.empty()) return {};
    Html section = h2("govuk-heading-m")("Enter what somebody else said or did");
    section.add(
        p("govuk-body")("For those who have no account: what they said by telephone, on paper or in person "
                        "is entered for them, with who said it, when and how."));
    return div("govuk-!-display-none-print")(section.add(posts));
}

}  // namespace web
