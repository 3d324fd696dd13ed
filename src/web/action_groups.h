// Actions in groups, so that a long list can be found one's way through.
#pragma once
#include <string>
#include <vector>

#include "disagreement/action.h"

namespace web {

struct ActionGroup {
    std::string title;
    std::vector<const disagreement::Permitted*> actions;
};

/// Groups that are not empty; within each the order of the engine.
std::vector<ActionGroup> grouped(const std::vector<disagreement::Permitted>&);

}  // namespace web
