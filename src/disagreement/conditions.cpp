#include "disagreement/conditions.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::Ask;
using policy::Condition;
using H = Happening;

/// One moment of a history, seen by a condition.
struct Then {
    const State& state;
    const policy::Pack& pack;
    std::size_t upto;
    int visit;

    const Event& event(std::size_t i) const { return state.history[i].event; }
};

bool one_of(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

/// "form-submitted:alert", with or without what it was about.
bool happened(const Then& then, std::string_view word, bool in_this_visit) {
    const auto colon = word.find(':');
    const auto happening = policy::parse_happening(word.substr(0, colon));
    const bool of_any = colon == std::string_view::npos;
    const auto about = of_any ? std::string_view() : word.substr(colon + 1);
    for (std::size_t i = 0; happening && i < then.upto; ++i) {
        if (in_this_visit && then.state.history[i].visit != then.visit) continue;
        const auto& fact = then.event(i).fact;
        if (fact.happening == *happening && (of_any || fact.key == about)) return true;
    }
    return false;
}

bool happened(const Then& then, const std::vector<std::string>& words, bool in_this_visit) {
    return std::ranges::any_of(words, [&](const auto& word) { return happened(then, word, in_this_visit); });
}

std::string standing(const Then& then) {
    std::string now;
    for (std::size_t i = 0; i < then.upto; ++i) {
        const auto& fact = then.event(i).fact;
        if (fact.happening == H::Raised) now = then.event(i).open.text("standing");
        if (fact.happening == H::StandingChanged) now = fact.key;
    }
    return now;
}

std::string priority(const Then& then) {
    std::string now;
    for (std::size_t i = 0; i < then.upto; ++i) {
        const auto& event = then.event(i);
        if (event.fact.happening == H::Raised) now = event.open.text("priority");
        if (event.fact.happening == H::PrioritySet) now = event.fact.key;
    }
    return now;
}

std::set<AgencyId> settled_agencies(const Then& then) {
    std::set<AgencyId> settled;
    for (std::size_t i = 0; i < then.upto; ++i) {
        if (then.event(i).fact.happening == H::Settled) settled.insert(then.event(i).agency);
        if (then.event(i).fact.happening == H::Reopened) settled.clear();
    }
    return settled;
}

bool everyone_answered(const Then& then) {
    const auto settled = settled_agencies(then);
    return std::ranges::all_of(then.state.receiving, [&](const Party& party) {
        if (settled.contains(party.agency)) return true;
        for (std::size_t i = 0; i < then.upto; ++i) {
            const Event& e = then.event(i);
            const bool here = then.state.history[i].visit == then.visit;
            if (here && e.fact.happening == H::Answered && e.by.agency == party.agency) return true;
        }
        return false;
    });
}

const Visit* stay(const Then& then) {
    const auto index = static_cast<std::size_t>(std::max(then.visit, 0));
    return index < then.state.visits.size() ? &then.state.visits[index] : nullptr;
}

bool reached(const Then& then, const std::vector<std::string>& stages) {
    for (const auto& visit : then.state.visits) {
        if (visit.first < then.upto && one_of(stages, visit.stage)) return true;
    }
    return false;
}

bool branch_is(const Then& then, const std::vector<std::string>& words) {
    for (std::size_t i = then.upto; i-- > 0;) {
        if (then.state.history[i].visit != then.visit) continue;
        if (then.event(i).fact.happening == H::BranchChosen) return one_of(words, then.event(i).fact.key);
    }
    return false;
}

bool line_ends(const Then& then, const std::string& side) {
    const Visit* visit = stay(then);
    if (!visit) return false;
    const bool raising = !visit->raising.above;
    const bool receiving =
        std::ranges::none_of(visit->receiving, [](const auto& seat) { return seat.second.above.has_value(); });
    if (side == "raising") return raising;
    if (side == "receiving") return receiving;
    return raising && receiving;
}

bool is_yes(const std::vector<std::string>& words) { return one_of(words, "yes"); }

bool answer(const Then& then, Ask ask, const std::vector<std::string>& words) {
    const State& s = then.state;
    switch (ask) {
        case Ask::Standing: return one_of(words, standing(then));
        case Ask::Subject: return one_of(words, s.subject);
        case Ask::Topic: return one_of(words, s.topic);
        case Ask::Kind: return one_of(words, s.kind);
        case Ask::Concern: return one_of(words, s.concern);
        case Ask::Origin: return one_of(words, s.origin);
        case Ask::RaiserKind: return one_of(words, s.raising.profession);
        case Ask::RaisingSector: return one_of(words, s.raising.sector);
        case Ask::ReceivingSector:
            return std::ranges::any_of(s.receiving, [&](const Party& p) { return one_of(words, p.sector); });
        case Ask::Stage: return stay(then) && one_of(words, stay(then)->stage);
        case Ask::Reached: return reached(then, words);
        case Ask::Happened: return happened(then, words, true);
        case Ask::Ever: return happened(then, words, false);
        case Ask::Branch: return branch_is(then, words);
        case Ask::Danger: return is_yes(words) == happened(then, "danger-declared", false);
        case Ask::Settled: return is_yes(words) == (settled_agencies(then).size() == s.receiving.size());
        case Ask::Answered: return is_yes(words) == everyone_answered(then);
        case Ask::Formal: {
            const auto* stage = stay(then) ? policy::find_stage(then.pack, stay(then)->stage) : nullptr;
            return is_yes(words) == (stage && stage->formal);
        }
        case Ask::LineEnds:
            return std::ranges::any_of(words, [&](const auto& side) { return line_ends(then, side); });
        case Ask::Priority: return one_of(words, priority(then));
        case Ask::Decision: return one_of(words, s.disputed);
        case Ask::Criterion:
            return std::ranges::any_of(s.criteria, [&](const auto& met) { return one_of(words, met); });
        case Ask::Against: return one_of(words, s.against);
        case Ask::ReceivingKind:
            return std::ranges::any_of(s.receiving, [&](const Party& p) { return one_of(words, p.profession); });
        case Ask::Route: return one_of(words, s.route);
        case Ask::Agencies: return one_of(words, s.receiving.size() == 1 ? "one" : "several");
    }
    return false;
}

bool holds_then(const Condition& c, const Then& then) {
    const auto part_holds = [&](const Condition& part) { return holds_then(part, then); };
    switch (c.op) {
        case Condition::Op::Is: return answer(then, c.ask, c.words);
        case Condition::Op::All: return std::ranges::all_of(c.parts, part_holds);
        case Condition::Op::Any: return std::ranges::any_of(c.parts, part_holds);
        case Condition::Op::Not: return !std::ranges::all_of(c.parts, part_holds);
        case Condition::Op::AtLeast: return std::ranges::count_if(c.parts, part_holds) >= c.at_least;
    }
    return false;
}

}  // namespace

bool holds(const Condition& condition, const State& state, const policy::Pack& pack, std::size_t upto,
           int visit) {
    return holds_then(condition, {state, pack, upto, visit});
}

bool holds(const Condition& condition, const State& state, const policy::Pack& pack) {
    const int visit = static_cast<int>(state.visits.size()) - 1;
    return holds(condition, state, pack, state.history.size(), visit);
}

}  // namespace disagreement
