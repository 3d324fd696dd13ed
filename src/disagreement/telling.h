// Who is told because of what has just happened: posts, and how much of it their notice may say.
#pragma once
#include "disagreement/duty.h"

namespace disagreement {

struct Telling {
    std::string rule;                        // of the duty they now owe, or of the notice
    std::string cause;                       // id of the duty, or of the notice rule with its fact
    PostId to;
    policy::Profile profile = policy::Profile::ContentFree;
    std::vector<std::string> leaves_out = {};  // of a full one: answers that do not go out
    bool operator==(const Telling&) const = default;
};

/// The rule of a telling that somebody's date is another one from now on.
inline const std::string date_moved = "date-moved";

/// For each duty that is open now and was not, or has gone to another post: its owner; and
/// where a decision has moved it to another edition or calendar, for each whose date is another one. For each
/// notice of the policy that the new facts call for: those it names. `before` is the same
/// disagreement with fewer events, with its duties as they stood; `pack` is the one it is under now.
std::vector<Telling> tellings(const State& before, const Duties& duties_before, const State& after,
                              const Duties& duties_after, const policy::Pack&);

}  // namespace disagreement
