// Fills in what a scenario leaves unsaid, and finds out what a person of the cast may do.
#pragma once
#include "disagreement/action.h"
#include "rehearsal/scenario.h"

namespace rehearsal {

using disagreement::Actor;
using disagreement::Command;
using disagreement::Setting;
using disagreement::State;

/// The person who holds the post, with all the posts below it; safeguarding leads and the
/// business manager may record for others.
Actor actor_of(const std::string& post, const Cast&);

/// The command of a step, with plausible answers to whatever is required and was not given.
Command command_of(const Step&, const State&, const Setting&, const Actor&, const std::string& id);

}  // namespace rehearsal
