// The service: a server in front of the pages and the API, and the chores beside it.
#pragma once
#include "cli/console.h"
#include "cli/serve.h"

namespace program {

/// Serves until SIGTERM or SIGINT, then finishes what is under way. Returns the exit status.
int serve(const cli::Settings&, const cli::Console&);

}  // namespace program
