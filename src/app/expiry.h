// Records what time has brought: each duty whose date has passed, once.
#pragma once
#include "app/transact.h"

namespace app {

struct Expired {
    std::size_t recorded = 0;
    std::vector<base::Refusal> refused = {};  // by the engine: worth somebody's look
};

/// Safe to run again, and beside another.
Expired expire_due(const store::EventStore&, Transact&, base::Moment now);

}  // namespace app
