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

/// The notices of a policy that the fact at `at` calls for, to each of those they name; a role that nobody
/// had been named for by then is told as soon as somebody is.
template <class Tell>
void each_notice(std::size_t at, const State& state, const policy::Pack& pack, Tell tell) {
    const Event& event = state.history[at].event;
    const int visit = state.history[at].visit;
    for (const auto& rule : pack.notices) {
        const bool called = std::ranges::any_of(rule.on, [&](const auto& fact) { return names(fact, event); });
        if (!called || (rule.when && !holds(*rule.when, state, pack, at + 1, visit))) continue;
        for (const auto& owner : owners(rule.to, state, pack, visit, event.agency, &event)) tell(rule, owner);
    }
}

Telling telling_of(const policy::NoticeRule& rule, std::size_t at, const PostId& to) {
    return {rule.key, rule.key + "@" + std::to_string(at + 1), to, rule.profile, rule.leaves_out};
}

/// Whoever has just been named for a role hears what that role should have heard before.
void catch_up(std::vector<Telling>& told, const State& before, const Event& named, const policy::Pack& pack) {
    const std::string& role = named.fact.key;
    if (named.fact.happening != Happening::RoleNamed || before.roles.contains(role)) return;
    for (std::size_t i = 0; i < before.history.size(); ++i) {
        each_notice(i, before, pack, [&](const auto& rule, const Owner& owner) {
            if (owner.unnamed_role == role) told.push_back(telling_of(rule, i, PostId(named.open.text("post"))));
        });
    }
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
        each_notice(i, after, pack, [&](const auto& rule, const Owner& owner) {
            if (owner.unnamed_role.empty()) told.push_back(telling_of(rule, i, owner.post));
        });
        catch_up(told, before, after.history[i].event, pack);
    }
    return told;
}

}  // namespace disagreement
