// `concordat verify`, `rebuild` and `doctor`: whether what is kept can be believed.
#pragma once
#include <string>
#include <vector>

#include "app/installation.h"
#include "cli/options.h"

namespace cli {

struct LedgerArgs {
    FolderArgs folder;
    std::string head_file;  // a head kept elsewhere; empty: none
};

struct LedgerCommands {
    CLI::App* verify = nullptr;
    CLI::App* rebuild = nullptr;
    CLI::App* doctor = nullptr;
};

LedgerCommands add_ledger_commands(CLI::App& app, LedgerArgs& args);

/// What was looked at, whether it is well, and what to say about it.
struct Checked {
    std::string what;
    bool well = true;
    std::string says;
};

/// Whether the rows of the lists are those that the ledger gives.
Checked check_views(app::Journal&, const app::Installation&);

/// Each returns the exit status: 1 where something is broken.
int run_verify(const LedgerArgs&, const Console&, const store::EventStore& ledger,
               const store::EventStore& reads);
int run_rebuild(const LedgerArgs&, const Console&, app::Journal&, const app::Installation&);
int run_doctor(const LedgerArgs&, const Console&, const std::vector<Checked>&);

}  // namespace cli
