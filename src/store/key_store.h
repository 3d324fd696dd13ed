// The port behind which wrapped keys are kept, apart from what they open.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "store/record.h"

namespace store {

/// Keys of fields arrive with their events (Append::keys); class keys arrive here, beforehand.
class KeyStore {
public:
    virtual ~KeyStore() = default;

    /// Durable on return. A key whose id is known already is left as it is, destroyed or not.
    virtual void add_keys(const std::vector<WrappedKey>&) = 0;

    /// Nothing: never known here. A destroyed key is found, empty.
    virtual std::optional<WrappedKey> find_key(const std::string& id) const = 0;
    virtual std::vector<WrappedKey> keys_of(const StreamId&, FieldClass) const = 0;

    /// False when there was no such key to destroy. The bytes are overwritten, not only unlinked.
    virtual bool destroy_key(const std::string& id) = 0;
    /// All keys of one class of a stream; says how many.
    virtual std::size_t destroy_keys_of(const StreamId&, FieldClass) = 0;
};

}  // namespace store
