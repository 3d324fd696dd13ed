// Where somebody works, and whose register they may see: what every door shows of partnerships.
#pragma once
#include "app/snapshot.h"

namespace app {

/// Partnerships in which the person holds a post or deputises, in order of key.
std::vector<const Partnership*> partnerships_of(const Snapshot&, const PersonId&, calendar::Date today);

/// Those whose register the gate lets them see.
std::vector<const Partnership*> registers_of(const Snapshot&, const PersonId&, calendar::Date today);

/// Those whose policy they may read: where they work, then whose register they may see.
std::vector<const Partnership*> readable_by(const Snapshot&, const PersonId&, calendar::Date today);

}  // namespace app
