// `concordat access`: who may see and do what, printed from the rules that decide it.
#pragma once
#include "cli/console.h"

namespace CLI {
class App;
}

namespace cli {

struct WhoSeesArgs {
    bool json = false;
};

CLI::App* add_who_sees(CLI::App& app, WhoSeesArgs&);

/// Returns the exit status.
int run_who_sees(const WhoSeesArgs&, const Console&);

}  // namespace cli
