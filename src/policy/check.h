// Whether a pack makes sense: every reference known, every rule cited, nobody ever left without a move.
#pragma once
#include "base/finding.h"
#include "policy/load.h"
#include "policy/pack.h"

namespace policy {

/// All that is wrong, in the order of the pack; empty where nothing is. Without places (a pack
/// made in code) findings name the rule only. Run it before house rules are added, or after.
base::Findings check(const Pack&, const Places& = {});
base::Findings check(const Loaded&);

}  // namespace policy
