// What every store promises, said once and tried on each: memory, SQLite, and those to come.
#pragma once
#include <string>
#include <vector>

#include "store/drawers.h"
#include "store/event_store.h"
#include "store/key_store.h"

namespace contract {

/// An empty store, by its three faces.
struct Ports {
    store::EventStore& events;
    store::KeyStore& keys;
    store::Drawers& drawers;
};

struct Promise {
    std::string sentence;
    void (*holds)(Ports);
};

inline store::Envelope event(const std::string& open) {
    return {"Noted",
            1,
            "{\"n\":\"" + open + "\"}",
            {{"name", store::FieldClass::Identity, "key-" + open, std::string("\0\1\xff", 3) + open}}};
}

inline store::ViewRow row(const std::string& view, const std::string& key, const std::string& owner,
                          const std::string& sort) {
    return {view, key, owner, sort, "{\"key\":\"" + key + "\"}"};
}

/// One event, one notice, one key, two rows, all named after the command.
inline store::Append command(const std::string& stream, std::int64_t expected, const std::string& id) {
    store::Append append{store::StreamId(stream), store::Revision(expected), store::CommandId(id),
                         "digest of " + id};
    append.answer = "{\"answer\":\"" + id + "\"}";
    append.events = {event(id)};
    append.notices = {{"notice-" + id, "raised", "post-1", "{}"}};
    append.views = {{row("register", stream, "agency-1", "s" + id),
                     row("duties", stream + "/1", "post-1", "2026-12-04")}};
    append.keys = {{"key-" + id, stream, store::FieldClass::Identity, "class-" + stream, "wrapped " + id}};
    return append;
}

}  // namespace contract

#include "store/contract_drawers.h"
#include "store/contract_events.h"
#include "store/contract_keys.h"
#include "store/contract_races.h"
#include "store/contract_views.h"

namespace contract {

inline std::vector<Promise> promises() {
    std::vector<Promise> all;
    for (const auto& part : {of_events(), of_views(), of_keys(), of_drawers(), of_races()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace contract
