// The second log: who looked at what. Batched, and durable as soon as somebody flushes it.
#pragma once
#include <atomic>
#include <map>
#include <mutex>

#include "app/journal.h"
#include "base/moment.h"
#include "store/secrets.h"

namespace app {

struct Read {
    std::string reference;
    PersonId person;
    base::Moment at;
    store::Revision revision;        // of the disagreement, as it was shown
    std::vector<std::string> parts;  // "open", "narrative", "identity"
    bool operator==(const Read&) const = default;
};

/// Safe to use from many threads. main/ flushes at least once a second and when it stops.
class ReadsLog {
public:
    ReadsLog(store::EventStore& store, store::Random& random) : store_(store), random_(random) {}

    /// Throws (store::Fault) while what was noted before could not be written: nobody looks without leaving a trace.
    void note(Read);
    /// Writes what is waiting. A fault leaves it waiting, and is thrown.
    void flush();
    /// The last flush failed.
    bool is_stuck() const { return stuck_; }

    /// Oldest first, those still waiting included.
    std::vector<Read> of(const std::string& reference) const;

private:
    std::vector<std::string> references() const;
    std::vector<Read> waiting_for(const std::string& reference) const;
    void write(const std::vector<Read>&);
    void forget(const std::string& reference, std::size_t written);

    store::EventStore& store_;
    store::Random& random_;
    mutable std::mutex waiting_mutex_;
    std::mutex flush_mutex_;
    std::atomic<bool> stuck_ = false;
    std::map<std::string, std::vector<Read>> waiting_;  // by reference
};

}  // namespace app
