// The commands about editions of policies and calendars, each over a data folder.
#pragma once
#include "cli/editions.h"
#include "cli/policy_replay.h"

namespace program {

/// Each opens the folder and returns the exit status; what is wrong with the folder is thrown.
int partnership_rule(const cli::RuleArgs&, const cli::Console&);
int partnership_move(const cli::MoveArgs&, const cli::Console&);
int partnership_calendar(const cli::CalendarArgs&, const cli::Console&);
int policy_replay(const cli::ReplayArgs&, const cli::Console&);

}  // namespace program
