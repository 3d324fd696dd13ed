// The ladders of a policy that have no stage in common: each is drawn on a sheet of its own.
#pragma once
#include "policy/pack.h"

namespace diagram {

/// The pack as far as one ladder goes: its routes, stages, starts and jumps. One for most policies.
std::vector<policy::Pack> ladders_of(const policy::Pack&);

/// "With one's own manager"; several where routes share stages, empty where the policy has none.
std::string routes_in_words(const policy::Pack&);

}  // namespace diagram
