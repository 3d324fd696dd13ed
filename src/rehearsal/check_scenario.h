// Whether what a scenario says can be true or false at all, before it is played.
#pragma once
#include "policy/pack.h"
#include "rehearsal/scenario.h"

namespace rehearsal {

/// Words that neither the cast, nor the policy, nor the engine knows; steps that do nothing; time that
/// runs backwards. Each with its place and a hint.
base::Findings check_scenario(const Scenario&, const Cast&, const policy::Pack& with_house_rules);

/// Meetings of bodies that the policy does not have.
base::Findings check_cast(const Cast&, const policy::Pack&);

}  // namespace rehearsal
