#include "store/memory_store.h"

#include <algorithm>

#include "store/checks.h"
#include "store/leaf.h"

namespace store {
namespace {

using Lock = std::lock_guard<std::mutex>;

}  // namespace

tl::expected<Appended, NotAppended> MemoryStore::append(Append append) {
    ensure_whole(append);
    const Lock lock(mutex_);
    if (const auto known = commands_.find(append.command); known != commands_.end()) {
        if (known->second.digest != append.digest) return tl::unexpected<NotAppended>(Reused{});
        Appended again = known->second.appended;
        again.repeated = true;
        return again;
    }
    const Revision actual = revision_of(append.stream);
    if (actual != append.expected) return tl::unexpected<NotAppended>(Conflict{actual});
    if (append.views) rows_.ensure_free(append.stream, *append.views);

    const Appended appended{Revision{actual.get() + static_cast<std::int64_t>(append.events.size())},
                            Position{static_cast<std::int64_t>(entries_.size())}, false, append.answer};
    write(append);
    ++changes_;
    commands_[append.command] = {append.digest, appended};
    return appended;
}

void MemoryStore::write(const Append& append) {
    auto& places = streams_[append.stream];
    for (const Envelope& event : append.events) {
        places.push_back(entries_.size());
        entries_.push_back({Position{static_cast<std::int64_t>(entries_.size())}, append.stream,
                            Revision{static_cast<std::int64_t>(places.size())}, event});
        leaves_.push_back(leaf_of(entries_.back()));
        tree_.add(leaves_.back());
    }
    for (const Notice& notice : append.notices)
        if (notice_ids_.insert(notice.id).second) notices_.push_back(notice);
    if (append.views) rows_.replace(append.stream, *append.views);
    for (const WrappedKey& key : append.keys) keys_.emplace(key.id, key);
}

std::vector<Stored> MemoryStore::read(const StreamId& id, Revision after) const {
    const Lock lock(mutex_);
    std::vector<Stored> events;
    const auto stream = streams_.find(id);
    if (stream == streams_.end()) return events;
    for (auto i = static_cast<std::size_t>(after.get()); i < stream->second.size(); ++i)
        events.push_back(entries_[stream->second[i]]);
    return events;
}

Revision MemoryStore::revision(const StreamId& id) const {
    const Lock lock(mutex_);
    return revision_of(id);
}

Revision MemoryStore::revision_of(const StreamId& id) const {
    const auto stream = streams_.find(id);
    return Revision{stream == streams_.end() ? 0 : std::ssize(stream->second)};
}

std::vector<Stored> MemoryStore::page(std::size_t from, std::size_t end) const {
    constexpr std::size_t page_max = 256;
    const Lock lock(mutex_);
    const std::size_t to = std::min(end, from + page_max);
    return {entries_.begin() + static_cast<std::ptrdiff_t>(from),
            entries_.begin() + static_cast<std::ptrdiff_t>(to)};
}

void MemoryStore::each(Position from, const std::function<void(const Stored&)>& see) const {
    const auto end = static_cast<std::size_t>(head().size);
    for (auto at = static_cast<std::size_t>(from.get()); at < end;)
        for (const Stored& stored : page(at, end)) {
            see(stored);
            ++at;
        }
}

ledger::Head MemoryStore::head() const {
    const Lock lock(mutex_);
    return tree_.head();
}

ledger::Verdict MemoryStore::verify(const std::optional<ledger::Head>& kept) const {
    const Lock lock(mutex_);
    ledger::Audit audit(kept ? std::vector{*kept} : std::vector<ledger::Head>{});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Stored& stored = entries_[i];
        audit.see(
            {stored.position.get(), stored.stream.get(), stored.revision.get(), leaf_of(stored), leaves_[i]});
    }
    return audit.finish(tree_.head());
}

std::vector<ViewRow> MemoryStore::rows(const RowQuery& query) const {
    const Lock lock(mutex_);
    return rows_.list(query);
}

std::optional<ViewRow> MemoryStore::row(const std::string& view, const std::string& key) const {
    const Lock lock(mutex_);
    return rows_.find(view, key);
}

std::size_t MemoryStore::count(const std::string& view, const std::optional<std::string>& owner) const {
    const Lock lock(mutex_);
    return rows_.count(view, owner);
}

void MemoryStore::replace_views(const StreamId& stream, const std::vector<ViewRow>& rows) {
    ensure_distinct(rows);
    const Lock lock(mutex_);
    rows_.ensure_free(stream, rows);
    rows_.replace(stream, rows);
    ++changes_;
}

std::vector<Notice> MemoryStore::pending_notices(std::size_t limit) const {
    const Lock lock(mutex_);
    std::vector<Notice> pending;
    for (const Notice& notice : notices_) {
        if (pending.size() == limit) break;
        if (!sent_.contains(notice.id)) pending.push_back(notice);
    }
    return pending;
}

void MemoryStore::mark_sent(const std::string& notice_id) {
    const Lock lock(mutex_);
    if (notice_ids_.contains(notice_id)) sent_.insert(notice_id);
}

void MemoryStore::add_keys(const std::vector<WrappedKey>& keys) {
    const Lock lock(mutex_);
    for (const WrappedKey& key : keys) keys_.emplace(key.id, key);
}

std::optional<WrappedKey> MemoryStore::find_key(const std::string& id) const {
    const Lock lock(mutex_);
    const auto key = keys_.find(id);
    if (key == keys_.end()) return std::nullopt;
    return key->second;
}

std::vector<WrappedKey> MemoryStore::keys_of(const StreamId& stream, FieldClass cls) const {
    const Lock lock(mutex_);
    std::vector<WrappedKey> found;
    for (const auto& [id, key] : keys_)
        if (key.stream == stream.get() && key.cls == cls) found.push_back(key);
    return found;
}

bool MemoryStore::destroy_key(const std::string& id) {
    const Lock lock(mutex_);
    const auto key = keys_.find(id);
    if (key == keys_.end() || key->second.destroyed()) return false;
    key->second.wrapped.clear();
    ++changes_;
    return true;
}

std::size_t MemoryStore::destroy_keys_of(const StreamId& stream, FieldClass cls) {
    const Lock lock(mutex_);
    std::size_t destroyed = 0;
    for (auto& [id, key] : keys_) {
        if (key.stream != stream.get() || key.cls != cls || key.destroyed()) continue;
        key.wrapped.clear();
        ++destroyed;
    }
    ++changes_;
    return destroyed;
}

}  // namespace store
