// From a command to events, or to the reason why not. Reads as the rules do: phase, right, need, answers, effect.
#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/fields.h"
#include "disagreement/guard.h"
#include "disagreement/stages.h"
#include "disagreement/steps.h"

#include <algorithm>

namespace disagreement {
namespace {

using A = Action;
using H = Happening;

std::optional<base::Refusal> missing_for_capacity(const Request& request) {
    const auto& answers = request.command.answers;
    if (request.acting.capacity == Capacity::Manager && answers.text("acting_reason").empty()) {
        return refuse("acting_reason_missing", "Enter why you act for this post", "acting_reason");
    }
    if (!request.acting.on_behalf) return {};
    for (const auto& [name, what] : {std::pair{"said_by", "who said it"}, {"said_how", "how it was said"}, {"said_at", "when it was said"}}) {
        if (answers.text(name).empty()) {
            return refuse("on_behalf_incomplete", std::string("Enter ") + what + ": you record this for somebody else", name, "house ALL-2");
        }
    }
    return {};
}

Decision simple(const Request& request) {
    return Events{event_of(request, rule_of(request.command.action).records, request.about)};
}

Decision tell_family(const Request& request) {
    const bool told = request.command.answers.yes("told");
    if (!told && request.command.answers.text("views").empty()) {
        return tl::unexpected(refuse("answer_missing", "Enter why they were not told", "views"));
    }
    return Events{event_of(request, told ? H::FamilyTold : H::FamilyNotTold)};
}

Decision keyed_by(const Request& request, const std::string& answer) {
    return Events{event_of(request, rule_of(request.command.action).records, request.command.answers.text(answer))};
}

Decision change_standing(const Request& request) {
    auto missing = another_without_words(request.command.answers, {"standing"});
    if (!missing.empty()) return tl::unexpected(std::move(missing.front()));
    return keyed_by(request, "standing");
}

Decision expire(const Request& request) {
    Event event = event_of(request, H::Breached, request.about);
    event.open.set("due", calendar::to_iso(find_duty(request.duties, request.about)->due->at));
    return then_next_stage(request, {std::move(event)});
}

Decision effect(const Request& request) {
    switch (request.command.action) {
        case A::Escalate: return decide_escalate(request);
        case A::GoUpTheLine: return decide_up_the_line(request);
        case A::Jump: return decide_jump(request);
        case A::ReferPolicyIssue: return decide_policy_issue(request);
        case A::Reopen: return decide_reopen(request);
        case A::ProposeOutcome: return decide_propose(request);
        case A::ConfirmOutcome:
        case A::RejectOutcome: return decide_confirm(request);
        case A::Decide: return decide_course(request);
        case A::HoldMeeting: return decide_held(request);
        case A::Convene: return decide_convened(request);
        case A::Offer:
        case A::AcceptOffer:
        case A::DeclineOffer: return decide_offer(request);
        case A::SubmitForm: return decide_form(request);
        case A::SetDate: return decide_date(request);
        case A::AddPoint: return decide_point(request);
        case A::Reassign: return decide_reassign(request);
        case A::NameRole: return decide_role(request);
        case A::Correct: return decide_correction(request);
        case A::Answer: return decide_answer(request);
        case A::AgreeMeeting: return decide_meeting_agreed(request);
        case A::TellFamily: return tell_family(request);
        case A::ChangeStanding: return change_standing(request);
        case A::ChooseBranch: return keyed_by(request, "branch");
        case A::SetPriority: return keyed_by(request, "priority");
        case A::Dissent: return keyed_by(request, "held");
        case A::TakeBack: return decide_take_back(request);
        case A::Withdraw: return decide_withdraw(request);
        case A::ReplanPoint: return decide_replan(request);
        case A::Expire: return expire(request);
        case A::Consult: case A::Contact: case A::RecordDiscussion: case A::StatePosition:
        case A::RecordMeeting: case A::DisagreeInternally:
        case A::TakeStep: case A::EndStep:
        case A::ReceiveRepresentation: case A::DeclareDanger: case A::RecordReferral:
        case A::RecordProtection: case A::DrawLesson: case A::SettlePoint: case A::RecordCourse:
        case A::HandOver: case A::Close: case A::Link: case A::AddNote:
        case A::Discharge: case A::Waive: return simple(request);
        case A::Raise: break;
    }
    return tl::unexpected(refuse("wrong_phase", "it has been raised already"));
}

/// Those about a form, meeting, duty, role, stage, step, date or point: the guard knows which there are.
bool has_subjects(Action action) {
    static const std::set<Action> about_something{
        A::Answer, A::ProposeOutcome, A::ConfirmOutcome, A::RejectOutcome, A::Convene, A::Offer, A::AcceptOffer,
        A::DeclineOffer, A::HoldMeeting, A::Discharge, A::Waive, A::Expire, A::Jump, A::SubmitForm, A::NameRole,
        A::TakeStep, A::EndStep, A::SetDate, A::ReplanPoint, A::SettlePoint};
    return about_something.contains(action);
}

/// With one receiving agency there is no need to say which; with several the answer or offer must. What
/// has no subject may still concern one agency; other words would stand in the open for ever.
std::string about_of(const State& state, const Command& command) {
    const std::string& about = command.answers.text("about");
    if (!has_subjects(command.action)) return find_party(state, AgencyId(about)) ? about : std::string{};
    const bool per_agency = command.action == A::Answer || command.action == A::ProposeOutcome;
    if (!about.empty() || !per_agency) return about;
    const auto open = unsettled(state);
    return open.size() == 1 ? open.front().get() : about;
}

}  // namespace

Decision decide(const State& state, const Command& sent, const Setting& setting, const Actor& actor) {
    Command command = without_blanks(sent);
    command.answers = without_idle_words(std::move(command.answers));
    if (command.action == A::Raise) {
        if (state.phase != Phase::None) return tl::unexpected(refuse("wrong_phase", "it has been raised already"));
        return decide_raise(command, setting, actor);
    }
    const std::string about = about_of(state, command);
    const Duties owed = duties_in(state, setting);
    const Situation at = situation(state, setting, owed);
    const Moment happened = command.happened_at.value_or(setting.now);
    const auto acting = guard(command.action, at, actor, about, command.acting_for, happened);
    if (!acting) return tl::unexpected(acting.error());
    if (auto no = wrong_time(state, command, setting)) return tl::unexpected(*no);

    Request request{state, command, setting, actor, owed, *acting, about,
                    fields_of(command.action, state, setting, about), happened};
    for (const auto& field : common_fields()) request.fields.push_back(field);
    leave_unasked(request.fields, state, setting.pack);
    if (auto no = missing_for_capacity(request)) return tl::unexpected(*no);
    const auto wrong = check_answers(request.fields, command.answers, state, setting.pack);
    if (!wrong.empty()) return tl::unexpected(wrong.front());
    return effect(request);
}

Author author(const Request& request) {
    return {request.actor.person, request.acting.post, request.acting.agency, request.acting.side,
            request.acting.on_behalf};
}

Event event_of(const Request& request, Happening happening, const std::string& key) {
    Event event{.fact = {happening, key}, .happened_at = request.happened_at,
                .recorded_at = request.setting.now, .by = author(request)};
    // An answer or outcome is about one receiving agency; what a receiving side does is about itself.
    if (find_party(request.state, AgencyId(request.about))) event.agency = AgencyId(request.about);
    else if (request.acting.side == Side::Receiving) event.agency = request.acting.agency;
    for (const auto& field : request.fields) {
        const auto values = request.command.answers.list(field.name);
        if (values.empty() || values.front().empty() || field.name == "about") continue;
        if (field.privacy == policy::Privacy::Open) event.open.values[field.name] = values;
        else event.sealed.push_back({field.name, field.privacy, values.front()});
    }
    if (request.acting.capacity != Capacity::Holder) {
        event.open.set("capacity", request.acting.capacity == Capacity::Deputy ? "deputy" : "manager");
    }
    return event;
}

base::Refusal refuse(const std::string& rule, const std::string& why, const std::string& field,
                     const std::string& clause) {
    return {rule, why, clause, field};
}

}  // namespace disagreement
