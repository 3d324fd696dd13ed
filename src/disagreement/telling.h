// Who is told because of what has just happened: posts, and how much of it their notice may say.
#pragma once
#include "disagreement/duty.h"

namespace disagreement {

struct Telling {
    std::string rule;                        // of the duty they now owe, or of the notice
    std::string cause;                       // id of the duty, or of the notice rule with its fact
    PostId to;
    policy::Profile profile = policy::Profile::ContentFree;
    bool operator==(const Telling&) const = default;
};

/// For each duty that is open now and was not, or has gone to another post: its owner. For each
/// notice of the policy that the new facts call for: those it names. `before` is the same
/// disagreement with fewer events.
std::vector<Telling> tellings(const State& before, const Duties& duties_before, const State& after,
                              const Duties& duties_after, const policy::Pack&);

}  // namespace disagreement
