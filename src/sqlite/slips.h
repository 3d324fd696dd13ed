// The table of drawers.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sqlite/connection.h"
#include "store/drawers.h"

namespace sqlite {

void put_slip(Connection&, const std::string& drawer, const store::Slip&);
bool claim_slip(Connection&, const std::string& drawer, const store::Slip&);
bool erase_slip(Connection&, const std::string& drawer, const std::string& key);
std::optional<store::Slip> find_slip(Connection&, const std::string& drawer, const std::string& key);
std::vector<store::Slip> list_slips(Connection&, const std::string& drawer, const std::string& key_prefix);
std::size_t sweep_slips(Connection&, base::Moment now);

}  // namespace sqlite
