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
/// Empty only where not even the partnership has an office.
Candidates candidates(const CastQuery&, const policy::Tier& tier, const Party& party, const PostId& present);

/// The next post up the line from `present`; `present` itself where the line ends.
Candidates one_up(const CastQuery&, const PostId& present);

/// The posts of an agency that the policy speaks of ("raising-agency:named-nurse"), by kind; a kind
/// that it does not have is left out.
std::map<std::string, PostId> agency_posts(const policy::Pack&, const directory::Directory&, const AgencyId&);

/// The partnership's posts that the policy speaks of, by kind; a kind without a post falls to
/// the business manager.
std::map<std::string, PostId> offices(const policy::Pack&, const directory::Directory&);

}  // namespace disagreement
