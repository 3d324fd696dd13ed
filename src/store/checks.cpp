#include "store/checks.h"

#include <set>
#include <utility>

#include "base/ensure.h"

namespace store {

void ensure_whole(const Append& append) {
    base::ensure(!append.stream.get().empty(), "an append names its stream");
    base::ensure(append.expected.get() >= 0, "an expected revision is not negative");
    base::ensure(!append.command.get().empty(), "an append names its command");
    for (const Envelope& event : append.events) {
        base::ensure(!event.type.empty(), "an event has a type");
        base::ensure(event.type_version >= 1, "versions of a type count from 1");
    }
    for (const Notice& notice : append.notices) base::ensure(!notice.id.empty(), "a notice has an id");
    for (const WrappedKey& key : append.keys)
        base::ensure(!key.id.empty() && !key.destroyed(), "a new key has an id and is not destroyed");
    if (append.views) ensure_distinct(*append.views);
}

void ensure_distinct(const std::vector<ViewRow>& rows) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const ViewRow& row : rows) {
        base::ensure(!row.view.empty() && !row.key.empty(), "a row names its view and has a key");
        base::ensure(seen.emplace(row.view, row.key).second, "two rows of a view share a key");
    }
}

}  // namespace store
