// An entry as the bytes that the ledger hashes: this layout is pinned, and never edited.
#pragma once
#include <string>

#include "ledger/tree.h"
#include "store/record.h"

namespace store {

/// Every field with its length before it, so that no two entries share their bytes. Integers are
/// 64 bit, big-endian; texts are a length and their bytes.
std::string canonical_bytes(const Stored&);

ledger::Hash leaf_of(const Stored&);

}  // namespace store
