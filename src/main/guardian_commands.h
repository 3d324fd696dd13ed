// The commands of a data guardian, in a data folder.
#pragma once
#include "cli/exclusion.h"

namespace program {

/// Each opens the folder and returns the exit status; what is wrong with the folder is thrown.
int exclusion_set(const cli::ExclusionArgs&, const cli::Console&);
int exclusion_lift(const cli::ExclusionArgs&, const cli::Console&);
int exclusion_list(const cli::ExclusionArgs&, const cli::Console&);

}  // namespace program
