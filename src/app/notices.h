// Who is told what because of one decision: never a word that could name a child.
#pragma once
#include "app/placing.h"

namespace app {

/// Before and after, and the new events between them.
struct Step {
    const Dossier& before;
    const disagreement::State& after;
    const disagreement::Duties& duties;  // after
    const policy::Pack& pack;            // after: a move changes it
};

/// For each duty that arose, went to another post, or whose date a move has moved, its owner; for each rule of
/// the policy, those it names. A recipient is "post/<id>", or, where a holder of the post is excluded, "person/<id>" for each
/// who answers for it instead; where its agency is closed today, also "person/<id>" for each deputy. The same step gives the same ids.
std::vector<store::Notice> notices_of(const Step&);

/// Dates that moved although nothing happened in the disagreement itself, each told to who owes it. `cause`
/// makes the ids.
std::vector<store::Notice> notices_of(const Dossier&, const std::vector<DutyChange>&, const std::string& cause);

}  // namespace app
