// By when a duty is to be done: the limit of its rule, from where it counts, and the dates it keeps to.
#pragma once
#include "disagreement/dates.h"
#include "disagreement/duty.h"

namespace disagreement {

/// How much of the history a duty is dated by: once it has ended, nothing later changes its date.
std::size_t known_to(const Duty&, const State&);

/// When it would be due by the policy alone, whatever date people have set for it; nothing where the
/// policy gives no date.
std::optional<calendar::Due> due_by_policy(const Duty&, const DateQuery&);

/// Whether this event set a date for that duty.
bool sets_date_of(const Duty&, const Event&);

/// Sets `due` with its reasons, or `undated` with the words of the policy and the date to ask again.
void date_it(Duty&, const DateQuery&);

}  // namespace disagreement
