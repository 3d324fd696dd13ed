// The table of messages that are owed.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sqlite/connection.h"
#include "store/record.h"

namespace sqlite {

void insert_notices(Connection&, const std::vector<store::Notice>&);
std::vector<store::Notice> pending_notices(Connection&, std::size_t limit);
void mark_sent(Connection&, const std::string& id);

}  // namespace sqlite
