#include "store/memory_rows.h"

#include <algorithm>

#include "base/ensure.h"

namespace store {

void MemoryRows::ensure_free(const StreamId& stream, const std::vector<ViewRow>& rows) const {
    for (const ViewRow& row : rows) {
        const auto kept = by_key_.find({row.view, row.key});
        base::ensure(kept == by_key_.end() || kept->second.stream == stream,
                     "a row of a view belongs to one stream");
    }
}

void MemoryRows::replace(const StreamId& stream, const std::vector<ViewRow>& rows) {
    std::vector<Key>& mine = by_stream_[stream];
    for (const Key& key : mine) {
        const auto kept = by_key_.find(key);
        const ViewRow& row = kept->second.row;
        in_order_[row.view].erase({row.sort, row.key});
        by_key_.erase(kept);
    }
    mine.clear();
    for (const ViewRow& row : rows) {
        mine.emplace_back(row.view, row.key);
        by_key_[{row.view, row.key}] = {stream, row};
        in_order_[row.view][{row.sort, row.key}] = row;
    }
}

namespace {

bool is_wanted(const RowQuery& query, const ViewRow& row) {
    if (query.owner && row.owner != *query.owner) return false;
    return std::ranges::all_of(query.saying, [&](const auto& text) { return row.body.find(text) != row.body.npos; });
}

}  // namespace

std::vector<ViewRow> MemoryRows::list(const RowQuery& query) const {
    const auto view = in_order_.find(query.view);
    if (view == in_order_.end()) return {};
    const auto& rows = view->second;
    auto row = query.after ? rows.upper_bound({query.after->sort, query.after->key}) : rows.begin();
    std::vector<ViewRow> found;
    for (; row != rows.end() && found.size() < query.limit; ++row) {
        if (!query.until.empty() && row->second.sort >= query.until) break;
        if (is_wanted(query, row->second)) found.push_back(row->second);
    }
    return found;
}

std::optional<ViewRow> MemoryRows::find(const std::string& view, const std::string& key) const {
    const auto kept = by_key_.find({view, key});
    if (kept == by_key_.end()) return std::nullopt;
    return kept->second.row;
}

std::size_t MemoryRows::count(const std::string& view, const std::optional<std::string>& owner) const {
    const auto rows = in_order_.find(view);
    if (rows == in_order_.end()) return 0;
    if (!owner) return rows->second.size();
    return static_cast<std::size_t>(
        std::count_if(rows->second.begin(), rows->second.end(),
                      [&](const auto& row) { return row.second.owner == *owner; }));
}

}  // namespace store
