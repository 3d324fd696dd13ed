// For which post, and so for which side, somebody acts when they do something.
#pragma once
#include "disagreement/situation.h"
#include "disagreement/action_rules.h"

namespace disagreement {

struct Acting {
    PostId post;
    AgencyId agency;
    Side side = Side::System;
    Capacity capacity = Capacity::Holder;
    bool on_behalf = false;
};

/// The post the actor acts for, or why not: wrong side, both sides, nobody's deputy. `key` is the form, meeting,
/// duty or stage it is about.
base::Result<Acting> acting_for(Action, const Situation&, const Actor&, const std::string& key,
                                const PostId& wanted);

/// The same of a person, for who does not ask why not.
std::optional<Acting> find_acting(Action, const Situation&, const Actor&, const std::string& key);

/// Which side a post is on; Partnership for its offices, case roles and everybody else.
std::pair<Side, AgencyId> side_of(const State&, const PostId&);
std::pair<Side, AgencyId> side_of(const State&, const Concerned&, const PostId&);

/// All posts that act or have acted on the raising side, or on that receiving side.
std::set<PostId> raising_posts(const State&);
std::set<PostId> receiving_posts(const State&, const AgencyId&);

/// Words of settled_by for which this post speaks: "raising", "raiser", "receiving", "role:chair",
/// "partnership:business-manager".
std::vector<std::string> speaks_for(const State&, const PostId&);

}  // namespace disagreement
