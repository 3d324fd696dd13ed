// Whether text is fit to be read at all: its size, its characters, no tabs for indentation.
#pragma once
#include "base/finding.h"

#include <string>
#include <string_view>

namespace yaml {

inline constexpr std::size_t bytes_max = 1024 * 1024;

/// All findings; where the text is not UTF-8, or too large, that one alone.
base::Findings check_text(std::string_view text, const std::string& file);

/// The place of a byte in its line, counted in characters from 1.
int column_of(std::string_view line, std::size_t byte);

}  // namespace yaml
