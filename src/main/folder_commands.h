// The commands that work in a data folder, each with just as much of it as it needs.
#pragma once
#include "cli/admin.h"
#include "cli/ledger.h"
#include "cli/record.h"
#include "cli/token.h"

namespace program {

/// Each opens the folder and returns the exit status; what is wrong with the folder is thrown.
int partnership_add(const cli::PartnershipArgs&, const cli::Console&);
int partnership_adopt(const cli::PartnershipArgs&, const cli::Console&);
int directory_import(const cli::DirectoryArgs&, const cli::Console&);
int directory_export(const cli::DirectoryArgs&, const cli::Console&);
int user_add(const cli::UserArgs&, const cli::Console&);
int token_add(const cli::TokenArgs&, const cli::Console&);
int token_list(const cli::TokenArgs&, const cli::Console&);
int token_revoke(const cli::TokenArgs&, const cli::Console&);
int token_calendar(const cli::TokenArgs&, const cli::Console&);
int record(const cli::RecordArgs&, const cli::Console&);
int verify(const cli::LedgerArgs&, const cli::Console&);
int rebuild(const cli::LedgerArgs&, const cli::Console&);
int doctor(const cli::LedgerArgs&, const cli::Console&);

}  // namespace program
