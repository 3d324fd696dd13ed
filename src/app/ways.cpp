#include "app/ways.h"

#include <algorithm>

#include "disagreement/action_rules.h"
#include "disagreement/fulfilment.h"

namespace app {
namespace {

using disagreement::Duty;
using disagreement::Permitted;

/// Facts that end a duty; of the engine's own duties, those that end one of their kind.
std::vector<policy::Fact> ending(const Duty& duty, const Dossier& at) {
    if (disagreement::awaits_role(duty)) return {{policy::Happening::RoleNamed, duty.role}};
    if (const auto* rule = disagreement::find_rule(duty, at.state, *at.pack)) return policy::done_by(*rule);
    policy::DutyRule own;
    own.what = duty.what;
    own.form = duty.form;
    own.meeting = duty.meeting;
    return policy::done_by(own);
}

/// Whether an action leads to that fact. Settling begins with a proposal; withdrawing is nobody's duty.
bool leads_to(const policy::Fact& fact, const Permitted& permitted) {
    using H = policy::Happening;
    const auto records = disagreement::rule_of(permitted.action).records;
    if (records == H::Withdrawn) return false;
    if (fact.happening == H::Settled && records == H::OutcomeProposed) return true;
    return fact.happening == records &&
           (fact.key.empty() || permitted.key.empty() || fact.key == permitted.key);
}

/// An action can be about one duty, role or point only; then it must be this one.
bool is_about(const Duty& duty, const Permitted& permitted) {
    using A = disagreement::Action;
    if (permitted.action == A::Discharge) return permitted.key == duty.id;
    if (permitted.action == A::NameRole && !duty.role.empty()) return permitted.key == duty.role;
    if (permitted.action == A::SettlePoint) return permitted.key == duty.point;
    return true;
}

}  // namespace

std::vector<const Permitted*> ways_to_do(const Duty& duty, const std::vector<Permitted>& all,
                                         const Dossier& at) {
    std::vector<const Permitted*> ways;
    const auto facts = ending(duty, at);
    for (const auto& permitted : all) {
        const bool does = is_about(duty, permitted) && std::ranges::any_of(facts, [&](const auto& fact) {
                              return leads_to(fact, permitted);
                          });
        if (does) ways.push_back(&permitted);
    }
    return ways;
}

}  // namespace app
