#include "disagreement/fulfilment.h"

#include "base/ensure.h"
#include "disagreement/dating.h"
#include "policy/words.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace disagreement {
namespace {

using policy::What;
using H = Happening;

/// Facts that only the one who owes them can bring about; of the others, either side's record counts.
bool must_be_own(H happening) {
    switch (happening) {
        case H::Answered: case H::Consulted: case H::FormSubmitted: case H::OutcomeConfirmed:
        case H::OutcomeRejected: case H::PositionStated: case H::RepresentationReceived: return true;
        default: return false;
    }
}

bool by_owner(const Duty& duty, const Event& event) {
    // Whoever sits in for an empty seat is of the partnership, and owes what the seat owes.
    if (!must_be_own(event.fact.happening) || event.by.post == duty.owner) return true;
    if (std::ranges::find(duty.or_by, event.by.post) != duty.or_by.end()) return true;
    if (duty.side == Side::Partnership) return event.by.side == Side::Partnership;
    if (event.by.side != duty.side) return false;
    return duty.side == Side::Raising || event.by.agency == duty.agency;
}

bool about_same_agency(const Duty& duty, const Event& event) {
    return duty.agency.get().empty() || event.agency.get().empty() || event.agency == duty.agency;
}

/// What is entered here without saying how was done in writing.
bool by_channel(const Duty& duty, const Event& event) {
    if (duty.channels.empty()) return true;
    const std::string& how = event.open.text("how");
    return std::ranges::any_of(duty.channels, [&](policy::Channel channel) {
        const auto word = policy::word_of(channel);
        return word == how || (how.empty() && channel == policy::Channel::Writing);
    });
}

/// Nobody is found for one empty seat by giving away another post.
bool fills_seat(const Duty& duty, const Event& event) {
    const auto seats = event.open.list("seats");
    return duty.seat.empty() || std::ranges::find(seats, duty.seat) != seats.end();
}

bool fulfils(const Duty& duty, const std::vector<policy::Fact>& done_by, const State& state, std::size_t at) {
    const Event& event = state.history[at].event;
    if (!by_channel(duty, event)) return false;
    // What is owed because of all agencies goes on until the last of them has settled.
    if (event.fact.happening == H::Settled && duty.agency.get().empty() && !all_settled(state, at)) return false;
    if (event.fact.happening == H::Reassigned && !fills_seat(duty, event)) return false;
    if (event.fact.happening == H::Discharged) return event.fact.key == duty.id;
    return std::ranges::any_of(done_by, [&](const auto& fact) {
        return fact.happening != H::Discharged && names(fact, event) && by_owner(duty, event) &&
               about_same_agency(duty, event);
    });
}

/// What ends a duty that nobody did: its stage left, its agency settled, the whole thing withdrawn or ended.
bool ends(const Duty& duty, const policy::DutyRule& rule, std::size_t at, const State& state, bool same_visit) {
    const Event& event = state.history[at].event;
    const bool withdrawn = event.fact.happening == H::Withdrawn;
    if (withdrawn) return rule.what != What::MakeReferral && rule.what != What::Protect && rule.what != What::Pursue;
    const bool followed_settling =
        std::ranges::any_of(rule.on, [](const auto& fact) { return fact.happening == H::Settled; });
    if (event.fact.happening == H::Reopened) return followed_settling || !rule.survives;
    if (rule.survives) return false;
    if (!same_visit || event.fact.happening == H::Closed || event.fact.happening == H::HandedOver) return true;
    if (event.fact.happening != H::Settled) return false;
    return duty.agency.get().empty() ? all_settled(state, at) : duty.agency == event.agency;
}

/// It was settled by somebody else's decision: what was agreed to before says nothing of it.
bool is_decision(const Event& event) {
    const bool decides = event.fact.happening == H::Decided || event.fact.happening == H::Held;
    return decides && event.open.text("then") == "settles";
}

/// Whoever proposed or agreed to the outcome that settled it has confirmed it in writing by that; what
/// became of another proposal before counts for nothing.
bool said_yes_before(const Duty& duty, std::size_t trigger, const State& state) {
    if (state.history[trigger].event.fact.happening != H::Settled) return false;
    for (std::size_t i = trigger; i-- > 0;) {
        const Event& e = state.history[i].event;
        if (e.fact.happening == H::Reopened || is_decision(e)) return false;
        if (!about_same_agency(duty, e)) continue;
        if (e.fact.happening == H::OutcomeRejected) return false;
        const bool proposed = e.fact.happening == H::OutcomeProposed;
        const bool same_side = duty.side == Side::Raising ? e.by.side == Side::Raising : e.by.agency == duty.agency;
        if (same_side && (proposed || e.fact.happening == H::OutcomeConfirmed)) return true;
        if (proposed) return false;
    }
    return false;
}

}  // namespace

bool names(const policy::Fact& fact, const Event& event) {
    return fact.happening == event.fact.happening && (fact.key.empty() || fact.key == event.fact.key);
}

std::size_t trigger_of(const Duty& duty) {
    const auto at = duty.id.find('@');
    std::size_t revision = 0;
    const char* end = duty.id.data() + duty.id.size();
    const auto read = std::from_chars(duty.id.data() + at + 1, end, revision);
    base::ensure(at != std::string::npos && read.ec == std::errc{} && revision > 0, "a duty's id names its fact");
    return revision;
}

const policy::DutyRule* find_rule(const Duty& duty, const State& state, const policy::Pack& pack) {
    const auto with_key = [&](const std::vector<policy::DutyRule>& rules) -> const policy::DutyRule* {
        const auto found = std::ranges::find(rules, duty.rule, &policy::DutyRule::key);
        return found == rules.end() ? nullptr : &*found;
    };
    const auto visit = static_cast<std::size_t>(state.history[trigger_of(duty) - 1].visit);
    const auto* stage =
        visit < state.visits.size() ? policy::find_stage(pack, state.visits[visit].stage) : nullptr;
    if (const auto* rule = stage ? with_key(stage->duties) : nullptr) return rule;
    return with_key(pack.duties);
}

bool all_settled(const State& state, std::size_t at) {
    std::set<AgencyId> open;
    const auto reopen = [&] {
        for (const auto& party : state.receiving) open.insert(party.agency);
    };
    reopen();
    for (std::size_t i = 0; i <= at; ++i) {
        const Event& event = state.history[i].event;
        if (event.fact.happening == H::Settled) open.erase(event.agency);
        if (event.fact.happening == H::Reopened) reopen();
    }
    return open.empty();
}

Duty fulfil(Duty duty, const policy::DutyRule& rule, std::size_t trigger, const State& state,
            const policy::Pack&) {
    const auto done_by = policy::done_by(rule);
    const int visit = state.history[trigger].visit;
    if (rule.what == What::Confirm && said_yes_before(duty, trigger, state)) {
        duty.state = DutyState::Done;
        duty.done_at = duty.since;
        duty.ended = trigger + 1;
        return duty;
    }
    for (std::size_t i = trigger + 1; i < state.history.size(); ++i) {
        const auto& [event, where] = state.history[i];
        const bool same_visit = where == visit;
        const bool counts = rule.survives || same_visit;
        if (event.fact.happening == H::Waived && event.fact.key == duty.id) {
            duty.state = DutyState::Waived;
            duty.done_at = event.happened_at;
            duty.ended = i + 1;
            return duty;
        }
        if (counts && fulfils(duty, done_by, state, i)) {
            duty.state = DutyState::Done;
            duty.done_at = event.happened_at;
            duty.ended = i + 1;
            return duty;
        }
        if (ends(duty, rule, i, state, same_visit)) {
            duty.state = DutyState::Lapsed;
            duty.done_at = event.happened_at;
            duty.ended = i + 1;
            return duty;
        }
    }
    return duty;
}

void judge(Duty& duty, const State& state, const policy::Pack& pack, const calendar::Edition& calendar,
           Moment now) {
    if (!duty.due) date_it(duty, {state, pack, calendar, known_to(duty, state)});
    const auto expired = [&](const Recorded& recorded) {
        return recorded.event.fact.happening == H::Breached && recorded.event.fact.key == duty.id;
    };
    const bool binding = duty.strength == policy::Strength::Must;
    duty.breached = binding && std::ranges::any_of(state.history, expired);
    if (!duty.due || duty.optional) return;
    const Moment until = duty.done_at.value_or(now);
    const bool late = until > duty.due->at;
    if (late && binding && duty.state != DutyState::Waived) duty.breached = true;
    if (late && duty.state == DutyState::Done) duty.state = DutyState::DoneLate;
    duty.overdue = late && is_open(duty);
}

}  // namespace disagreement
