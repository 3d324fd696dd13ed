// Whether a duty has been done, has fallen away, or is late.
#pragma once
#include "disagreement/duty.h"

namespace disagreement {

/// A fact of a policy names this event: the same happening, and the same key where it gives one.
bool names(const policy::Fact&, const Event&);

/// Finds what fulfilled or ended the duty, if anything has: state, done_at. `trigger` is the index
/// of the event it follows from.
Duty fulfil(Duty, const policy::DutyRule&, std::size_t trigger, const State&, const policy::Pack&);

/// Every receiving agency has settled by the event at this index, and none is open again.
bool all_settled(const State&, std::size_t at);

/// Its date with the reasons, and whether it was or is late.
void judge(Duty&, const State&, const policy::Pack&, const calendar::Edition&, Moment now);

/// The rule behind a duty: of its stage, of the pack, or nothing for one of the engine's own.
const policy::DutyRule* find_rule(const Duty&, const State&, const policy::Pack&);

/// The revision of the event a duty follows from, as its id says.
std::size_t trigger_of(const Duty&);

}  // namespace disagreement
