#include "web/at_hand.h"

#include "govuk/notice.h"
#include "policy/whom.h"
#include "web/action_groups.h"
#include "web/disagreement_sections.h"
#include "web/events.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::Action;
using policy::Happening;

Html behind_a_line(const std::string& summary, const Html& content, bool open = false) {
    return content.empty() ? Html{} : render(govuk::Details{.summary = summary, .content = content, .open = open});
}

Html what_was_raised(const Case& one) {
    const auto* raised = app::find_latest(one.view, Happening::Raised);
    return raised ? answers_of(one, *raised) : Html{};
}

/// What others have filled in of the same form; of the others, none.
Html form_so_far(const Case& one, const std::string& form) {
    Html so_far;
    for (const auto& entry : one.view.timeline) {
        const bool same = entry.event.fact == policy::Fact{Happening::FormSubmitted, form};
        if (same) so_far.add(p("govuk-body govuk-!-font-weight-bold")(app::author_of(one.dossier(), entry.event))).add(answers_of(one, entry));
    }
    return so_far;
}

Html call_first(const Case& one) {
    return render(govuk::WarningText{
        .content = policy::worded("If a child is in immediate danger, call 999 first. What you record here calls nobody.", one.pack())});
}

}  // namespace

Html at_hand(const Case& one, const disagreement::Permitted& act) {
    switch (act.action) {
        case Action::DeclareDanger:
        case Action::RecordReferral: return call_first(one);
        case Action::ConfirmOutcome:
        case Action::RejectOutcome: return outcome_section(one);
        case Action::SettlePoint:
        case Action::ReplanPoint: return points_section(one);
        default: break;
    }
    const auto group = group_of(act.action);
    if (group != ActionGroup::MoveOn && group != ActionGroup::Settle && group != ActionGroup::Forms) return {};
    Html all = behind_a_line("What was raised", what_was_raised(one), act.action == Action::Answer);
    all.add(behind_a_line("What both sides have said since", positions_said(one)));
    if (act.action == Action::SubmitForm) all.add(behind_a_line("What has been filled in of this form", form_so_far(one, act.key), true));
    return all;
}

}  // namespace web
