// Rows of a list that stand in columns at a desk and below one another on a telephone.
#pragma once
#include <utility>
#include <vector>

#include "web/sheet.h"

namespace web {

/// Two or three cells; each says what it is without a heading above it.
Html row_in_columns(const std::vector<Html>& cells);
/// The first cell once, and beside it several things one below the other: what, and when.
Html row_in_columns(const Html& first, const std::vector<std::pair<Html, Html>>& parts);
Html list_in_columns(const std::vector<Html>& rows);

}  // namespace web
