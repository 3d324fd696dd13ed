// Which posts a person can act for on a day, and who answers for a post that nobody can act for.
#pragma once
#include "app/snapshot.h"
#include "disagreement/action.h"

namespace app {

using Capacities = std::map<PostId, disagreement::Capacity>;

/// Posts they hold or deputise in.
Capacities held_by(const Snapshot&, const PersonId&, calendar::Date today);

/// Of `posts`, those that stand below one they hold in the line of reports, and are not held by them.
Capacities managed_by(const Snapshot&, const Capacities& held, const std::set<PostId>& posts);

/// Posts below the ones they hold, nearest first.
std::set<PostId> line_below(const Snapshot&, const Capacities& held);

/// The people who answer for a post today: its holders and deputies who may know of it; where there are
/// none, those of the next post up the line; in the end nobody.
std::vector<PersonId> answering_for(const Snapshot&, const PostId&, calendar::Date today,
                                    const std::set<PersonId>& excluded);

/// A kind of post that leads safeguarding in its agency, and may record for those without an account.
bool leads_safeguarding(const directory::Post&);
bool keeps_business(const directory::Post&);

}  // namespace app
