// Who may do what, at which stage, under which condition: read off the rules, before anybody disagrees.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

/// One thing that can be done under a policy.
struct Entitlement {
    std::string stage = {};  // key of the stage; empty: whatever the stage
    Action action = Action::Raise;
    std::string about = {};  // form, meeting, step, date, role or stage that it is about
    std::string title;
    std::string who;
    std::vector<std::string> only = {};  // what must hold, each in words with its clause
    std::string until = {};              // "while open, settled or closed"; empty: while open
    std::string clause = {};
    bool operator==(const Entitlement&) const = default;
};

/// Stage by stage from the lowest, then what is possible at any of them. What only the worker does is
/// left out. The pack is given with the rules of the house.
std::vector<Entitlement> matrix(const policy::Pack&);

}  // namespace disagreement
