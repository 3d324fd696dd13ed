#include "disagreement/telling.h"

#include "disagreement/conditions.h"
#include "disagreement/fulfilment.h"
#include "disagreement/owners.h"

#include <algorithm>

namespace disagreement {

namespace {

std::optional<Moment> date_of(const Duty& duty) {
    return duty.due ? std::optional(duty.due->at) : std::nullopt;
}

}  // namespace

std::vector<Telling> tellings(const State& before, const Duties& duties_before, const State& after,
                              const Duties& duties_after, const policy::Pack& pack) {
    std::vector<Telling> told;
    const bool moved = std::any_of(after.history.begin() + std::ssize(before.history), after.history.end(),
                                   [](const auto& one) { return one.event.fact.happening == Happening::Moved; });
    for (const auto& duty : duties_after) {
        if (!is_open(duty) || duty.optional) continue;
        const Duty* known = find_duty(duties_before, duty.id);
        const bool same = known && is_open(*known) && known->owner == duty.owner;
        if (same && !(moved && date_of(*known) != date_of(duty))) continue;
        told.push_back({same ? date_moved : duty.rule, duty.id, duty.owner, policy::Profile::ContentFree, {}});
    }
    for (std::size_t i = before.history.size(); i < after.history.size(); ++i) {
        const Event& event = after.history[i].event;
        const int visit = after.history[i].visit;
        for (const auto& rule : pack.notices) {
            const bool called = std::ranges::any_of(rule.on, [&](const auto& fact) { return names(fact, event); });
            if (!called || (rule.when && !holds(*rule.when, after, pack, i + 1, visit))) continue;
            for (const auto& owner : owners(rule.to, after, pack, visit, event.agency)) {
                told.push_back({rule.key, rule.key + "@" + std::to_string(i + 1), owner.post, rule.profile, rule.leaves_out});
            }
        }
    }
    return told;
}

}  // namespace disagreement
