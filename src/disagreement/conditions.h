// Whether a condition of the policy held at a point of a history.
#pragma once
#include "disagreement/state.h"
#include "policy/pack.h"

namespace disagreement {

/// `upto` is how many events of the history count (so a rule is judged as things stood then);
/// `visit` is the stay that "since this stage opened" refers to.
bool holds(const policy::Condition&, const State&, const policy::Pack&, std::size_t upto, int visit);

/// As things stand now.
bool holds(const policy::Condition&, const State&, const policy::Pack&);

inline bool holds(const std::optional<policy::Condition>& condition, const State& state,
                  const policy::Pack& pack) {
    return !condition || holds(*condition, state, pack);
}

}  // namespace disagreement
