#include "main/data_folder.h"

#include "crypto/master_key.h"
#include "store/fault.h"

namespace program {
namespace {

namespace fs = std::filesystem;
using sqlite::SqliteStore;

fs::path reads_in(const fs::path& folder) {
    return folder / "reads";
}
fs::path master_key_in(const fs::path& folder) {
    return folder / "keys" / "master.key";
}

void check_there(const fs::path& folder) {
    if (fs::exists(folder / "concordat.db")) return;
    throw store::Fault("There is no installation in the folder \"" + folder.string() + "\".",
                       "Check --data, or make one with 'concordat partnership add' or 'concordat demo'.");
}

/// Both are made together: where there is only the first, somebody took the other away.
void check_reads(const fs::path& folder, const store::EventStore& ledger) {
    if (ledger.head().size == 0 || fs::exists(reads_in(folder) / "concordat.db")) return;
    throw store::Fault("The log of reads is missing: there is no \"" + reads_in(folder).string() + "\".",
                       "Put back the last good copy of that folder.");
}

}  // namespace

DataFolder::DataFolder(Store ledger, Store reads, const crypto::Key& master)
    : ledger_(std::move(ledger)),
      reads_(std::move(reads)),
      vault_(master, *ledger_),
      digests_(master),
      boxes_(master) {}

std::unique_ptr<DataFolder> DataFolder::open(const fs::path& folder) {
    auto ledger = SqliteStore::open(folder);
    check_reads(folder, *ledger);
    auto reads = SqliteStore::open(reads_in(folder));
    const auto master = crypto::open_master_key(master_key_in(folder), *ledger);
    return std::unique_ptr<DataFolder>(new DataFolder(std::move(ledger), std::move(reads), master));
}

std::unique_ptr<DataFolder> DataFolder::open_existing(const fs::path& folder) {
    check_there(folder);
    return open(folder);
}

std::unique_ptr<DataFolder> DataFolder::look_into(const fs::path& folder) {
    auto [ledger, reads] = look_into_ledgers(folder);
    const auto keys = folder / "keys" / "keys.db";
    if (!fs::exists(keys))
        throw store::Fault("The file \"" + keys.string() + "\" is missing: nothing sealed can be read.", "Restore the backup of the folder \"keys\".");
    const auto master = crypto::open_master_key(master_key_in(folder), *ledger);
    return std::unique_ptr<DataFolder>(new DataFolder(std::move(ledger), std::move(reads), master));
}

Ledgers look_into_ledgers(const fs::path& folder) {
    check_there(folder);
    return {SqliteStore::open_read_only(folder), SqliteStore::open_read_only(reads_in(folder))};
}

}  // namespace program
