// What can come about at the stages of a policy, as far as its needs let it: facts, and ways on.
#pragma once
#include "policy/pack.h"

#include <set>
#include <string>
#include <vector>

namespace policy {

/// From one stage where it may begin. What is left out of account can only make more possible, never less.
struct Reach {
    std::set<std::string> facts;   // words; "step-taken:notice" for a single step
    std::set<std::string> stages;  // that can be entered
};
Reach reach_from(const Pack&, const std::string& first_stage);

/// What can have come about by the time it is settled at that stage: nothing of the stages above it, and no ending.
Reach reach_until_settled(const Pack&, const std::string& first_stage, const Stage&);

/// Whether it can be settled at that stage at all.
bool can_be_settled(const Pack&, const Stage&, const Reach&);

/// Every stage above one, on whatever ladder; empty at the top.
std::vector<const Stage*> stages_above(const Pack&, const Stage&);

/// True where a meeting here can settle it.
bool has_deciding_meeting(const Pack&, const Stage&);

/// The stages where it may begin.
std::vector<std::string> first_stages(const Pack&);

/// Whether a need before an action can be met at a stage; without a stage, at the raising.
bool can_be_met(const Need&, const Pack&, const Stage*, const Reach&);

/// The actions by which a disagreement can leave a stage, where nothing stands before them.
std::vector<std::string> ways_out(const Pack&, const Stage&);

/// True where the stage is left without anybody doing anything.
bool is_left_by_silence(const Pack&, const Stage&);

/// The needs that stand before an action at a stage: the stage's own, then the pack's.
std::vector<const Need*> needs_before(const std::string& action, const Pack&, const Stage&);

}  // namespace policy
