// What every store holds its callers to: a breach is a bug of theirs, and nothing is written.
#pragma once
#include <vector>

#include "store/record.h"

namespace store {

void ensure_whole(const Append&);
/// Every row has a view and a key, and within a view no two rows of a stream share one.
void ensure_distinct(const std::vector<ViewRow>&);

}  // namespace store
