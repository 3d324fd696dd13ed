#include "disagreement/guard.h"

#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/dates.h"
#include "disagreement/fulfilment.h"
#include "disagreement/owners.h"
#include "disagreement/stages.h"
#include "policy/asking.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::What;
using A = Action;
using H = Happening;
using No = std::optional<base::Refusal>;

std::string phase_in_words(Phase phase) {
    switch (phase) {
        case Phase::None: return "it has not been raised";
        case Phase::Open: return "it is not settled";
        case Phase::Settled: return "it is settled";
        case Phase::Closed: return "it is closed";
        case Phase::Withdrawn: return "it has been withdrawn";
        case Phase::HandedOver: return "it has been handed over";
    }
    return {};
}

No wrong_phase(Action action, const State& state) {
    const auto& rule = rule_of(action);
    if (rule.phases.find(letter(state.phase)) != std::string_view::npos) return {};
    return base::Refusal{"wrong_phase", "'" + std::string(rule.title) + "' is not possible: " + phase_in_words(state.phase)};
}

/// Judged by when it was done, not by when it was written down.
No too_soon_or_late(const policy::Need& need, const State& state, const Setting& setting, Moment happened) {
    const DateQuery query{state, setting.pack, setting.calendar, state.history.size()};
    if (need.no_sooner_than) {
        const auto end = end_of_span(*need.no_sooner_than, query);
        if (!end) return base::Refusal{"needed_first", need.says, need.source.clause};
        if (happened <= end->at) {
            return base::Refusal{"too_soon", need.says + ": not before the end of " + calendar::in_words(end->date), need.source.clause};
        }
    }
    if (need.no_later_than) {
        const auto end = end_of_span(*need.no_later_than, query);
        if (end && happened > end->at) {
            return base::Refusal{"too_late", need.says + ": that was possible until " + calendar::in_words(end->date), need.source.clause};
        }
    }
    return {};
}

/// The question of raising whose answer a condition turns on: a page leads there.
std::string field_asked(const policy::Condition& condition) {
    for (const auto& part : condition.parts) {
        if (auto field = field_asked(part); !field.empty()) return field;
    }
    if (condition.op != policy::Condition::Op::Is) return {};
    switch (condition.ask) {
        case policy::Ask::Standing: return "standing";
        case policy::Ask::Subject: return "subject";
        case policy::Ask::Topic: return "topic";
        case policy::Ask::Kind: return "kind";
        case policy::Ask::Concern: return "concern";
        case policy::Ask::Origin: return "origin";
        case policy::Ask::Decision: return "disputed";
        case policy::Ask::Criterion: return "criteria";
        case policy::Ask::Priority: return "priority";
        case policy::Ask::Danger: return "danger";
        case policy::Ask::RaiserKind:
        case policy::Ask::RaisingSector: return "raiser_post";
        case policy::Ask::Against:
        case policy::Ask::ReceivingKind:
        case policy::Ask::ReceivingSector:
        case policy::Ask::Agencies: return "to";
        default: return {};
    }
}

/// A limit on raising is not passed by saying nothing: the date it counts from is asked.
No unstated(const policy::Need& need, Action action, const State& state, const Setting& setting) {
    if (action != A::Raise || !need.no_later_than) return {};
    const auto* date = policy::find_date(setting.pack, need.no_later_than->from_date);
    if (!date || date->counted || state.dates.contains(date->key)) return {};
    return base::Refusal{"answer_missing", policy::asked_for({.label = date->title, .kind = policy::FieldKind::Date}), need.source.clause, "date_" + date->key};
}

No unmet(const std::vector<policy::Need>& needs, Action action, const std::string& key, const State& state, const Setting& setting, Moment happened) {
    if (needs.empty()) return {};
    const std::string word = to_word(action);
    const std::string about = word + ":" + key;
    for (const auto& need : needs) {
        const bool concerns = std::ranges::any_of(
            need.before, [&](const auto& before) { return before == word || before == about; });
        if (!concerns || (need.when && !holds(*need.when, state, setting.pack))) continue;
        if (!holds(need.that, state, setting.pack)) {
            const std::string field = action == A::Raise ? field_asked(need.that) : std::string{};
            return base::Refusal{"needed_first", need.says, need.source.clause, field};
        }
        if (auto no = unstated(need, action, state, setting)) return no;
        if (auto no = too_soon_or_late(need, state, setting, happened)) return no;
    }
    return {};
}

/// What the policy wants to be true first, at this stage or at every stage.
No needed_first(Action action, const Situation& at, const std::string& key, Moment happened) {
    if (const auto* stage = stage_now(at.state, at.setting.pack)) {
        if (auto no = unmet(stage->needs, action, key, at.state, at.setting, happened)) return no;
    }
    return unmet(at.setting.pack.needs, action, key, at.state, at.setting, happened);
}

No cannot_set_priority(const Situation& at) {
    if (!at.setting.pack.priorities.words.empty()) return {};
    return base::Refusal{"no_priorities", "this policy knows no priorities"};
}

No cannot_take(const Situation& at, const std::string& key) {
    const auto* step = policy::find_step(at.setting.pack, key);
    if (!step) return base::Refusal{"no_such_step", key.empty() ? "say which step" : "'" + key + "' is not a step of this policy"};
    const auto* stage = stage_now(at.state, at.setting.pack);
    const bool here = step->stages.empty() || (stage && std::ranges::find(step->stages, stage->key) != step->stages.end());
    if (!here) return base::Refusal{"not_here", "'" + step->title + "' is not a step of this stage", step->source.clause};
    if (at.state.phase != Phase::Open && !step->afterwards) {
        return base::Refusal{"wrong_phase", "'" + step->title + "' is not possible: " + phase_in_words(at.state.phase), step->source.clause};
    }
    if (!step->when || holds(*step->when, at.state, at.setting.pack)) return {};
    return base::Refusal{"needed_first", step->says.empty() ? "what has to come before this step has not happened" : step->says, step->source.clause};
}

No cannot_end(const Situation& at, const std::string& key) {
    const auto* step = policy::find_step(at.setting.pack, key);
    if (!step || !step->beside) return base::Refusal{"no_such_step", "'" + key + "' is not a process beside this one"};
    const auto count = [&](H happening) {
        return std::ranges::count_if(at.state.history, [&](const Recorded& r) { return names({happening, key}, r.event); });
    };
    if (count(H::StepTaken) > count(H::StepEnded)) return {};
    return base::Refusal{"not_begun", "'" + step->title + "' has not begun, or has ended already", step->source.clause};
}

No cannot_set_date(const Situation& at, const std::string& key) {
    const auto* date = policy::find_date(at.setting.pack, key);
    if (!date || !date->counted) return {};
    return base::Refusal{"counted", "'" + date->title + "' is counted, not set", date->source.clause};
}

No cannot_take_back(const Situation& at) {
    const auto* stage = stage_now(at.state, at.setting.pack);
    if (stage && stage->hand_over && stage->hand_over->back_by.kind != policy::Who::Kind::Nobody) return {};
    return base::Refusal{"no_return", "what was handed over here does not come back",
                         stage && stage->hand_over ? stage->hand_over->source.clause : std::string{}};
}

No cannot_close(const Situation& at) {
    const auto* route = policy::find_route(at.setting.pack, at.state.route);
    const bool wants_settling = !route || route->disagreement;
    if (at.state.phase == Phase::Open && wants_settling && !at.state.course_recorded) {
        return base::Refusal{"not_settled", "it is not settled: settle it, withdraw it, or have it recorded what follows",
                             "house ALL-11"};
    }
    for (const auto& duty : at.duties) {
        if (is_open(duty) && duty.holds_up_closing) {
            return base::Refusal{"duties_open", "still to be done first: " + duty.title, duty.source.clause};
        }
    }
    return {};
}

No cannot_go_up_the_line(const Situation& at) {
    const auto* stage = stage_now(at.state, at.setting.pack);
    const Visit* visit = find_visit(at.state);
    if (!stage || !visit || !stage->repeats) return base::Refusal{"no_repetition", "this stage is not repeated up the line"};
    const auto& clause = stage->repeats->source.clause;
    const auto stays = std::ranges::count(at.state.visits, stage->key, &Visit::stage);
    if (stays > stage->repeats->times_max) {
        return base::Refusal{"line_ends", "it has been up the line as often as the policy allows: take it to the next stage", clause};
    }
    const auto further = [&](const PostId& post) { return at.setting.directory.find_above(post) != nullptr; };
    const bool anybody = further(visit->raising.post) ||
                         std::ranges::any_of(visit->receiving, [&](const auto& seat) { return further(seat.second.post); });
    if (anybody) return {};
    return base::Refusal{"line_ends", "both management lines end here: take it to the next stage", clause};
}

No cannot_jump(const Situation& at, const std::string& to) {
    const Visit* visit = find_visit(at.state);
    const int rank = visit ? policy::rank_of(at.setting.pack, at.state.route, visit->stage) : -1;
    if (at.setting.pack.jumps.empty()) return base::Refusal{"no_jump", "this policy has no clause that lets a stage be left out"};
    const auto targets = jump_targets(at.state, at.setting.pack, rank, JumpsOf::Anybody);
    const auto& source = at.setting.pack.jumps.front().source;
    if (targets.empty()) {
        return base::Refusal{"no_jump", "a stage may only be left out where the clause allows it, and as things stand it does not", source.clause};
    }
    const bool named = std::ranges::any_of(targets, [&](const auto& target) { return target.first->key == to; });
    if (named || to.empty()) return {};
    return base::Refusal{"no_jump", "'" + to + "' is not a higher stage that may be gone to directly", source.clause};
}

No cannot_hand_over(const Situation& at) {
    const auto* stage = stage_now(at.state, at.setting.pack);
    if (!stage || !stage->hand_over) return base::Refusal{"no_hand_over", "this stage does not hand over to another process"};
    const auto& rule = *stage->hand_over;
    if (holds(rule.when, at.state, at.setting.pack)) return {};
    const std::string why = rule.says.empty() ? "what has to come before the hand-over has not been done" : rule.says;
    return base::Refusal{"needed_first", why, rule.source.clause};
}

No no_such_meeting(const Situation& at, const std::string& key) {
    const auto* stage = stage_now(at.state, at.setting.pack);
    const bool here = stage && std::ranges::find(stage->meetings, key) != stage->meetings.end();
    const auto* meeting = policy::find_meeting(at.setting.pack, key);
    if (here && meeting) return {};
    return base::Refusal{"no_meeting", key.empty() ? "say which meeting" : "'" + key + "' is not a meeting of this stage"};
}

No cannot_offer(Action action, const Situation& at, const std::string& key) {
    if (auto no = no_such_meeting(at, key)) return no;
    const auto* meeting = policy::find_meeting(at.setting.pack, key);
    if (!meeting->offered) return base::Refusal{"not_offered", "'" + meeting->title + "' is not something that is offered", meeting->source.clause};
    const int visit = static_cast<int>(at.state.visits.size()) - 1;
    const auto here = [&](H happening) {
        return std::ranges::any_of(at.state.history, [&](const Recorded& r) {
            return r.visit == visit && names({happening, key}, r.event);
        });
    };
    if (action == A::Offer && here(H::OfferMade)) return base::Refusal{"offered_already", "it has been offered already", meeting->source.clause};
    if (action != A::Offer && !here(H::OfferMade)) return base::Refusal{"not_offered_yet", "it has not been offered yet", meeting->source.clause};
    if (action != A::Offer && here(H::OfferDeclined)) return base::Refusal{"declined_already", "it has been declined already", meeting->source.clause};
    return {};
}

No cannot_hold(const Situation& at, const std::string& key) {
    if (auto no = no_such_meeting(at, key)) return no;
    const auto* meeting = policy::find_meeting(at.setting.pack, key);
    if (!meeting->offered) return {};
    const int visit = static_cast<int>(at.state.visits.size()) - 1;
    const bool declined = std::ranges::any_of(at.state.history, [&](const Recorded& r) {
        return r.visit == visit && names({H::OfferDeclined, key}, r.event);
    });
    if (!declined) return {};
    return base::Refusal{"declined_already", "the offer was declined: it cannot be held", meeting->source.clause};
}

/// A proposal waits for somebody's word, or a settled outcome for its confirmation.
No nothing_to_confirm(const Situation& at) {
    const bool waits = std::ranges::any_of(at.duties, [](const Duty& duty) { return is_open(duty) && duty.what == What::Confirm; });
    if (waits) return {};
    return base::Refusal{"nothing_to_confirm", "no outcome waits to be confirmed"};
}

No nothing_to_discharge(const Situation& at, const std::string& id) {
    const auto& all = at.duties;
    const Duty* duty = find_duty(all, id);
    if (!duty) return base::Refusal{"no_such_duty", "there is no duty '" + id + "'"};
    if (!is_open(*duty)) return base::Refusal{"not_open", "'" + duty->title + "' is not open any more: " + to_word(duty->state), duty->source.clause};
    return {};
}

bool only_needs_doing(const Duty& duty, const State& state, const policy::Pack& pack) {
    const auto* rule = find_rule(duty, state, pack);
    if (!rule) return duty.what == What::Consider;
    return std::ranges::any_of(policy::done_by(*rule), [](const auto& fact) { return fact.happening == H::Discharged; });
}

No cannot_discharge(const Situation& at, const std::string& id) {
    if (auto no = nothing_to_discharge(at, id)) return no;
    const auto& all = at.duties;
    const Duty& duty = *find_duty(all, id);
    if (only_needs_doing(duty, at.state, at.setting.pack)) return {};
    return base::Refusal{"done_otherwise", "'" + duty.title + "' is not ticked off: it is done by doing it", duty.source.clause};
}

/// Only what a policy asks can be found not to be needed: that somebody must act at all is not waived.
No cannot_waive(const Situation& at, const std::string& id) {
    if (auto no = nothing_to_discharge(at, id)) return no;
    const Duty& duty = *find_duty(at.duties, id);
    if (find_rule(duty, at.state, at.setting.pack)) return {};
    return base::Refusal{"not_waived", "'" + duty.title + "' cannot be waived: somebody must always act", duty.source.clause};
}

No cannot_expire(const Situation& at, const std::string& id) {
    const auto& all = at.duties;
    const Duty* duty = find_duty(all, id);
    if (!duty || !duty->overdue || !is_recorded_when_late(*duty)) return base::Refusal{"not_overdue", "this duty is not overdue"};
    const bool recorded = std::ranges::any_of(at.state.history, [&](const Recorded& r) { return names({H::Breached, id}, r.event); });
    if (recorded) return base::Refusal{"recorded_already", "that it was late has been recorded already"};
    return {};
}

No cannot_settle_point(const State& state, const std::string& key) {
    const auto point = std::ranges::find(state.points, key, &Point::key);
    if (point == state.points.end()) return base::Refusal{"no_such_point", "there is no outstanding point '" + key + "'"};
    if (point->settled_at) return base::Refusal{"not_open", "outstanding point " + key + " is done already"};
    return {};
}

No cannot_propose(const State& state, const std::string& agency) {
    const Party* party = find_party(state, AgencyId(agency));
    if (!party) return base::Refusal{"which_agency", "say with which receiving agency"};
    if (party->settled) return base::Refusal{"settled_already", "it is settled with that agency already"};
    return {};
}

No cannot_refer_issue(const Setting& setting) {
    if (find_though_settled(setting.pack)) return {};
    return base::Refusal{"no_such_stage", "this policy has no stage that takes up policy issues once a matter is settled"};
}

No cannot_name(const Setting& setting, const std::string& key) {
    if (policy::find_role(setting.pack, key)) return {};
    return base::Refusal{"no_such_role", "'" + key + "' is not a role that this policy names"};
}

/// A form is for when the policy asks for it; one that no duty ever asks for, for any time.
bool is_asked_for(const Situation& at, const std::string& form) {
    const auto asks = [&](const std::vector<policy::DutyRule>& rules) {
        return std::ranges::any_of(rules, [&](const auto& rule) { return rule.form == form && rule.what == What::CompleteForm; });
    };
    const bool ever = asks(at.setting.pack.duties) || std::ranges::any_of(at.setting.pack.stages, [&](const auto& s) { return asks(s.duties); });
    return !ever || std::ranges::any_of(at.duties, [&](const Duty& duty) { return duty.form == form; });
}

No cannot_submit(const Situation& at, const std::string& key) {
    const auto* form = policy::find_form(at.setting.pack, key);
    if (!form) return base::Refusal{"no_such_form", "'" + key + "' is not a form of this policy"};
    if (is_asked_for(at, key)) return {};
    return base::Refusal{"not_asked_for", "'" + form->title + "' is not asked for yet", form->source.clause};
}

No cannot_branch(const Situation& at) {
    const auto* stage = stage_now(at.state, at.setting.pack);
    if (!stage || !stage->branches) return base::Refusal{"no_branches", "this stage has one way on"};
    return {};
}

No cannot_decide(const Situation& at) {
    const auto* stage = stage_now(at.state, at.setting.pack);
    if (!stage || stage->decisions.empty()) return base::Refusal{"nobody_decides", "nobody decides at this stage: it is for the two sides to settle"};
    if (find_decision(at.state, at.setting)) return {};
    return base::Refusal{"needed_first", "what has to come before the decision has not happened yet", stage->decisions.front().source.clause};
}

No specific(Action action, const Situation& at, const std::string& key) {
    switch (action) {
        case A::Close: return cannot_close(at);
        case A::SetPriority: return cannot_set_priority(at);
        case A::TakeStep: return cannot_take(at, key);
        case A::EndStep: return cannot_end(at, key);
        case A::SetDate: return cannot_set_date(at, key);
        case A::TakeBack: return cannot_take_back(at);
        case A::GoUpTheLine: return cannot_go_up_the_line(at);
        case A::Jump: return cannot_jump(at, key);
        case A::HandOver: return cannot_hand_over(at);
        case A::Convene: return no_such_meeting(at, key);
        case A::Offer:
        case A::AcceptOffer:
        case A::DeclineOffer: return cannot_offer(action, at, key);
        case A::HoldMeeting: return cannot_hold(at, key);
        case A::ConfirmOutcome:
        case A::RejectOutcome: return nothing_to_confirm(at);
        case A::Discharge: return cannot_discharge(at, key);
        case A::Waive: return cannot_waive(at, key);
        case A::Expire: return cannot_expire(at, key);
        case A::SettlePoint:
        case A::ReplanPoint: return cannot_settle_point(at.state, key);
        case A::ProposeOutcome: return cannot_propose(at.state, key);
        case A::ReferPolicyIssue: return cannot_refer_issue(at.setting);
        case A::NameRole: return cannot_name(at.setting, key);
        case A::ChooseBranch: return cannot_branch(at);
        case A::Decide: return cannot_decide(at);
        case A::SubmitForm: return cannot_submit(at, key);
        case A::RecordCourse: {
            const auto& all = at.duties;
            const bool owed = std::ranges::any_of(all, [](const Duty& d) { return is_open(d) && d.what == What::RecordCourse; });
            if (owed) return {};
            return base::Refusal{"nothing_to_record", "what follows is recorded once the top has not settled it", "house ALL-11"};
        }
        default: return {};
    }
}

}  // namespace

std::optional<base::Refusal> needed_before_raising(const State& raised, const Setting& setting, Moment happened) {
    return unmet(setting.pack.needs, A::Raise, {}, raised, setting, happened);
}

bool is_offered(Action action, const Situation& at, const std::string& key) {
    const auto* stage = stage_now(at.state, at.setting.pack);
    switch (action) {
        case A::Jump: return !at.setting.pack.jumps.empty();
        case A::GoUpTheLine: return stage && stage->repeats;
        case A::ChooseBranch: return stage && stage->branches;
        case A::HandOver: return stage && stage->hand_over;
        case A::Decide: return stage && !stage->decisions.empty();
        case A::Convene:
        case A::HoldMeeting: return !no_such_meeting(at, key);
        case A::Offer:
        case A::AcceptOffer:
        case A::DeclineOffer: {
            const auto* meeting = policy::find_meeting(at.setting.pack, key);
            return meeting && meeting->offered && !no_such_meeting(at, key);
        }
        case A::ReferPolicyIssue: return find_though_settled(at.setting.pack) != nullptr;
        case A::NameRole: return !at.setting.pack.roles.empty();
        case A::SubmitForm: return !cannot_submit(at, key);
        case A::SetPriority: return !at.setting.pack.priorities.words.empty();
        case A::TakeStep: {
            const auto* step = policy::find_step(at.setting.pack, key);
            return step && (step->stages.empty() || (stage && std::ranges::find(step->stages, stage->key) != step->stages.end()));
        }
        case A::EndStep: return !cannot_end(at, key);
        case A::TakeBack: return !cannot_take_back(at);
        case A::SettlePoint:
        case A::ReplanPoint: return !at.state.points.empty();
        case A::Expire:
        case A::Raise: return false;
        default: return true;
    }
}

No in_the_way(Action action, const Situation& at, const std::string& key, Moment happened) {
    if (auto no = wrong_phase(action, at.state)) return no;
    if (auto no = specific(action, at, key)) return no;
    return needed_first(action, at, key, happened);
}

base::Result<Acting> guard(Action action, const Situation& at, const Actor& actor,
                           const std::string& key, const PostId& wanted, Moment happened) {
    if (const auto no = wrong_phase(action, at.state)) return tl::unexpected(*no);
    if (const auto no = specific(action, at, key)) return tl::unexpected(*no);
    const auto acting = acting_for(action, at, actor, key, wanted);
    if (!acting) return acting;
    if (const auto no = needed_first(action, at, key, happened)) return tl::unexpected(*no);
    return acting;
}

}  // namespace disagreement
