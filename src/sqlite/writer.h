// The one thread that writes: what waits while it commits goes together into its next commit.
#pragma once
#include <condition_variable>
#include <exception>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "ledger/tree.h"
#include "sqlite/connection.h"
#include "sqlite/folder.h"

namespace sqlite {

/// What a piece of work may write to, inside the running transactions of both files.
struct Desk {
    Connection& ledger;
    Connection& keys;
    ledger::Frontier& tree;
    /// Set by work that overwrote secrets: their old bytes must not stay in the log.
    bool keys_overwritten = false;
};

struct Pace {
    std::size_t batch_max = 64;
    /// The log is moved into the file when it has so many pages and nobody waits …
    int log_pages_soft = 1000;
    /// … and at so many even when somebody does.
    int log_pages_hard = 4000;
};

/// Keys are committed before the ledger: an orphan key is harmless, a missing one is not. Once a
/// commit has failed nobody knows what reached the disk, so nothing more is written until the
/// folder is opened again.
class Writer {
public:
    Writer(Connection ledger, Connection keys, HeadFile, ledger::Frontier, Pace);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    using Work = std::function<void(Desk&)>;

    /// Returns when the work is durable. What the work throws of its own is thrown here, undone; a
    /// failed commit is thrown to everyone who waited for it.
    void perform(Work);

private:
    /// Why writing has stopped. Each waiting thread throws a Fault of its own made from it.
    struct Stop {
        std::string what;
        std::string remedy;
    };
    struct Job {
        Work work;
        std::promise<void> done;
        std::exception_ptr refused = {};
        std::optional<Stop> stop = {};
    };

    void run();
    std::vector<Job*> next_batch();
    void handle(const std::vector<Job*>&);
    void commit(const std::vector<Job*>&, Desk&);
    void attempt(Job&, Desk&);
    static Stop reason(std::exception_ptr);
    static void tell(Job&);
    void stop_for(const Stop&);
    void tidy();
    bool somebody_waits();

    Connection ledger_;
    Connection keys_;
    HeadFile head_;
    ledger::Frontier tree_;
    Pace pace_;
    bool keys_log_has_secrets_ = false;

    std::mutex mutex_;
    std::condition_variable work_came_;
    std::vector<Job*> waiting_;
    std::optional<Stop> stopped_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace sqlite
