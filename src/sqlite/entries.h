// The ledger's table: entries with the hash each had when it was written, and the tree over them.
#pragma once
#include <optional>
#include <vector>

#include "ledger/audit.h"
#include "ledger/tree.h"
#include "sqlite/connection.h"
#include "store/record.h"

namespace sqlite {

void insert_entry(Connection&, const store::Stored&, const ledger::Hash& leaf);
store::Revision revision_of(Connection&, const store::StreamId&);

std::vector<store::Stored> read_stream(Connection&, const store::StreamId&, store::Revision after);
/// At most `limit` entries from one place on.
std::vector<store::Stored> read_entries(Connection&, std::int64_t from, std::int64_t limit);

/// The tree as it was put away with the last commit; unreadable bytes are a Fault.
ledger::Frontier read_tree(Connection&);
void write_tree(Connection&, const ledger::Frontier&);

/// The head that the first `size` entries have by the hashes recorded with them.
ledger::Head recorded_head(Connection&, std::int64_t size);

/// Reads every entry. What cannot be read is a break too.
ledger::Verdict audit_entries(Connection&, std::vector<ledger::Head> kept);

}  // namespace sqlite
