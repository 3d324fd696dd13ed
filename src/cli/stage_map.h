// "OLD=NEW", as the commands take it that put a disagreement under another edition.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "disagreement/moving.h"

namespace cli {

/// A text in two at its first "="; nothing where a side is empty.
std::optional<std::pair<std::string, std::string>> in_two(const std::string& text);

tl::expected<disagreement::StageMap, base::Findings> parse_stage_map(const std::vector<std::string>& pairs);

}  // namespace cli
