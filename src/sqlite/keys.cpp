#include "sqlite/keys.h"

namespace sqlite {
namespace {

store::WrappedKey key_of(const Query& row) {
    return {row.bytes(0), row.bytes(1),
            row.integer(2) == 0 ? store::FieldClass::Identity : store::FieldClass::Narrative, row.bytes(3),
            row.bytes(4)};
}

}  // namespace

void insert_keys(Connection& file, const std::vector<store::WrappedKey>& keys) {
    for (const store::WrappedKey& key : keys)
        file.query(
                "INSERT INTO keys (id, stream, class, under, wrapped) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO NOTHING")
            .text(key.id)
            .text(key.stream)
            .number(static_cast<int>(key.cls))
            .text(key.under)
            .blob(key.wrapped)
            .run();
}

std::optional<store::WrappedKey> find_key(Connection& file, const std::string& id) {
    Query row = file.query("SELECT id, stream, class, under, wrapped FROM keys WHERE id = ?");
    if (!row.text(id).step()) return std::nullopt;
    return key_of(row);
}

std::vector<store::WrappedKey> keys_of(Connection& file, const store::StreamId& stream,
                                       store::FieldClass cls) {
    Query rows = file.query(
        "SELECT id, stream, class, under, wrapped FROM keys WHERE stream = ? AND class = ? ORDER BY id");
    rows.text(stream.get()).number(static_cast<int>(cls));
    std::vector<store::WrappedKey> keys;
    while (rows.step()) keys.push_back(key_of(rows));
    return keys;
}

bool destroy_key(Connection& file, const std::string& id) {
    return file.query("UPDATE keys SET wrapped = x'' WHERE id = ? AND wrapped <> x''").text(id).run() != 0;
}

std::size_t destroy_keys_of(Connection& file, const store::StreamId& stream, store::FieldClass cls) {
    return static_cast<std::size_t>(
        file.query("UPDATE keys SET wrapped = x'' WHERE stream = ? AND class = ? AND wrapped <> x''")
            .text(stream.get())
            .number(static_cast<int>(cls))
            .run());
}

}  // namespace sqlite
