// What the owners of policies look at their packs with: schema, flowchart, matrix, differences.
#pragma once
#include "cli/policy_commands.h"

namespace cli {

/// Adds them under `concordat policy`.
void add_policy_tools(CLI::App& policy, PolicyArgs&, PolicyCommands&);

/// Writes to the file that -o names, else to the console; the exit status.
int put_out(const std::string& text, const PolicyArgs&, const Console&);

}  // namespace cli
