#include "store/leaf.h"

namespace store {
namespace {

class Writer {
public:
    Writer& number(std::int64_t value) {
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes_ += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xff);
        return *this;
    }
    Writer& text(const std::string& value) {
        number(static_cast<std::int64_t>(value.size()));
        bytes_ += value;
        return *this;
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_ = "concordat-entry-1\n";
};

}  // namespace

std::string canonical_bytes(const Stored& stored) {
    Writer writer;
    writer.number(stored.position.get()).text(stored.stream.get()).number(stored.revision.get());
    const Envelope& envelope = stored.envelope;
    writer.text(envelope.type).number(envelope.type_version).text(envelope.open);
    writer.number(static_cast<std::int64_t>(envelope.sealed.size()));
    for (const SealedField& field : envelope.sealed)
        writer.text(field.name)
            .number(static_cast<int>(field.field_class))
            .text(field.key_id)
            .text(field.ciphertext);
    return writer.take();
}

ledger::Hash leaf_of(const Stored& stored) {
    return ledger::leaf_hash(canonical_bytes(stored));
}

}  // namespace store
