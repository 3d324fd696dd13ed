#include "app/reads_log.h"

#include "app/json_forms.h"
#include "base/ensure.h"
#include "store/fault.h"

namespace app {
namespace {

using Lock = std::lock_guard<std::mutex>;

const std::string type = "reads.opened";

store::Envelope to_envelope(const Read& read) {
    json::Object open;
    open.set("reference", read.reference)
        .set("person", read.person.get())
        .set("at", forms::moment(read.at))
        .set("revision", read.revision.get())
        .set("parts", forms::words(read.parts));
    return {type, 1, json::to_text(open)};
}

Read to_read(const store::Envelope& envelope) {
    const auto open = forms::parsed(envelope.open);
    return {open.at("reference").get_string(), PersonId(open.at("person").get_string()),
            forms::to_moment(open.at("at")), store::Revision(open.at("revision").get_int()),
            forms::to_words(open.at("parts"))};
}

}  // namespace

void ReadsLog::note(Read read) {
    if (stuck_)
        throw store::Fault("Who looks at what cannot be written down, so nothing is shown.",
                           "See what is said about the log of reads, and whether the disk is full.");
    const Lock lock(waiting_mutex_);
    auto& waiting = waiting_[read.reference];
    waiting.push_back(std::move(read));
}

void ReadsLog::flush() {
    const Lock one_at_a_time(flush_mutex_);
    try {
        for (const auto& reference : references()) {
            const auto batch = waiting_for(reference);
            write(batch);
            forget(reference, batch.size());
        }
        stuck_ = false;
    } catch (...) {
        stuck_ = true;
        throw;
    }
}

std::vector<std::string> ReadsLog::references() const {
    const Lock lock(waiting_mutex_);
    std::vector<std::string> references;
    for (const auto& [reference, reads] : waiting_) references.push_back(reference);
    return references;
}

std::vector<Read> ReadsLog::waiting_for(const std::string& reference) const {
    const Lock lock(waiting_mutex_);
    return waiting_.at(reference);
}

void ReadsLog::forget(const std::string& reference, std::size_t written) {
    const Lock lock(waiting_mutex_);
    auto& waiting = waiting_.at(reference);
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(written));
    if (waiting.empty()) waiting_.erase(reference);
}

void ReadsLog::write(const std::vector<Read>& batch) {
    const auto stream = streams::reads(batch.front().reference);
    store::Append append{.stream = stream, .expected = {}, .command = store::CommandId(random_.id())};
    for (const auto& read : batch) append.events.push_back(to_envelope(read));
    append.expected = store_.revision(stream);
    while (true) {
        const auto landed = store_.append(append);
        if (landed) return;
        const auto* conflict = std::get_if<store::Conflict>(&landed.error());
        base::ensure(conflict != nullptr, "a random id is new");
        append.expected = conflict->actual;
    }
}

std::vector<Read> ReadsLog::of(const std::string& reference) const {
    std::vector<Read> reads;
    for (const auto& stored : store_.read(streams::reads(reference)))
        reads.push_back(to_read(stored.envelope));
    const Lock lock(waiting_mutex_);
    const auto waiting = waiting_.find(reference);
    if (waiting != waiting_.end()) reads.insert(reads.end(), waiting->second.begin(), waiting->second.end());
    return reads;
}

}  // namespace app
