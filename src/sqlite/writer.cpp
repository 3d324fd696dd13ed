#include "sqlite/writer.h"

#include <algorithm>

#include "base/ensure.h"
#include "sqlite/entries.h"

namespace sqlite {
Writer::Writer(Connection ledger, Connection keys, HeadFile head, ledger::Frontier tree, Pace pace)
    : ledger_(std::move(ledger)),
      keys_(std::move(keys)),
      head_(std::move(head)),
      tree_(std::move(tree)),
      pace_(pace),
      thread_([this] { run(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    work_came_.notify_one();
    thread_.join();
}

void Writer::perform(Work work) {
    Job job{std::move(work), {}};
    std::future<void> done = job.done.get_future();
    {
        const std::lock_guard lock(mutex_);
        if (stopped_) throw store::Fault(stopped_->what, stopped_->remedy);
        waiting_.push_back(&job);
    }
    work_came_.notify_one();
    done.get();
    if (job.refused) std::rethrow_exception(std::move(job.refused));
    if (job.stop) throw store::Fault(job.stop->what, job.stop->remedy);
}

void Writer::run() {
    for (auto batch = next_batch(); !batch.empty(); batch = next_batch()) handle(batch);
}

std::vector<Writer::Job*> Writer::next_batch() {
    std::unique_lock lock(mutex_);
    work_came_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
    const std::size_t count = std::min(waiting_.size(), pace_.batch_max);
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Job*> batch(waiting_.begin(), end);
    waiting_.erase(waiting_.begin(), end);
    return batch;
}

void Writer::handle(const std::vector<Job*>& batch) {
    try {
        Desk desk{ledger_, keys_, tree_};
        commit(batch, desk);
        keys_log_has_secrets_ = keys_log_has_secrets_ || desk.keys_overwritten;
    } catch (...) {
        const Stop stop = reason(std::current_exception());
        stop_for(stop);
        for (Job* job : batch) {
            job->refused = {};
            job->stop = stop;
        }
    }
    for (Job* job : batch) tell(*job);
    tidy();
}

/// The waiting thread may be gone, and its job with it, as soon as it is told.
void Writer::tell(Job& job) {
    std::promise<void> done = std::move(job.done);
    done.set_value();
}

void Writer::commit(const std::vector<Job*>& batch, Desk& desk) {
    const std::int64_t size_before = tree_.size();
    ledger_.query("BEGIN IMMEDIATE").run();
    keys_.query("BEGIN").run();
    for (Job* job : batch) attempt(*job, desk);
    if (tree_.size() != size_before) write_tree(ledger_, tree_);
    keys_.query("COMMIT").run();
    ledger_.query("COMMIT").run();
    if (tree_.size() != size_before) head_.write(tree_.head());
}

void Writer::attempt(Job& job, Desk& desk) {
    const ledger::Frontier tree_before = tree_;
    ledger_.query("SAVEPOINT job").run();
    try {
        job.work(desk);
    } catch (const base::Bug&) {
        job.refused = std::current_exception();
        tree_ = tree_before;
        ledger_.query("ROLLBACK TO job").run();
    }
    ledger_.query("RELEASE job").run();
}

Writer::Stop Writer::reason(std::exception_ptr cause) {
    Stop stop{"an unexpected error", "Start the program again."};
    try {
        std::rethrow_exception(std::move(cause));
    } catch (const store::Fault& fault) {
        stop = {fault.what(), fault.remedy()};
    } catch (const std::exception& error) {
        stop.what = error.what();
    }
    stop.what = "Writing has stopped: " + stop.what +
                " What was being written may or may not be kept; the same command can be sent again.";
    return stop;
}

void Writer::stop_for(const Stop& stop) {
    ledger_.abandon();
    keys_.abandon();
    std::vector<Job*> left;
    {
        const std::lock_guard lock(mutex_);
        stopped_ = stop;
        left.swap(waiting_);
    }
    for (Job* job : left) {
        job->stop = stop;
        tell(*job);
    }
}

void Writer::tidy() {
    if (stopped_) return;  // written by this thread only
    try {
        if (keys_log_has_secrets_ && keys_.empty_log()) keys_log_has_secrets_ = false;
        for (Connection* file : {&ledger_, &keys_}) {
            const int pages = file->log_pages();
            if (pages < pace_.log_pages_soft) continue;
            if (pages < pace_.log_pages_hard && somebody_waits()) continue;
            file->checkpoint();
        }
    } catch (...) {
        stop_for(reason(std::current_exception()));
    }
}

bool Writer::somebody_waits() {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty();
}

}  // namespace sqlite
