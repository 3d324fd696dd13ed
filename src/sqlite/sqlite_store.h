// The store in a folder: concordat.db, keys/keys.db apart from it, the head, and a lock.
#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>

#include "sqlite/readers.h"
#include "sqlite/writer.h"
#include "store/drawers.h"
#include "store/event_store.h"
#include "store/key_store.h"

namespace sqlite {

struct Options {
    std::size_t readers_max = 4;
    Pace pace = {};
};

/// One process writes in a folder; any number read beside it. What is wrong with the folder is
/// thrown as a store::Fault that says what to do.
class SqliteStore final : public store::EventStore, public store::KeyStore, public store::Drawers {
public:
    /// Makes what is missing. Refuses a folder in use, a file of another program or a later
    /// version, and a ledger that is not the one its head was kept of.
    static std::unique_ptr<SqliteStore> open(const std::filesystem::path& folder, const Options& = {});
    /// Beside a running service, or without one. Every write is a Fault; keys may be missing.
    static std::unique_ptr<SqliteStore> open_read_only(const std::filesystem::path& folder,
                                                       const Options& = {});

    tl::expected<store::Appended, store::NotAppended> append(store::Append) override;
    std::vector<store::Stored> read(const store::StreamId&, store::Revision after) const override;
    store::Revision revision(const store::StreamId&) const override;
    std::uint64_t changes() const override { return changes_; }
    void each(store::Position from, const std::function<void(const store::Stored&)>& see) const override;
    ledger::Head head() const override;
    /// Against `kept`, the head in the folder, and the hashes and indexes of the file itself.
    ledger::Verdict verify(const std::optional<ledger::Head>& kept) const override;

    std::vector<store::ViewRow> rows(const store::RowQuery&) const override;
    std::optional<store::ViewRow> row(const std::string& view, const std::string& key) const override;
    std::size_t count(const std::string& view, const std::optional<std::string>& owner) const override;
    void replace_views(const store::StreamId&, const std::vector<store::ViewRow>&) override;

    std::vector<store::Notice> pending_notices(std::size_t limit) const override;
    void mark_sent(const std::string& notice_id) override;

    void add_keys(const std::vector<store::WrappedKey>&) override;
    std::optional<store::WrappedKey> find_key(const std::string& id) const override;
    std::vector<store::WrappedKey> keys_of(const store::StreamId&, store::FieldClass) const override;
    bool destroy_key(const std::string& id) override;
    std::size_t destroy_keys_of(const store::StreamId&, store::FieldClass) override;

    void put(const std::string& drawer, const store::Slip&) override;
    bool claim(const std::string& drawer, const store::Slip&) override;
    bool erase(const std::string& drawer, const std::string& key) override;
    std::optional<store::Slip> find(const std::string& drawer, const std::string& key) const override;
    std::vector<store::Slip> list(const std::string& drawer, const std::string& key_prefix) const override;
    std::size_t sweep(base::Moment now) override;

private:
    SqliteStore(Folder, const Options&);

    void perform(const Writer::Work&);

    Folder folder_;
    std::optional<Descriptor> hold_;  // given up last
    std::unique_ptr<Writer> writer_;  // none: read-only
    mutable Readers ledger_;
    mutable Readers keys_;
    std::atomic<std::uint64_t> changes_ = 0;
};

}  // namespace sqlite
