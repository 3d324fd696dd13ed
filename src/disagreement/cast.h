// Who fills a tier: the policy maps tiers to kinds of post, the directory kinds to posts.
#pragma once
#include "disagreement/state.h"
#include "policy/pack.h"

namespace disagreement {

struct Candidates {
    std::vector<PostId> posts;               // equally good; more than one: whoever takes the step chooses
    std::string why;                         // in words, for the record
    bool stand_in = false;                   // fell back beyond the tier and its management line
};

/// What choosing needs to know besides the policy.
struct CastQuery {
    const policy::Pack& pack;
    const directory::Directory& directory;
    calendar::Date today;
    const std::set<PersonId>& excluded;      // people who must not learn of the disagreement
    const std::set<PostId>& other_side;      // posts that act, or acted, on the other side
};

/// Posts for `tier` on one side. `party` is that side; `present` its post at the stage before
/// (its practitioner at the first). Where nobody fills the tier: the next up the management line,
/// then the agency's safeguarding lead, then the partnership's business manager.
/// Empty only where nobody can act in the partnership's office either.
Candidates candidates(const CastQuery&, const policy::Tier& tier, const Party& party, const PostId& present);

/// The next post up the line from `present`; `present` itself where the line ends.
Candidates one_up(const CastQuery&, const PostId& present);

/// Held today by somebody who may know of the disagreement.
bool is_held(const directory::Post&, calendar::Date today, const std::set<PersonId>& excluded);

/// The posts of an agency that the policy speaks of ("raising-agency:named-nurse"), by kind: of several the first
/// that can act, else the first. A kind that it does not have is left out.
std::map<std::string, PostId> agency_posts(const CastQuery&, const AgencyId&);

/// The partnership's posts by kind, chosen alike; a kind that the policy speaks of and no post has falls to
/// the business manager. Empty where the partnership has no office.
std::map<std::string, PostId> offices(const CastQuery&);

/// Kinds of the post that leads an agency's safeguarding.
const std::vector<std::string>& lead_kinds();

}  // namespace disagreement
