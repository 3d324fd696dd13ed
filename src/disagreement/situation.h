// A disagreement as it stands when somebody asks: worked out once, looked at by every rule.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

/// The posts that act or have acted in it, in the order in which they are named.
struct Concerned {
    std::set<PostId> raising;
    std::map<AgencyId, std::set<PostId>> receiving;
    std::vector<PostId> seats = {};          // at this stage
    std::vector<PostId> either_side = {};    // those first
    std::vector<PostId> involved = {};       // and roles, offices, posts that the policy speaks of
};

struct Situation {
    const State& state;
    const Setting& setting;
    const Duties& duties;                    // judged at setting.now: see duties_in
    Concerned concerned;
};

/// What is owed as things stand.
inline Duties duties_in(const State& state, const Setting& setting) {
    return duties(state, setting.pack, setting.calendar, setting.now);
}

Concerned concerned_in(const State&);

/// The three outlive it.
inline Situation situation(const State& state, const Setting& setting, const Duties& duties) {
    return {state, setting, duties, concerned_in(state)};
}

/// Whether a list of what may be done says what each asks as well.
enum class Questions { Listed, LeftOut };

/// As permitted of action.h, for who asks more than once.
Permissions permitted(const Situation&, const Actor&, Questions);

/// What each of these people may do, without what it asks and without why not: what the policy has for anybody is
/// worked out once.
std::vector<std::vector<Permitted>> permitted_to_each(const Situation&, const std::vector<Actor>&);

}  // namespace disagreement
