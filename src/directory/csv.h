// CSV as spreadsheets write it (RFC 4180), read strictly and written so that no cell runs as a formula.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/finding.h"

namespace directory {

struct CsvRow {
    int line = 1;  // where it begins
    std::vector<std::string> cells;
    bool operator==(const CsvRow&) const = default;
};

struct CsvLimits {
    std::size_t bytes_max = 4 * 1024 * 1024;
    std::size_t rows_max = 50'000;
    std::size_t cell_bytes_max = 2'000;
    std::size_t cells_max = 200;         // in one row
    std::size_t findings_max = 50;
};

/// Rows of any width; empty lines are left out, a byte order mark is skipped. Everything wrong with it
/// is found, up to a number that a person can read: bad UTF-8, an unclosed quote, text after a quote, control
/// characters, too much of it.
tl::expected<std::vector<CsvRow>, base::Findings> parse_csv(std::string_view text, const std::string& file,
                                                            const CsvLimits& = {});

/// A cell as it was before to_csv put a ' in front.
std::string_view unguarded(std::string_view cell);

/// Whether a spreadsheet would take it for a formula: it begins with = + - @, a tab or a return.
bool is_formula_like(std::string_view cell);

/// With CRLF; a formula-like cell gets a ' in front, and so does one that looks as if it had got one.
std::string to_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace directory
