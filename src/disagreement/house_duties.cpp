#include "disagreement/house_duties.h"

#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/fulfilment.h"
#include "policy/words.h"

#include <algorithm>

namespace disagreement::house {
namespace {

using policy::DutyRule;
using policy::Fact;
using policy::What;
using H = Happening;

/// A rule of the house: what is owed, what ends it, and whether it outlives its stage.
DutyRule rule(const std::string& key, What what, const std::string& title, const std::string& clause,
              std::vector<Fact> done_by, bool survives) {
    DutyRule made;
    made.key = key;
    made.what = what;
    made.title = title;
    made.done_by = std::move(done_by);
    made.survives = survives;
    made.source.clause = "house " + clause;
    return made;
}

Duty owe(const DutyRule& rule, const std::string& suffix, std::size_t trigger, const Owner& owner,
         const State& state, const policy::Pack& pack, const std::string& seat = {}) {
    Duty duty{.id = rule.key + "@" + std::to_string(trigger + 1) + suffix, .rule = rule.key,
              .what = rule.what, .title = rule.title, .owner = owner.post, .side = owner.side,
              .agency = owner.agency, .since = state.history[trigger].event.happened_at};
    duty.source = rule.source;
    duty.seat = seat;
    return fulfil(std::move(duty), rule, trigger, state, pack);
}

Owner keeper(const State& state) { return {office(state, "business-manager"), Side::Partnership, {}, {}}; }

void settle_stage(std::size_t trigger, const State& state, const policy::Pack& pack, Duties& duties) {
    const Event& event = state.history[trigger].event;
    if (event.open.yes("though_settled")) return;
    const int visit = state.history[trigger].visit;
    const auto* stage = policy::find_stage(pack, event.fact.key);
    if (!stage) return;
    Owner owner = owners({policy::Who::Kind::Raising}, state, pack, visit).front();
    if (stage->raising.empty()) {
        owner = keeper(state);
        if (!stage->decisions.empty()) owner = owners(stage->decisions.front().by, state, pack, visit).front();
    }
    const auto* route = policy::find_route(pack, state.route);
    const bool to_settle = !route || route->disagreement;
    const std::string title = to_settle ? "Settle it at this stage, or take it up" : "Complete the record, and close it";
    DutyRule settle = rule("settle", What::Settle, title, "ALL-1",
                           {{H::WentUpTheLine}, {H::HandedOver}, {H::Withdrawn}, {H::Closed}}, false);
    for (const auto& reason : {"unsettled", "no-answer", "jump", "silence"}) settle.done_by.push_back({H::Escalated, reason});
    if (stage->clock) settle.source = stage->clock_source;
    Duty duty = owe(settle, "", trigger, owner, state, pack);
    // Settled with the last agency ends it; with one of several it goes on for the others.
    if (duty.state == DutyState::Lapsed && state.visits[static_cast<std::size_t>(visit)].left) {
        duty.state = DutyState::Done;
    }
    duties.push_back(std::move(duty));
}

void find_somebody(std::size_t trigger, const State& state, const policy::Pack& pack, Duties& duties) {
    const Event& event = state.history[trigger].event;
    const DutyRule find = rule("find-post", What::FindPost, "Find somebody for the post that nobody fills",
                               "ALL-3", {{H::Reassigned}}, false);
    for (const auto& [name, words] : event.open.values) {
        const auto agency = name.starts_with("receiving_post:") ? name.substr(name.find(':') + 1) : std::string{};
        if ((agency.empty() && name != "raising_post") || words.at(2) != "yes") continue;
        Owner owner = keeper(state);
        owner.agency = AgencyId(agency);
        const std::string seat = agency.empty() ? "raising" : agency;
        duties.push_back(owe(find, ":" + seat, trigger, owner, state, pack, seat));
    }
}

/// Somebody must be named for a role before they can be asked.
void want_named(const Owner& namer, std::size_t trigger, const State& state, const policy::Pack& pack, Duties& duties) {
    const bool known = std::ranges::any_of(duties, [&](const Duty& duty) {
        return duty.rule == "name-role" && duty.role == namer.unnamed_role;
    });
    if (!known) duties.push_back(name_role({namer.unnamed_role}, trigger, namer, state, pack, Naming::Lasting));
}

/// Words of settled_by that are not satisfied yet; each owes saying yes or no.
void agree(std::size_t trigger, const State& state, const policy::Pack& pack, Duties& duties) {
    const auto& [event, visit] = state.history[trigger];
    const Party* party = find_party(state, event.agency);
    if (!party) return;
    const auto satisfied_by = event.open.list("satisfied");
    const std::vector<policy::Who> both{{policy::Who::Kind::Raising}, {policy::Who::Kind::Receiving}};
    std::vector<policy::Who> wanted;
    for (const auto& who : pack.settled_by.empty() ? both : pack.settled_by) {
        if (who.kind == policy::Who::Kind::Both) wanted.insert(wanted.end(), both.begin(), both.end());
        else wanted.push_back(who);
    }
    for (const auto& who : wanted) {
        const std::string word = policy::to_word(who);
        if (std::ranges::find(satisfied_by, word) != satisfied_by.end()) continue;
        for (const auto& owner : owners(who, state, pack, visit, event.agency)) {
            if (!owner.unnamed_role.empty()) {
                want_named(owner, trigger, state, pack, duties);
                continue;
            }
            DutyRule confirm = rule("agree", What::Confirm, "Say whether you agree to the outcome proposed",
                                    "ALL-5", {{H::OutcomeConfirmed, word}, {H::OutcomeRejected}, {H::Settled}},
                                    false);
            Duty duty = owe(confirm, ":" + word, trigger, {owner.post, owner.side, event.agency, {}}, state, pack);
            const bool superseded = is_open(duty) && (!party->proposal || party->proposal->event != trigger);
            if (superseded) duty.state = DutyState::Lapsed;
            duty.to_words = "the other side";
            duties.push_back(std::move(duty));
        }
    }
}

policy::Silence silence_of(const Duty& duty, const State& state, const policy::Pack& pack) {
    if (const auto* rule = find_rule(duty, state, pack)) return rule->clock.silence;
    const auto visit = static_cast<std::size_t>(state.history[trigger_of(duty) - 1].visit);
    const auto* stage = duty.what == What::Settle ? policy::find_stage(pack, state.visits[visit].stage) : nullptr;
    return stage && stage->clock ? stage->clock->silence : policy::Silence::Prompt;
}

/// Where the policy says that silence is to be considered, the raising side is asked, until what was waited
/// for has come after all.
void consider(std::size_t trigger, const State& state, const policy::Pack& pack, Duties& duties) {
    const auto& [event, visit] = state.history[trigger];
    const Duty* found = find_duty(duties, event.fact.key);
    if (!found || silence_of(*found, state, pack) != policy::Silence::Consider) return;
    const Duty awaited = *found;
    if (state.history[trigger_of(awaited) - 1].visit != visit || (awaited.ended != 0 && awaited.ended <= trigger)) return;
    DutyRule consider = rule("consider-taking-up", What::Consider, "Consider whether to take it up: a date has passed", {},
                             {{H::Escalated}, {H::WentUpTheLine}, {H::Discharged}}, false);
    consider.source = awaited.source;
    const Owner owner = owners({policy::Who::Kind::Raising}, state, pack, visit).front();
    Duty duty = owe(consider, awaited.agency.get().empty() ? "" : ":" + awaited.agency.get(), trigger, owner, state, pack);
    if (awaited.ended != 0 && (is_open(duty) || awaited.ended < duty.ended)) {
        duty.state = DutyState::Lapsed;
        duty.done_at = awaited.done_at;
        duty.ended = awaited.ended;
    }
    duties.push_back(std::move(duty));
}

void pursue(std::size_t trigger, const State& state, const policy::Pack& pack, const std::string& zone, Duties& duties) {
    const auto point = std::ranges::find(state.points, trigger, &Point::event);
    if (point == state.points.end()) return;
    const Side side = state.history[trigger].event.open.text("owner") == "receiving" ? Side::Receiving
                                                                                      : Side::Raising;
    const DutyRule pursue = rule("point", What::Pursue, "Pursue outstanding point " + point->key, "ALL-5",
                                 {{H::PointSettled, point->key}}, true);
    Duty duty = owe(pursue, "", trigger, {point->owner, side, {}, {}}, state, pack);
    duty.point = point->key;
    duty.due = calendar::Due{calendar::end_of_day(point->by, zone), point->by, true,
                             {{point->by, true, "date agreed for this point"}}, false};
    if (point->first_by) duty.due->because.push_back({*point->first_by, false, "the date it was first planned for"});
    duties.push_back(std::move(duty));
}

bool unsettled_at_the_top(const Event& event) {
    switch (event.fact.happening) {
        case H::Escalated: return event.fact.key == "top";
        case H::OfferDeclined: return true;
        case H::Decided: return event.open.text("then") == "stays";
        case H::Held: return event.open.text("then") == "stays";
        default: return false;
    }
}

/// A meeting that did not settle it may be what somebody's decision waited for: then that comes first.
bool waits_for_decision(std::size_t trigger, const State& state, const policy::Pack& pack) {
    if (state.history[trigger].event.fact.happening != H::Held) return false;
    const int visit = state.history[trigger].visit;
    const auto* stage = policy::find_stage(pack, state.visits[static_cast<std::size_t>(visit)].stage);
    const bool decided = std::any_of(state.history.begin(), state.history.begin() + static_cast<std::ptrdiff_t>(trigger), [&](const Recorded& r) {
        return r.visit == visit && r.event.fact.happening == H::Decided;
    });
    return stage && !decided && std::ranges::any_of(stage->decisions, [&](const policy::DecisionRule& decision) {
        return !decision.when || holds(*decision.when, state, pack, trigger + 1, visit);
    });
}

void record_course(std::size_t trigger, const State& state, const policy::Pack& pack,
                   const std::string& why, Duties& duties) {
    const bool already = std::ranges::any_of(
        duties, [](const Duty& duty) { return duty.what == What::RecordCourse && is_open(duty); });
    if (already) return;
    const DutyRule course = rule("course", What::RecordCourse, "Record what follows: " + why, "ALL-11",
                                 {{H::CourseRecorded}, {H::Settled}, {H::Closed}, {H::Reopened}, {H::HandedOver}}, true);
    Duty duty = owe(course, "", trigger, keeper(state), state, pack);
    duty.undated = "to be set: the policy states none";
    duties.push_back(std::move(duty));
}

void close_record(std::size_t trigger, const State& state, const policy::Pack& pack, Duties& duties) {
    const Event& event = state.history[trigger].event;
    if (event.fact.happening != H::Settled || !all_settled(state, trigger)) return;
    const DutyRule close = rule("close", What::CloseRecord,
                                "Close it, once it is confirmed, fed back and on file", "ALL-5",
                                {{H::Closed}, {H::Reopened}, {H::Withdrawn}}, true);
    const int visit = state.history[trigger].visit;
    const Owner owner = owners({policy::Who::Kind::Raising}, state, pack, visit).front();
    duties.push_back(owe(close, "", trigger, owner, state, pack));
}

}  // namespace

void because_of(std::size_t trigger, const State& state, const policy::Pack& pack, const std::string& zone, Duties& duties) {
    const Event& event = state.history[trigger].event;
    const H happening = event.fact.happening;
    if (happening == H::StageOpened) {
        settle_stage(trigger, state, pack, duties);
        find_somebody(trigger, state, pack, duties);
    }
    if (happening == H::OutcomeProposed) agree(trigger, state, pack, duties);
    if (happening == H::Breached) consider(trigger, state, pack, duties);
    if (happening == H::PointAdded) pursue(trigger, state, pack, zone, duties);
    if (happening == H::Settled) close_record(trigger, state, pack, duties);
    if (unsettled_at_the_top(event) && !waits_for_decision(trigger, state, pack)) {
        // A course on a policy issue leaves a settled matter settled.
        const auto opened = state.visits[static_cast<std::size_t>(state.history[trigger].visit)].first;
        if (state.history[opened].event.open.yes("though_settled")) return;
        const bool declined = happening == H::OfferDeclined;
        record_course(trigger, state, pack, declined ? "an offer was declined" : "it is not settled at the top",
                      duties);
    }
}

Duty name_role(const std::vector<std::string>& roles, std::size_t trigger, const Owner& namer, const State& state,
               const policy::Pack& pack, Naming naming) {
    std::string title;
    std::vector<Fact> named;
    for (const auto& key : roles) {
        const auto* role = policy::find_role(pack, key);
        title += (title.empty() ? "Name the " : " or the ") + (role ? role->title : key);
        named.push_back({H::RoleNamed, key});
    }
    const DutyRule name = rule("name-role", What::NameRole, title, "ALL-3", std::move(named), naming == Naming::Lasting);
    Duty duty = owe(name, ":" + roles.front(), trigger, namer, state, pack);
    duty.role = roles.front();
    return duty;
}

}  // namespace disagreement::house
