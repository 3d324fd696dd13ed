#include "disagreement/dating.h"

#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/fulfilment.h"
#include "policy/wording.h"
#include "policy/words.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::What;
using H = Happening;
using MaybeDue = std::optional<calendar::Due>;

int visit_of(const Duty& duty, const State& state) { return state.history[trigger_of(duty) - 1].visit; }

std::optional<policy::Clock> clock_of(const Duty& duty, const DateQuery& query) {
    if (duty.what != What::Settle) {
        const auto* rule = find_rule(duty, query.state, query.pack);
        return rule ? std::optional(rule->clock) : std::nullopt;
    }
    const auto visit = static_cast<std::size_t>(visit_of(duty, query.state));
    const auto* stage = policy::find_stage(query.pack, query.state.visits[visit].stage);
    return stage ? stage->clock : std::nullopt;
}

/// When its clock starts: at the fact it follows from, at others that the policy names, or at a named
/// date; none yet where that has not happened.
std::optional<Moment> clock_start(const Duty& duty, const policy::Clock& clock, const DateQuery& query) {
    if (!clock.from_date.empty()) return start_at_date(clock.from_date, query);
    if (clock.from.empty()) return duty.since;
    const std::size_t trigger = trigger_of(duty) - 1;
    const int visit = query.state.history[trigger].visit;
    return start_at_facts(clock, query, [&](std::size_t i) {
        const auto& recorded = query.state.history[i];
        const auto& about = recorded.event.agency;
        const bool same_agency = duty.agency.get().empty() || about.get().empty() || about == duty.agency;
        return (recorded.visit == visit || i > trigger) && same_agency;
    });
}

/// A date that people set for this duty (or, for the stage, on entering it), the latest one.
std::optional<calendar::Date> date_set(const Duty& duty, const DateQuery& query) {
    const int visit = visit_of(duty, query.state);
    std::optional<calendar::Date> date;
    if (duty.what == What::Settle) {
        const auto& opened = query.state.history[query.state.visits[static_cast<std::size_t>(visit)].first].event;
        if (const auto target = calendar::parse_date(opened.open.text("target_date"))) date = *target;
    }
    for (std::size_t i = 0; i < query.known; ++i) {
        const auto& recorded = query.state.history[i];
        if (recorded.visit != visit || !sets_date_of(duty, recorded.event)) continue;
        const auto parsed = calendar::parse_date(recorded.event.open.text("date"));
        if (parsed) date = *parsed;
    }
    return date;
}

/// The case of a clock that holds, and after how many events it began to; none of them where it has held
/// from the beginning.
struct Held {
    const policy::ClockCase* one = nullptr;
    std::size_t began = 0;
};

Held case_of(const Duty& duty, const policy::Clock& clock, const DateQuery& query) {
    const int visit = visit_of(duty, query.state);
    const auto now = [&](const policy::ClockCase& one, std::size_t upto) {
        return holds(one.when, query.state, query.pack, upto, visit);
    };
    for (const auto& one : clock.cases) {
        if (!now(one, query.known)) continue;
        std::size_t began = query.known;
        while (began > trigger_of(duty) && now(one, began - 1)) --began;
        return {&one, began <= trigger_of(duty) ? 0 : began};
    }
    return {};
}

/// A shorter limit that begins to hold while the clock runs counts from then, so that nobody is late by
/// what was not so yet; and it never gives longer than there was. A longer one counts as the first did.
MaybeDue end_of(const Duty& duty, const policy::Clock& clock, Moment start, const DateQuery& query) {
    const auto [one, began] = case_of(duty, clock, query);
    if (!one) return counted(clock.limit, clock.convention, start, query);
    const auto convention = one->convention ? one->convention : clock.convention;
    auto end = counted(one->limit, convention, start, query);
    if (began == 0 || !end) return end;
    const auto since = query.state.history[began - 1].event.happened_at;
    const auto before = end_of(duty, clock, start, {query.state, query.pack, query.calendar, began - 1});
    if (since <= start || (before && before->at <= end->at)) return end;
    auto from_then = counted(one->limit, convention, since, query);
    return before && from_then && before->at < from_then->at ? before : from_then;
}

calendar::Due due_on(calendar::Date date, const std::string& why, const std::string& zone) {
    return {calendar::end_of_day(date, zone), date, true, {{date, true, why}}, false};
}

std::string waited_for(const policy::Clock& clock, const policy::Pack& pack) {
    if (!clock.from_date.empty()) {
        const auto* date = policy::find_date(pack, clock.from_date);
        return "from the date '" + (date ? date->title : clock.from_date) + "', once it is entered";
    }
    std::string said = clock.from_last ? "counted once all of this has happened: " : "counted once this has happened: ";
    for (std::size_t i = 0; i < clock.from.size(); ++i) said += (i == 0 ? "" : ", ") + policy::in_words(clock.from[i], pack);
    return said;
}

/// The earliest of the dates that its end must keep to: those its clock names, and those that the
/// whole ladder must fit inside. One that had passed before the duty arose leaves that day alone.
void keep_to_dates(Duty& duty, const std::optional<policy::Clock>& clock, const DateQuery& query) {
    const bool of_stage = duty.what == What::Settle;
    const auto& zone = query.calendar.zone;
    for (const auto& date : query.pack.dates) {
        const bool named = clock && std::ranges::find(clock->no_later_than, date.key) != clock->no_later_than.end();
        if (!named && !(of_stage && date.holds_all)) continue;
        auto end = end_at_date(date, query);
        if (!end) continue;
        if (end->at <= duty.since) {
            const auto passed = end->date;
            end = due_on(calendar::local_date(duty.since, zone), "the same day, because '" + date.title + "' had passed", zone);
            end->because.push_back({passed, false, "no later than: " + date.title});
        }
        if (duty.due && duty.due->at <= end->at) continue;
        const auto before = duty.due;
        duty.due = *end;
        if (before) duty.due->because.push_back({before->date, false, "by the limit alone it would be this day"});
    }
}

/// By the limit of its clock; where that gives no date yet, why.
void count(Duty& duty, const policy::Clock& clock, const DateQuery& query) {
    const auto held = case_of(duty, clock, query).one;
    duty.undated = calendar::to_text(held ? held->limit : clock.limit);
    const auto start = clock_start(duty, clock, query);
    if (start) duty.due = end_of(duty, clock, *start, query);
    else duty.undated += ", " + waited_for(clock, query.pack);
}

/// What opened by itself may be noticed late, as after an outage: nobody is late before being told.
void not_before_told(Duty& duty, const DateQuery& query) {
    const Event& cause = query.state.history[trigger_of(duty) - 1].event;
    if (cause.by.side != Side::System || !duty.due || duty.due->at >= cause.recorded_at) return;
    const auto before = duty.due->date;
    const auto told = calendar::local_date(cause.recorded_at, query.calendar.zone);
    duty.due = due_on(told, "the day on which it was noticed that this had begun", query.calendar.zone);
    duty.due->because.push_back({before, false, "by the limit alone it would be this day"});
}

}  // namespace

std::size_t known_to(const Duty& duty, const State& state) {
    return duty.ended == 0 ? state.history.size() : duty.ended;
}

bool sets_date_of(const Duty& duty, const Event& event) {
    if (event.fact.happening != H::DateSet || event.fact.key != duty.rule) return false;
    // The stage has one date; of a rule, each agency has its own, and so has each time it is owed.
    const auto& meant = event.open.text("duty");
    return meant.empty() || meant == duty.id;
}

std::optional<calendar::Due> due_by_policy(const Duty& duty, const DateQuery& query) {
    const auto clock = clock_of(duty, query);
    Duty bare = duty;
    bare.due.reset();
    if (clock) count(bare, *clock, query);
    keep_to_dates(bare, clock, query);
    not_before_told(bare, query);
    return bare.due;
}

void date_it(Duty& duty, const DateQuery& query) {
    const auto clock = clock_of(duty, query);
    if (clock) {
        duty.strength = clock->strength;
        duty.silence = clock->silence;
    }
    if (const auto date = date_set(duty, query)) {
        duty.due = due_on(*date, "date set for this case", query.calendar.zone);
    } else if (clock) {
        count(duty, *clock, query);
    } else if (duty.undated.empty() && !duty.due) {
        duty.undated = "none stated";
    }
    keep_to_dates(duty, clock, query);
    not_before_told(duty, query);
    if (duty.due) {
        duty.undated.clear();
        return;
    }
    duty.nag = counted(query.pack.identity.nag, {}, duty.since, query);
}

}  // namespace disagreement
