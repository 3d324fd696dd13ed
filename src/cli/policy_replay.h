// `concordat policy replay`: every past disagreement of a folder under another edition.
#pragma once
#include <string>
#include <vector>

#include "app/hindsight.h"
#include "cli/options.h"

namespace cli {

struct ReplayArgs {
    FolderArgs folder;
    std::string with;         // file or key
    std::string partnership;  // empty: all that work under the policy
    std::vector<std::string> map;
};

/// Adds it to the group `policy`, which must be there.
CLI::App* add_policy_replay(CLI::App& app, ReplayArgs& args);

/// The exit status: 1 where something would have been otherwise.
int run_policy_replay(const ReplayArgs&, const Console&, const app::Journal&, const app::Installation&, base::Moment now);

}  // namespace cli
