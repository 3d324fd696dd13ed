// The opposite number of a post: who stands on the other side where it stands on its own.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

struct OppositeNumbers {
    /// What makes them opposite: the tiers of the policy, or as many posts below them in their agency's line.
    enum class By { Tier, Level };
    By by = By::Tier;
    std::string tier = {};                   // "Service manager or designated safeguarding lead": what the post itself is
    std::vector<PostId> posts = {};          // equally good; never none
    policy::Source source = {};
};

/// By the lowest stage for which the policy names the post's kind on its own side, and kinds of post for the
/// other agency's. Where the policy goes by the person or by the line, by level; the partnership's office has no
/// level. Nothing where nobody holds such a post.
std::optional<OppositeNumbers> find_opposite_numbers(const Setting&, const PostId& own, const AgencyId& other);

}  // namespace disagreement
