// The commands about how people get in, in a data folder.
#pragma once
#include "cli/access.h"

namespace program {

/// Each opens the folder and returns the exit status; what is wrong with the folder is thrown.
int user_invite(const cli::AccessArgs&, const cli::Console&);
int user_reset(const cli::AccessArgs&, const cli::Console&);
int user_sign_out(const cli::AccessArgs&, const cli::Console&);

}  // namespace program
