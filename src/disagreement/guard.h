// Every reason to say no to an action before its answers are looked at: one place for decide and permitted.
#pragma once
#include "disagreement/acting.h"

namespace disagreement {

/// Whose act it would be, or why not with the clause. `key` as in Permitted; `happened` is when it was done.
base::Result<Acting> guard(Action, const Situation&, const Actor&, const std::string& key, const PostId& wanted,
                           Moment happened);

/// Why nobody could do it, whoever they are: what guard() asks beside who it is.
std::optional<base::Refusal> in_the_way(Action, const Situation&, const std::string& key, Moment happened);

/// What the policy wants to be true before it is raised, asked of it as it would be raised.
std::optional<base::Refusal> needed_before_raising(const State& raised, const Setting&, Moment happened);

/// Whether the policy has this action at all at the present stage; where it has not, nothing need
/// be said about it.
bool is_offered(Action, const Situation&, const std::string& key);

}  // namespace disagreement
