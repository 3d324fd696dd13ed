// References of disagreements: random, short enough to say on the telephone, never in sequence.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "store/secrets.h"

namespace app {

/// "K7QM-2RXD-9F": ten characters without 0, 1, I, L, O and U, in groups.
std::string new_reference(store::Random&);

/// As somebody typed it: any case, with or without hyphens and blanks.
std::optional<std::string> parse_reference(std::string_view);

}  // namespace app
