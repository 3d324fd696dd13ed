#include "app/reads_log.h"

#include "app/json_forms.h"
#include "base/ensure.h"

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
    const Lock lock(waiting_mutex_);
    waiting_.push_back(std::move(read));
}

void ReadsLog::flush() {
    const Lock one_at_a_time(flush_mutex_);
    while (true) {
        const auto batch = next_batch();
        if (batch.empty()) return;
        write(batch);
        const Lock lock(waiting_mutex_);
        std::erase_if(waiting_, [left = batch.size(), &batch](const Read& read) mutable {
            return left > 0 && read.reference == batch.front().reference && left-- > 0;
        });
    }
}

/// All that wait for the disagreement whose turn it is.
std::vector<Read> ReadsLog::next_batch() const {
    const Lock lock(waiting_mutex_);
    std::vector<Read> batch;
    for (const auto& read : waiting_) {
        if (read.reference == waiting_.front().reference) batch.push_back(read);
    }
    return batch;
}

void ReadsLog::write(const std::vector<Read>& batch) {
    const auto stream = streams::reads(batch.front().reference);
    store::Append append{.stream = stream, .expected = {}, .command = store::CommandId(random_.id())};
    for (const auto& read : batch) append.events.push_back(to_envelope(read));
    append.expected = store::Revision(static_cast<std::int64_t>(store_.read(stream).size()));
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
    for (const auto& read : waiting_) {
        if (read.reference == reference) reads.push_back(read);
    }
    return reads;
}

}  // namespace app
