#include "web/action_groups.h"

namespace web {

using namespace html;
using disagreement::Action;
using Group = ActionGroup;

ActionGroup group_of(Action action) {
    switch (action) {
        case Action::Raise:
        case Action::Answer:
        case Action::Escalate:
        case Action::GoUpTheLine:
        case Action::Jump:
        case Action::ChooseBranch:
        case Action::Convene:
        case Action::Offer:
        case Action::AcceptOffer:
        case Action::DeclineOffer:
        case Action::Decide:
        case Action::ReferPolicyIssue:
        case Action::HandOver:
        case Action::TakeBack: return Group::MoveOn;
        case Action::ProposeOutcome:
        case Action::ConfirmOutcome:
        case Action::RejectOutcome:
        case Action::AddPoint:
        case Action::SettlePoint:
        case Action::ReplanPoint:
        case Action::RecordCourse:
        case Action::Withdraw:
        case Action::Close:
        case Action::Reopen: return Group::Settle;
        case Action::Consult:
        case Action::Contact:
        case Action::RecordDiscussion:
        case Action::StatePosition:
        case Action::AgreeMeeting:
        case Action::RecordMeeting:
        case Action::HoldMeeting:
        case Action::ReceiveRepresentation:
        case Action::Dissent:
        case Action::DisagreeInternally:
        case Action::DrawLesson:
        case Action::TakeStep:
        case Action::EndStep:
        case Action::AddNote: return Group::Record;
        case Action::SubmitForm: return Group::Forms;
        case Action::DeclareDanger:
        case Action::RecordReferral:
        case Action::RecordProtection:
        case Action::ChangeStanding:
        case Action::TellFamily: return Group::Safety;
        case Action::SetDate:
        case Action::SetPriority:
        case Action::Link:
        case Action::Correct:
        case Action::NameRole:
        case Action::Reassign:
        case Action::Discharge:
        case Action::Waive:
        case Action::Expire: return Group::Keep;
    }
    return Group::Keep;
}

namespace {

std::string heading_of(Group group) {
    switch (group) {
        case Group::MoveOn: return "Take it on";
        case Group::Settle: return "Settle or end it";
        case Group::Record: return "Put on record";
        case Group::Forms: return "Forms";
        case Group::Safety: return "The child and family";
        case Group::Keep: return "Posts, dates and the record itself";
    }
    return {};
}

}  // namespace

Html links_to_acts(const Case& one, const std::vector<disagreement::Permitted>& permitted,
                   const app::PostId& on_behalf) {
    Html all;
    for (const auto group :
         {Group::MoveOn, Group::Settle, Group::Record, Group::Forms, Group::Safety, Group::Keep}) {
        Html links;
        for (const auto& way : permitted) {
            if (group_of(way.action) != group) continue;
            links.add(li()(a(act_path(one, way.action, way.key, on_behalf), "govuk-link")(way.title)));
        }
        if (links.empty()) continue;
        all.add(h3("govuk-heading-s govuk-!-margin-bottom-1")(heading_of(group)))
            .add(ul("govuk-list govuk-!-font-size-16")(links));
    }
    return all;
}

}  // namespace web
