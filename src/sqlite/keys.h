// The table of wrapped keys, in a file of its own.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sqlite/connection.h"
#include "store/record.h"

namespace sqlite {

void insert_keys(Connection&, const std::vector<store::WrappedKey>&);
std::optional<store::WrappedKey> find_key(Connection&, const std::string& id);
std::vector<store::WrappedKey> keys_of(Connection&, const store::StreamId&, store::FieldClass);
bool destroy_key(Connection&, const std::string& id);
std::size_t destroy_keys_of(Connection&, const store::StreamId&, store::FieldClass);

}  // namespace sqlite
