// Actions in groups, so that one's way can be found through a long list.
#pragma once
#include <vector>

#include "web/case.h"

namespace web {

enum class ActionGroup { MoveOn, Record, Forms, Safety, Settle, Keep };

ActionGroup group_of(disagreement::Action);

/// Each group that is not empty under a heading of level three, with a link to each action in the engine's order;
/// for a post, what is entered for whoever holds it.
Html links_to_acts(const Case&, const std::vector<disagreement::Permitted>&, const app::PostId& on_behalf = {});

}  // namespace web
