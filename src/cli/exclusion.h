// `concordat exclusion`: the data guardian says who must not learn of a disagreement.
#pragma once
#include "app/guardian.h"
#include "cli/options.h"

namespace cli {

struct ExclusionArgs {
    FolderArgs folder;
    std::string by;      // the data guardian: e-mail address or id
    std::string person;  // e-mail address or id
    std::string reference;
    std::string reason;
};

struct ExclusionCommands {
    CLI::App* set = nullptr;
    CLI::App* lift = nullptr;
    CLI::App* list = nullptr;
};

ExclusionCommands add_exclusion_commands(CLI::App& app, ExclusionArgs&);

/// What the commands work with; `command_id` makes a command that is sent twice one effect.
struct GuardianDesk {
    app::Guardian& guardian;
    const app::Installation& installation;
    std::string command_id = {};
};

/// Each returns the exit status.
int run_exclusion_set(const ExclusionArgs&, const Console&, const GuardianDesk&);
int run_exclusion_lift(const ExclusionArgs&, const Console&, const GuardianDesk&);
int run_exclusion_list(const ExclusionArgs&, const Console&, const GuardianDesk&);

}  // namespace cli
