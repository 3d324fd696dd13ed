// What a step should have led to, held against what it did.
#pragma once
#include "disagreement/action.h"
#include "disagreement/telling.h"
#include "rehearsal/scenario.h"

#include <utility>

namespace rehearsal {

/// "2026-11-24", a local date and time, or "none".
std::string due_of(const disagreement::Duty&, const std::string& zone);

/// Each difference with its place in the scenario, in words; empty where all is as expected.
std::vector<std::pair<base::Place, std::string>> differences(const Expectation&, const disagreement::State&,
                                                             const disagreement::Duties&,
                                                             const disagreement::Permissions&,
                                                             const std::vector<disagreement::Telling>&,
                                                             const std::string& zone);

}  // namespace rehearsal
