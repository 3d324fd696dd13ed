// Rows of a list that stand in columns at a desk and below one another on a telephone.
#pragma once
#include <vector>

#include "web/sheet.h"

namespace web {

/// Two or three cells; each says what it is without a heading above it.
Html row_in_columns(const std::vector<Html>& cells);
Html list_in_columns(const std::vector<Html>& rows);

}  // namespace web
