// The head of the ledger: how many entries there are, and the one hash that vouches for all of them.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace ledger {

using Hash = std::array<std::uint8_t, 32>;

/// Whoever keeps a head can later prove that nothing before it was changed, dropped or reordered.
struct Head {
    std::int64_t size = 0;
    Hash root = {};  // RFC 6962 tree hash; of no entries: SHA-256 of nothing
    bool operator==(const Head&) const = default;
};

std::string to_hex(const Hash&);

/// "concordat-head 17 3f…": one line, no line end.
std::string to_text(const Head&);
base::Result<Head> parse_head(std::string_view text);

}  // namespace ledger
