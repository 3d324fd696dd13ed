// What the owners of policies look at their packs with: schema, flowchart, matrix, differences.
#pragma once
#include "base/finding.h"
#include "cli/policy_commands.h"
#include "policy/load.h"

namespace cli {

/// Adds them under `concordat policy`.
void add_policy_tools(CLI::App& policy, PolicyArgs&, PolicyCommands&);
void add_policy_comparisons(CLI::App& policy, PolicyArgs&, PolicyCommands&);

/// The pack of that key or file, loaded and checked; or every finding.
tl::expected<policy::Loaded, base::Findings> load_named(const std::string& key_or_file, const Console&);
/// The pack that --lang and the key or file ask for.
tl::expected<policy::Loaded, base::Findings> load_named(const PolicyArgs&, const Console&);

/// Writes to the file that -o names, else to the console; the exit status.
int put_out(const std::string& text, const PolicyArgs&, const Console&);

}  // namespace cli
