#include "sqlite/sealed_bytes.h"

#include <cstdint>

namespace sqlite {
namespace {

void put(std::string& bytes, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(size >> shift & 0xff);
    bytes += text;
}

bool take(std::string_view& bytes, std::string& text) {
    if (bytes.size() < 4) return false;
    std::uint32_t size = 0;
    for (const char byte : bytes.substr(0, 4)) size = size << 8 | static_cast<unsigned char>(byte);
    bytes.remove_prefix(4);
    if (bytes.size() < size) return false;
    text = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return true;
}

bool take_class(std::string_view& bytes, store::FieldClass& field_class) {
    if (bytes.empty() || (bytes[0] != 'i' && bytes[0] != 'n')) return false;
    field_class = bytes[0] == 'i' ? store::FieldClass::Identity : store::FieldClass::Narrative;
    bytes.remove_prefix(1);
    return true;
}

}  // namespace

std::string to_bytes(const std::vector<store::SealedField>& fields) {
    std::string bytes;
    for (const store::SealedField& field : fields) {
        bytes += field.field_class == store::FieldClass::Identity ? 'i' : 'n';
        put(bytes, field.name);
        put(bytes, field.key_id);
        put(bytes, field.ciphertext);
    }
    return bytes;
}

std::optional<std::vector<store::SealedField>> parse_sealed(std::string_view bytes) {
    std::vector<store::SealedField> fields;
    while (!bytes.empty()) {
        store::SealedField& field = fields.emplace_back();
        if (!take_class(bytes, field.field_class) || !take(bytes, field.name) || !take(bytes, field.key_id) ||
            !take(bytes, field.ciphertext))
            return std::nullopt;
    }
    return fields;
}

}  // namespace sqlite
