// The store that forgets when the process ends: for tests, scenarios and simulations. It keeps the
// same promises as the durable ones, durability excepted.
#pragma once
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <vector>

#include "store/event_store.h"
#include "store/key_store.h"
#include "store/memory_rows.h"

namespace store {

class MemoryStore final : public EventStore, public KeyStore {
public:
    tl::expected<Appended, NotAppended> append(Append) override;

    std::vector<Stored> read(const StreamId&, Revision after = Revision{0}) const override;
    Revision revision(const StreamId&) const override;
    std::uint64_t changes() const override { return changes_; }
    void each(Position from, const std::function<void(const Stored&)>& see) const override;
    ledger::Head head() const override;
    ledger::Verdict verify(const std::optional<ledger::Head>& kept) const override;

    std::vector<ViewRow> rows(const RowQuery&) const override;
    std::optional<ViewRow> row(const std::string& view, const std::string& key) const override;
    std::size_t count(const std::string& view, const std::optional<std::string>& owner) const override;
    void replace_views(const StreamId&, const std::vector<ViewRow>&) override;

    std::vector<Notice> pending_notices(std::size_t limit) const override;
    void mark_sent(const std::string& notice_id) override;

    void add_keys(const std::vector<WrappedKey>&) override;
    std::optional<WrappedKey> find_key(const std::string& id) const override;
    std::vector<WrappedKey> keys_of(const StreamId&, FieldClass) const override;
    bool destroy_key(const std::string& id) override;
    std::size_t destroy_keys_of(const StreamId&, FieldClass) override;

private:
    struct Landed {
        std::string digest;
        Appended appended;
    };

    void write(const Append&);
    Revision revision_of(const StreamId&) const;
    std::vector<Stored> page(std::size_t from, std::size_t end) const;

    mutable std::mutex mutex_;
    std::atomic<std::uint64_t> changes_ = 0;
    std::vector<Stored> entries_;
    std::vector<ledger::Hash> leaves_;
    ledger::Frontier tree_;
    std::map<StreamId, std::vector<std::size_t>> streams_;  // places in entries_
    std::map<CommandId, Landed> commands_;
    std::vector<Notice> notices_;
    std::set<std::string> notice_ids_;
    std::set<std::string> sent_;
    std::map<std::string, WrappedKey> keys_;
    MemoryRows rows_;
};

}  // namespace store
