// The read models of the memory store: rows found by key, listed in order, owned by a stream.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/event_store.h"

namespace store {

class MemoryRows {
public:
    void ensure_free(const StreamId&, const std::vector<ViewRow>&) const;
    void replace(const StreamId&, const std::vector<ViewRow>&);

    std::vector<ViewRow> list(const RowQuery&) const;
    std::optional<ViewRow> find(const std::string& view, const std::string& key) const;
    std::size_t count(const std::string& view, const std::optional<std::string>& owner) const;

private:
    using Key = std::pair<std::string, std::string>;
    struct Kept {
        StreamId stream;
        ViewRow row;
    };

    std::map<Key, Kept> by_key_;                              // (view, key)
    std::map<std::string, std::map<Key, ViewRow>> in_order_;  // view → (sort, key)
    std::map<StreamId, std::vector<Key>> by_stream_;
};

}  // namespace store
