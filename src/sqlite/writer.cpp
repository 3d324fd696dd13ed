#include "sqlite/writer.h"

#include <algorithm>

#include "base/ensure.h"
#include "sqlite/entries.h"

namespace sqlite {
namespace {

std::exception_ptr fault_from(std::exception_ptr cause) {
    std::string why = "an unexpected error";
    std::string remedy = "Start the program again.";
    try {
        std::rethrow_exception(cause);
    } catch (const store::Fault& fault) {
        why = fault.what();
        remedy = fault.remedy();
    } catch (const std::exception& error) {
        why = error.what();
    }
    return std::make_exception_ptr(
        store::Fault("Writing has stopped: " + why +
                         " What was being written may or may not be kept; the same command can be sent again.",
                     remedy));
}

}  // namespace

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
        if (broken_) std::rethrow_exception(broken_);
        waiting_.push_back(&job);
    }
    work_came_.notify_one();
    done.get();
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
        for (Job* job : batch) {
            // The waiting thread may be gone, and its job with it, as soon as it is told.
            std::promise<void> done = std::move(job->done);
            if (job->refused)
                done.set_exception(job->refused);
            else
                done.set_value();
        }
        keys_log_has_secrets_ = keys_log_has_secrets_ || desk.keys_overwritten;
    } catch (...) {
        const std::exception_ptr fault = fault_from(std::current_exception());
        stop_for(fault);
        for (Job* job : batch) {
            std::promise<void> done = std::move(job->done);
            done.set_exception(fault);
        }
        return;
    }
    tidy();
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

void Writer::stop_for(std::exception_ptr fault) {
    ledger_.abandon();
    keys_.abandon();
    std::vector<Job*> left;
    {
        const std::lock_guard lock(mutex_);
        broken_ = fault;
        left.swap(waiting_);
    }
    for (Job* job : left) {
        std::promise<void> done = std::move(job->done);
        done.set_exception(fault);
    }
}

void Writer::tidy() {
    try {
        if (keys_log_has_secrets_ && keys_.empty_log()) keys_log_has_secrets_ = false;
        for (Connection* file : {&ledger_, &keys_}) {
            const int pages = file->log_pages();
            if (pages < pace_.log_pages_soft) continue;
            if (pages < pace_.log_pages_hard && somebody_waits()) continue;
            file->checkpoint();
        }
    } catch (...) {
        stop_for(fault_from(std::current_exception()));
    }
}

bool Writer::somebody_waits() {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty();
}

}  // namespace sqlite
