// The sealed fields of an event as the bytes of one column.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/record.h"

namespace sqlite {

std::string to_bytes(const std::vector<store::SealedField>&);

/// Nothing where the bytes are not what to_bytes makes: every change of a byte changes a field, or
/// is noticed here.
std::optional<std::vector<store::SealedField>> parse_sealed(std::string_view bytes);

}  // namespace sqlite
