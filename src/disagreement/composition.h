// Who must be there before a meeting, panel or mediation counts as one.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

/// What is wrong with the members named, with the clause; nothing where the composition is right.
std::optional<base::Refusal> wrong_composition(const policy::Meeting&, const policy::Answers&, const State&,
                                               const Setting&);

/// Whom the policy lets take part; all posts where it says nothing of that.
std::set<PostId> possible_members(const policy::Meeting&, const State&, const Setting&);

}  // namespace disagreement
