// The read models' table.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "sqlite/connection.h"
#include "store/event_store.h"

namespace sqlite {

/// A row that belongs to another stream is a bug of the caller.
void replace_rows(Connection&, const store::StreamId&, const std::vector<store::ViewRow>&);

std::vector<store::ViewRow> list_rows(Connection&, const store::RowQuery&);
std::optional<store::ViewRow> find_row(Connection&, const std::string& view, const std::string& key);
std::size_t count_rows(Connection&, const std::string& view, const std::optional<std::string>& owner);

}  // namespace sqlite
