// `concordat demo`: a folder with five partnerships, invented people, and disagreements at every stage.
#pragma once
#include <string>

#include "cli/options.h"

namespace CLI {
class App;
}

namespace program {

struct DemoArgs {
    cli::FolderArgs folder{.data = "demo-data"};
    std::string today;  // ISO date; empty: the day it is made
};

CLI::App* add_demo_command(CLI::App& app, DemoArgs& args);

/// Returns the exit status. A folder that exists is refused; a demo that fails leaves none behind.
int make_demo(const DemoArgs&, const cli::Console&);

}  // namespace program
