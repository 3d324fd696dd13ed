// Raising: what it is for, before anything is asked.
#include <algorithm>

#include "govuk/button.h"
#include "govuk/notice.h"
#include "policy/whom.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/raise_form.h"
#include "web/raise_other_side.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

Html not_for_this(const policy::Scope& scope) {
    Html list;
    for (const auto& exclusion : scope.exclusions) {
        list.add(li()(exclusion.question, " Go to ", exclusion.go_to, "."));
    }
    if (list.empty()) return {};
    Html part = h2("govuk-heading-m")("What this is not for");
    return part.add(ul("govuk-list govuk-list--bullet")(list));
}

Html guidance(const policy::Scope& scope) {
    Html list;
    for (const auto& word : scope.guidance) list.add(li()(word.title));
    if (list.empty()) return {};
    Html part = h2("govuk-heading-m")("What the policy says first");
    return part.add(ul("govuk-list govuk-list--bullet")(list));
}

/// Whoever had begun need not begin again.
Html drafts_here(const UseCases& use, const Raising& raising) {
    const auto own = use.drafts.list(raising.asked.person());
    const auto here = static_cast<std::size_t>(std::ranges::count_if(own, [&](const app::KeptDraft& draft) {
        return draft.partnership == raising.partnership.key && !draft.act;
    }));
    if (here == 0) return {};
    return p("govuk-body")("You have ", a("/work#drafts", "govuk-link")(counted(here, "draft") + " here"), " already.");
}

}  // namespace

Answer choose_partnership(const UseCases&, const Address&, const Asked& asked) {
    const auto own = partnerships_of(asked);
    if (own.size() == 1) return http::see_other("/raise/" + own.front()->key);
    Sheet sheet{.title = "Raise a disagreement", .section = Section::Raise};
    sheet.content = h1("govuk-heading-l")("Raise a disagreement");
    if (own.empty()) {
        sheet.content.add(
            p("govuk-body")("You hold no post in an agency that works with a partnership here, so there is "
                            "nothing you could raise it from."));
        return sheet;
    }
    sheet.content.add(
        p("govuk-body")("Your agency works with several partnerships. Each has its own policy. Choose the "
                        "one where the child lives."));
    Html links;
    for (const auto* partnership : own)
        links.add(li()(a("/raise/" + partnership->key, "govuk-link")(partnership->name)));
    sheet.content.add(ul("govuk-list govuk-list--spaced")(links));
    return sheet;
}

Answer before_raising(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    const auto& pack = raising->partnership.pack();
    Sheet sheet = raise_sheet(*raising, "Before you raise a disagreement", "/work");
    sheet.content = span("govuk-caption-l")(raising->partnership.name);
    sheet.content.add(h1("govuk-heading-l")("Before you raise a disagreement"));
    sheet.content.add(render(govuk::WarningText{
        .content = policy::worded("If a child is in immediate danger, call 999 now. If a child is at risk of "
                                  "harm, tell children's social care under your child protection procedures. "
                                  "Do not wait for an answer here.",
                                  pack)}));
    sheet.content.add(
        p("govuk-body")(policy::worded("Use this when you think that a decision, an action or something left undone "
                                       "by another agency leaves a child unsafe, and talking has not settled it. ",
                                       pack),
                        "It follows the policy ",
                        strong()(pack.identity.title), " of ", policy::owner_in_words(pack.identity), "."));
    sheet.content.add(
        p("govuk-body")("It is not a complaint, and it is not about who is to blame. Both sides see the same "
                        "record and the same dates."));
    sheet.content.add(not_for_this(pack.scope)).add(guidance(pack.scope));
    sheet.content.add(h2("govuk-heading-m")("What you need"));
    sheet.content.add(ul("govuk-list govuk-list--bullet")(
        li()("whose decision or action it is"),
        li()(policy::worded("why it leaves the child unsafe, and what you base that on", pack)),
        li()("the outcome you want"), li()(policy::worded("what protects the child meanwhile", pack))));
    sheet.content.add(p("govuk-body")(
        "It takes about ten minutes, and you can stop and come back. Nothing is sent until you have checked your "
        "answers. ",
        a("/policies/" + raising->partnership.key, "govuk-link")("Read the policy and its dates"), "."));
    sheet.content.add(drafts_here(use, *raising));
    if (!has_another_agency(*raising)) {
        sheet.content.add(nobody_on_the_other_side(*raising));
        return sheet;
    }
    if (const auto no = use.transact.not_yet(raising->partnership.key)) {
        sheet.content.add(render(govuk::InsetText{.content = Html("Nothing can be raised here yet: ").add(no->why).add(".")}));
        return sheet;
    }
    sheet.content.add(render(govuk::Button{.content = "Start now",
                                           .kind = govuk::ButtonKind::Start,
                                           .href = raise_path(*raising) + "/questions"}));
    return sheet;
}

}  // namespace web
