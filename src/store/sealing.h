// Sealing the fields of an event, and opening them while their keys exist.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/record.h"

namespace store {

struct Sealed {
    SealedField field;
    std::vector<WrappedKey> keys;  // to be appended together with the event
};

class Sealer {
public:
    virtual ~Sealer() = default;

    virtual Sealed seal(const StreamId&, FieldClass, const std::string& name, std::string_view plaintext) = 0;

    /// Nothing when the key was destroyed. A field that was altered, moved to another stream, or
    /// whose key was never known here is a Fault.
    virtual std::optional<std::string> open(const StreamId&, const SealedField&) const = 0;

    /// The same for many fields of one stream, in their order.
    virtual std::vector<std::optional<std::string>> open_all(const StreamId& stream,
                                                             const std::vector<const SealedField*>& fields) const {
        std::vector<std::optional<std::string>> opened;
        for (const auto* field : fields) opened.push_back(open(stream, *field));
        return opened;
    }

    /// Withholds one field for ever. False when it was withheld already.
    virtual bool destroy_field(const StreamId&, const SealedField&) = 0;
    /// Withholds every field of the class sealed so far; later ones get a new class key.
    virtual void destroy_class(const StreamId&, FieldClass) = 0;
};

}  // namespace store
