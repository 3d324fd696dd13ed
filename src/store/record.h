// What is kept: events with an open part and sealed fields, and what lands together with them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/strong.h"

namespace store {

using StreamId = base::Strong<struct StreamTag>;
using CommandId = base::Strong<struct CommandTag>;
/// How many events a stream has.
using Revision = base::Strong<struct RevisionTag, std::int64_t>;
/// Place in the ledger, counted from 0 over all streams.
using Position = base::Strong<struct PositionTag, std::int64_t>;

/// Erasure destroys the keys of one class of one stream.
enum class FieldClass { Identity, Narrative };

/// Text that only the holder of its key can read. The ledger hashes the ciphertext, so a destroyed
/// key changes no hash.
struct SealedField {
    std::string name;
    FieldClass field_class = FieldClass::Identity;
    std::string key_id;
    std::string ciphertext;  // nonce, then what the cipher made
    bool operator==(const SealedField&) const = default;
};

struct Envelope {
    std::string type;
    int type_version = 1;
    std::string open;  // canonical JSON: no free text, nobody of the family
    std::vector<SealedField> sealed = {};
    bool operator==(const Envelope&) const = default;
};

struct Stored {
    Position position;
    StreamId stream;
    Revision revision;  // 1 for the first event of its stream
    Envelope envelope;
    bool operator==(const Stored&) const = default;
};

/// A message that is owed to somebody. The id is made from its cause: once recorded, the same id
/// again is not a second message.
struct Notice {
    std::string id;
    std::string kind;
    std::string recipient;
    std::string body;  // JSON without content
    bool operator==(const Notice&) const = default;
};

/// A row of a read model. Within a view a key belongs to one stream; rows are listed by
/// (sort, key), bytewise.
struct ViewRow {
    std::string view;
    std::string key;
    std::string owner;
    std::string sort;
    std::string body;
    bool operator==(const ViewRow&) const = default;
};

/// A key wrapped by another. A destroyed key leaves its row with nothing in `wrapped`, so that
/// "destroyed" and "never had" stay apart.
struct WrappedKey {
    std::string id;
    std::string stream;
    FieldClass cls = FieldClass::Identity;
    std::string under;  // id of the class key that wraps it; empty for a class key itself
    std::string wrapped;
    bool destroyed() const { return wrapped.empty(); }
    bool operator==(const WrappedKey&) const = default;
};

/// One command's whole effect. All of it lands, or none.
struct Append {
    StreamId stream;
    Revision expected;
    CommandId command;
    std::string digest;       // of the command's content: tells a replay from a reused id
    std::string answer = {};  // small JSON, given back to a replay
    std::vector<Envelope> events = {};
    std::vector<Notice> notices = {};
    std::optional<std::vector<ViewRow>> views = {};  // replaces all rows of the stream; none: rows stay
    std::vector<WrappedKey> keys = {};
};

}  // namespace store
