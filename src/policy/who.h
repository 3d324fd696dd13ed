// Whom a rule means, before anybody in particular is known.
#pragma once
#include <string>
#include <vector>

namespace policy {

/// In packs: "raising", "receiving", "both", "everyone", "raiser", "raising:team-manager",
/// "role:iro", "partnership:business-manager", "above:raising", "raising-agency:named-nurse"; and a list
/// of these: any one of them.
struct Who {
    enum class Kind {
        Nobody,
        Raising,      // the post that acts for the raising side at this stage; with a tier: who filled that tier
        Receiving,    // the same on each receiving side
        Both,         // raising and receiving: each owes, or each is told
        Everyone,     // all who have taken part
        Raiser,       // the post that raised it
        CaseRole,     // a post named for this disagreement
        Partnership,  // a post of the partnership's own, by kind
        Above,        // the post that the named one reports to (key: raising, receiving or raiser)
        Author,       // whoever did what the rule follows from
        RaisingAgency,    // a post of the raising agency, by kind
        ReceivingAgency,  // the same of each receiving agency
        AnyOf         // one of `parts`: the first that can be found owes, each of them may act
    };
    Kind kind = Kind::Nobody;
    std::string key = {};
    std::vector<Who> parts = {};
    bool operator==(const Who&) const = default;
};

}  // namespace policy
