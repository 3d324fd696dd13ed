// Keeps the snapshot of the installation up to date with its streams.
#pragma once
#include <mutex>

#include "app/journal.h"
#include "app/ports.h"
#include "app/snapshot.h"

namespace app {

/// Safe to use from many threads. Reads the ledger when made; afterwards when told to.
class Installation {
public:
    Installation(Journal&, PackReader, const base::Clock&);

    /// As known, with the editions in force today.
    std::shared_ptr<const Snapshot> now() const;
    /// Takes in what has been recorded since.
    void refresh();

private:
    Journal& journal_;
    PackReader read_pack_;
    const base::Clock& clock_;
    mutable std::mutex snapshot_mutex_;
    std::mutex refresh_mutex_;
    mutable std::shared_ptr<const Snapshot> snapshot_;
    std::map<store::StreamId, store::Revision> seen_;
};

}  // namespace app
