#include "disagreement/action_rules.h"

#include "base/ensure.h"

#include <algorithm>
#include <array>

namespace disagreement {
namespace {

using A = Action;
using H = Happening;

constexpr std::array table{
    ActionRule{A::Raise, "raise", "Raise a disagreement", "You raised the disagreement", H::Raised, By::Raiser, "n"},
    ActionRule{A::Consult, "consult", "Record a consultation with your manager", "You recorded a consultation with your manager", H::Consulted, By::EitherSide, "o"},
    ActionRule{A::Contact, "contact", "Record that you contacted the other side", "You recorded that you contacted the other side", H::Contacted, By::Seats, "o"},
    ActionRule{A::RecordDiscussion, "record_discussion", "Record a discussion", "You recorded a discussion", H::Discussed, By::Seats, "o"},
    ActionRule{A::StatePosition, "state_position", "State your position", "You stated your position", H::PositionStated, By::EitherSide, "o"},
    ActionRule{A::Answer, "answer", "Answer the concern", "You answered the concern", H::Answered, By::ReceivingSeat, "o"},
    ActionRule{A::AgreeMeeting, "agree_meeting", "Agree a meeting", "You recorded that a meeting is agreed", H::MeetingAgreed, By::Seats, "o"},
    ActionRule{A::RecordMeeting, "record_meeting", "Record a meeting", "You recorded a meeting", H::Met, By::Seats, "o"},
    ActionRule{A::Escalate, "escalate", "Take it up", "You took the disagreement up", H::Escalated, By::RaisingSide, "o"},
    ActionRule{A::GoUpTheLine, "go_up_the_line", "Take it one further up the management line", "You took the disagreement one further up the management line", H::WentUpTheLine, By::RaisingSide, "o"},
    ActionRule{A::Jump, "jump", "Go straight to a higher stage", "You took the disagreement straight to a higher stage", H::Escalated, By::Policy, "o"},
    ActionRule{A::ChooseBranch, "choose_branch", "Choose how to go on", "You chose how to go on", H::BranchChosen, By::Policy, "o"},
    ActionRule{A::SetDate, "set_date", "Set or bring forward a date", "You set a date", H::DateSet, By::Policy, "o"},
    ActionRule{A::SubmitForm, "submit_form", "Complete a form", "You sent the form", H::FormSubmitted, By::Policy, "oshcw"},
    ActionRule{A::Dissent, "dissent", "Record dissent", "You recorded dissent", H::Dissented, By::Involved, "o"},
    ActionRule{A::DisagreeInternally, "disagree_internally", "Record that you disagree with your own manager", "You recorded that you disagree with your own manager", H::DisagreedInternally, By::EitherSide, "o"},
    ActionRule{A::Convene, "convene", "Convene a meeting", "You convened a meeting", H::Convened, By::Policy, "o"},
    ActionRule{A::ReceiveRepresentation, "receive_representation", "Record a representation", "You recorded a representation", H::RepresentationReceived, By::Involved, "o"},
    ActionRule{A::Offer, "offer", "Make an offer", "You made an offer", H::OfferMade, By::Policy, "o"},
    ActionRule{A::AcceptOffer, "accept_offer", "Accept the offer", "You accepted the offer", H::OfferAccepted, By::EitherSide, "o"},
    ActionRule{A::DeclineOffer, "decline_offer", "Decline the offer", "You declined the offer", H::OfferDeclined, By::EitherSide, "o"},
    ActionRule{A::HoldMeeting, "hold_meeting", "Record that it was held", "You recorded that it was held", H::Held, By::Policy, "o"},
    ActionRule{A::Decide, "decide", "Decide the course", "You recorded the decision", H::Decided, By::Policy, "os"},
    ActionRule{A::ProposeOutcome, "propose_outcome", "Propose an outcome", "You proposed an outcome", H::OutcomeProposed, By::Seats, "o"},
    ActionRule{A::ConfirmOutcome, "confirm_outcome", "Confirm the outcome", "You confirmed the outcome", H::OutcomeConfirmed, By::Policy, "osh"},
    ActionRule{A::RejectOutcome, "reject_outcome", "Say that you do not agree to the outcome", "You said that you do not agree to the outcome", H::OutcomeRejected, By::Policy, "osh"},
    ActionRule{A::DeclareDanger, "declare_danger", "Say that a child is in immediate danger", "You said that a child is in immediate danger", H::DangerDeclared, By::Involved, "oswch"},
    ActionRule{A::RecordReferral, "record_referral", "Record the referral made under child protection procedures", "You recorded the referral", H::ReferralMade, By::Involved, "oswch"},
    ActionRule{A::RecordProtection, "record_protection", "Record what protects the child meanwhile", "You recorded what protects the child meanwhile", H::ProtectionRecorded, By::Involved, "osh"},
    ActionRule{A::ChangeStanding, "change_standing", "Record a change in the child's standing", "You recorded a change in the child's standing", H::StandingChanged, By::Involved, "os"},
    ActionRule{A::TellFamily, "tell_family", "Record whether the family was told", "You recorded whether the family was told", H::FamilyTold, By::EitherSide, "osch"},
    ActionRule{A::DrawLesson, "draw_lesson", "Draw a lesson", "You drew a lesson", H::LessonDrawn, By::Involved, "osch"},
    ActionRule{A::AddPoint, "add_point", "Add an outstanding point", "You added an outstanding point", H::PointAdded, By::EitherSide, "os"},
    ActionRule{A::SettlePoint, "settle_point", "Record that an outstanding point is done", "You recorded that an outstanding point is done", H::PointSettled, By::Involved, "oshcw"},
    ActionRule{A::RecordCourse, "record_course", "Record what follows", "You recorded what follows", H::CourseRecorded, By::Keeper, "o"},
    ActionRule{A::ReferPolicyIssue, "refer_policy_issue", "Refer a policy issue that it brought up", "You referred a policy issue", H::Escalated, By::EitherSide, "s"},
    ActionRule{A::HandOver, "hand_over", "Hand over to another process", "You handed the disagreement over to another process", H::HandedOver, By::Policy, "o"},
    ActionRule{A::Withdraw, "withdraw", "Withdraw it", "You withdrew the disagreement", H::Withdrawn, By::RaisingSide, "os"},
    ActionRule{A::Close, "close", "Close the record", "You closed the record", H::Closed, By::Involved, "osh"},
    ActionRule{A::Reopen, "reopen", "Reopen it", "You reopened the disagreement", H::Reopened, By::Involved, "swch"},
    ActionRule{A::Link, "link", "Link another disagreement", "You linked another disagreement", H::Linked, By::Involved, "oswch"},
    ActionRule{A::AddNote, "add_note", "Add a note", "You added a note", H::NoteAdded, By::Involved, "oswch"},
    ActionRule{A::Correct, "correct", "Correct the record", "You corrected the record", H::Corrected, By::Involved, "oswch"},
    ActionRule{A::NameRole, "name_role", "Name somebody for a role", "You named somebody for a role", H::RoleNamed, By::Involved, "osh"},
    ActionRule{A::Reassign, "reassign", "Reassign to another post", "You reassigned it to another post", H::Reassigned, By::Involved, "osh"},
    ActionRule{A::Discharge, "discharge", "Mark as done", "You marked it as done", H::Discharged, By::Owner, "oshcw"},
    ActionRule{A::Waive, "waive", "Waive, with a reason", "You waived it", H::Waived, By::Keeper, "oshcw"},
    ActionRule{A::SetPriority, "set_priority", "Say how pressing it is", "You said how pressing it is", H::PrioritySet, By::Policy, "o"},
    ActionRule{A::TakeStep, "take_step", "Record a step", "You recorded a step", H::StepTaken, By::Policy, "oshcw"},
    ActionRule{A::EndStep, "end_step", "Record that a process beside it has ended", "You recorded that a process has ended", H::StepEnded, By::Policy, "oshcw"},
    ActionRule{A::ReplanPoint, "replan_point", "Plan an outstanding point anew", "You planned an outstanding point anew", H::PointReplanned, By::Involved, "oshcw"},
    ActionRule{A::TakeBack, "take_back", "Take it back from the other process", "You took the disagreement back", H::Returned, By::Policy, "h"},
    ActionRule{A::Expire, "expire", "Record that a date has passed", "It was recorded that a date has passed", H::Breached, By::System, "oshcw"},
};

/// Where in the table an action has its row.
constexpr auto places = [] {
    std::array<std::size_t, table.size()> places{};
    for (std::size_t i = 0; i < table.size(); ++i) places.at(static_cast<std::size_t>(table[i].action)) = i;
    return places;
}();

}  // namespace

const ActionRule& rule_of(Action action) {
    const auto& row = table[places.at(static_cast<std::size_t>(action))];
    base::ensure(row.action == action, "every action has its row");
    return row;
}

char letter(Phase phase) {
    switch (phase) {
        case Phase::None: return 'n';
        case Phase::Open: return 'o';
        case Phase::Settled: return 's';
        case Phase::Closed: return 'c';
        case Phase::Withdrawn: return 'w';
        case Phase::HandedOver: return 'h';
    }
    return ' ';
}

std::string to_word(Action action) { return std::string(rule_of(action).word); }

std::optional<Action> parse_action(std::string_view word) {
    const auto found = std::ranges::find(table, word, &ActionRule::word);
    return found == table.end() ? std::nullopt : std::optional(found->action);
}

const std::vector<Action>& all_actions() {
    static const std::vector<Action> actions = [] {
        std::vector<Action> all;
        for (const auto& row : table) all.push_back(row.action);
        return all;
    }();
    return actions;
}

}  // namespace disagreement
