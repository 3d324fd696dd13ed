// The rules of the product that hold under every policy, said as duty rules like any other.
#pragma once
#include "policy/pack.h"

#include <vector>

namespace policy {

/// Cited as "house ALL-5", after the requirement they come from.
std::vector<DutyRule> house_rules();

/// The pack and those house rules whose key its own `duties` do not define.
Pack with_house_rules(Pack);

}  // namespace policy
