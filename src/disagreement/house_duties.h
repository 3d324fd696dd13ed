// Duties that no policy has to state, because nothing may ever be left with nobody to act.
#pragma once
#include "disagreement/duty.h"
#include "disagreement/owners.h"

namespace disagreement::house {

/// Adds what follows from the event at `trigger` under the rules of the house: settle the stage or
/// take it up; agree to what was proposed; pursue outstanding points; find somebody for an empty
/// tier; consider what silence means; record what follows at the top (ALL-11); close the record. Dates end in
/// the time zone given.
void because_of(std::size_t trigger, const State&, const policy::Pack&, const std::string& zone, Duties&);

/// Whether naming somebody is still owed when the stage that waits for them has been left.
enum class Naming { ForTheStage, Lasting };

/// Somebody must be named for a case role, or for one of several, before what waits for it can be done.
Duty name_role(const std::vector<std::string>& roles, std::size_t trigger, const Owner& namer, const State&,
               const policy::Pack&, Naming);

}  // namespace disagreement::house
