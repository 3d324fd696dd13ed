// From the words of a policy ("raising", "role:iro") to posts, as a disagreement stands.
#pragma once
#include "disagreement/state.h"
#include "policy/pack.h"

#include <functional>

namespace disagreement {

struct Owner {
    PostId post;
    Side side = Side::Raising;
    AgencyId agency = {};                    // for the receiving side: whose
    std::string unnamed_role = {};           // the case role that nobody has been named for; `post` owes naming
    bool operator==(const Owner&) const = default;
};

/// The posts a rule means at one stay. `about`: the one receiving agency a fact concerned, or empty;
/// `because`: the fact a rule follows from, where it follows from one. Of several of whom any may
/// act, the first that can be found.
std::vector<Owner> owners(const policy::Who&, const State&, const policy::Pack&, int visit,
                          const AgencyId& about = {}, const Event* because = nullptr);

/// The same, of all of whom any may act.
std::vector<Owner> all_owners(const policy::Who&, const State&, const policy::Pack&, int visit,
                              const AgencyId& about = {}, const Event* because = nullptr);

/// The roles of which one has to be named before these words mean anybody who can act; none where somebody can
/// act already. `is_named` says which roles have been.
std::vector<std::string> roles_awaited(const policy::Who&, const std::function<bool(const std::string&)>& is_named);
std::vector<std::string> roles_awaited(const policy::Who&, const State&);

/// The partnership's post of that kind; its business manager where there is none.
PostId office(const State&, const std::string& kind);
bool is_office(const State&, const PostId&);

/// Everyone who has acted or been asked to, once each.
std::vector<PostId> everyone(const State&);

}  // namespace disagreement
