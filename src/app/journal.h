// Seals and appends, reads and opens: the ledger as the use cases know it.
#pragma once
#include <optional>

#include "app/codec.h"
#include "base/refusal.h"
#include "store/event_store.h"
#include "store/sealing.h"

namespace app {

/// Envelopes with their texts sealed, and the keys that must land with them.
struct SealedDrafts {
    std::vector<store::Envelope> events;
    std::vector<store::WrappedKey> keys;
};

/// The command behind an append. An empty digest will do where the id is random.
struct Cause {
    store::CommandId id;
    std::string digest = {};
};

class Journal {
public:
    Journal(store::EventStore& store, store::Sealer& sealer) : store_(store), sealer_(sealer) {}

    SealedDrafts seal(const store::StreamId&, const std::vector<Draft>&);
    /// Nothing when the key was destroyed.
    std::optional<std::string> open(const store::StreamId&, const store::SealedField&) const;
    std::vector<std::optional<std::string>> open_all(const store::StreamId&,
                                                     const std::vector<const store::SealedField*>&) const;

    std::vector<Record> records(const store::StreamId&, store::Revision after = store::Revision{0}) const;
    /// Appends after whatever is there: for facts that no earlier one can contradict. The digest tells
    /// the same command again from another under its id, which is refused ("command_reused").
    base::Result<store::Appended> add(const store::StreamId&, const Cause&, const std::vector<Record>&);

    store::EventStore& store() { return store_; }
    const store::EventStore& store() const { return store_; }

private:
    store::EventStore& store_;
    store::Sealer& sealer_;
};

base::Refusal command_reused();

/// The streams of the ledger.
namespace streams {
inline store::StreamId installation() {
    return store::StreamId("installation");
}
inline store::StreamId partnership(const std::string& key) {
    return store::StreamId("partnership/" + key);
}
inline store::StreamId directory() {
    return store::StreamId("directory");
}
inline store::StreamId people() {
    return store::StreamId("people");
}
inline store::StreamId access(const PersonId& person) {
    return store::StreamId("access/" + person.get());
}
inline store::StreamId exclusions() {
    return store::StreamId("exclusions");
}
inline store::StreamId releases(const std::string& reference) {
    return store::StreamId("releases/" + reference);
}
inline store::StreamId disagreement(const std::string& reference) {
    return store::StreamId("disagreement/" + reference);
}
inline store::StreamId reads(const std::string& reference) {
    return store::StreamId("reads/" + reference);
}
}  // namespace streams

}  // namespace app
