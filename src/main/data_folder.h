// The data folder of an installation: its ledger, its log of reads, and the keys to what is sealed.
#pragma once
#include <filesystem>
#include <memory>

#include "crypto/master_boxes.h"
#include "crypto/secrets.h"
#include "crypto/vault.h"
#include "sqlite/sqlite_store.h"

namespace program {

class DataFolder {
public:
    /// Makes what is missing. One process at a time.
    static std::unique_ptr<DataFolder> open(const std::filesystem::path&);
    /// The same, where there must be an installation already.
    static std::unique_ptr<DataFolder> open_existing(const std::filesystem::path&);
    /// Beside a running service, or without one: nothing can be written.
    static std::unique_ptr<DataFolder> look_into(const std::filesystem::path&);

    store::EventStore& ledger() { return *ledger_; }
    store::EventStore& reads() { return *reads_; }
    store::Drawers& drawers() { return *ledger_; }
    store::Sealer& sealer() { return vault_; }
    const store::Digests& digests() const { return digests_; }
    const store::Boxes& boxes() const { return boxes_; }

private:
    using Store = std::unique_ptr<sqlite::SqliteStore>;
    DataFolder(Store ledger, Store reads, const crypto::Key& master);

    Store ledger_;
    Store reads_;
    crypto::Vault vault_;
    crypto::KeyedDigests digests_;
    crypto::MasterBoxes boxes_;
};

/// The two stores alone, without keys: enough to verify them.
struct Ledgers {
    std::unique_ptr<sqlite::SqliteStore> ledger;
    std::unique_ptr<sqlite::SqliteStore> reads;
};
Ledgers look_into_ledgers(const std::filesystem::path&);

}  // namespace program
