// What each record of the ledger adds to the snapshot.
#pragma once
#include "app/ports.h"
#include "app/snapshot.h"

namespace app {

/// A pack that was adopted can be read: it was checked when it was adopted.
void take(Snapshot&, const Record&, const PackReader&);

/// What follows from the directory: who works with whom, who reports to whom, who holds what.
void derive(Snapshot&);

/// Each partnership works under the edition that is in force on that day.
void begin_day(Snapshot&, calendar::Date);

}  // namespace app
