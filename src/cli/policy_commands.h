// `concordat policy …` and `concordat run`: packs checked, explained and tried out.
#pragma once
#include "cli/console.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

struct PolicyArgs {
    std::vector<std::string> files;          // check, test, diff
    std::string pack;                        // show, timetable, run
    std::string from;
    std::string script;
    std::string language;                    // show, diagram: the code of one that the pack has names in
    std::string output;                      // schema, diagram: where it goes, instead of the console
    bool json = false;
    bool restart_every_step = false;
    bool questions = false;                  // run: with what each permitted action asks
};

struct PolicyCommands {
    CLI::App* check = nullptr;
    CLI::App* show = nullptr;
    CLI::App* timetable = nullptr;
    CLI::App* test = nullptr;
    CLI::App* run = nullptr;
    CLI::App* schema = nullptr;
    CLI::App* diagram = nullptr;
    CLI::App* matrix = nullptr;
    CLI::App* diff = nullptr;
};

PolicyCommands add_policy_commands(CLI::App& app, PolicyArgs& args);

/// Each returns the exit status: 0 done, 1 findings, 3 a fault.
int run_policy_check(const PolicyArgs&, const Console&);
int run_policy_show(const PolicyArgs&, const Console&);
int run_policy_timetable(const PolicyArgs&, const Console&);
int run_policy_test(const PolicyArgs&, const Console&);
int run_script(const PolicyArgs&, const Console&);
int run_policy_schema(const PolicyArgs&, const Console&);
int run_policy_diagram(const PolicyArgs&, const Console&);
int run_policy_matrix(const PolicyArgs&, const Console&);
int run_policy_diff(const PolicyArgs&, const Console&);

}  // namespace cli
