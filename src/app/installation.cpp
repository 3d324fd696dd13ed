#include "app/installation.h"

#include "app/fold.h"
#include "calendar/local_time.h"

namespace app {

using Lock = std::lock_guard<std::mutex>;

Installation::Installation(Journal& journal, PackReader read_pack, const base::Clock& clock)
    : journal_(journal),
      read_pack_(std::move(read_pack)),
      clock_(clock),
      snapshot_(std::make_shared<const Snapshot>()) {
    refresh();
}

std::shared_ptr<const Snapshot> Installation::now() const {
    const auto today = calendar::local_date(clock_.now(), calendar::Edition{}.zone);
    const Lock lock(snapshot_mutex_);
    if (snapshot_->day != today) {
        auto next = std::make_shared<Snapshot>(*snapshot_);
        begin_day(*next, today);
        snapshot_ = std::move(next);
    }
    return snapshot_;
}

void Installation::refresh() {
    const Lock one_at_a_time(refresh_mutex_);
    auto next = std::make_shared<Snapshot>(*now());
    // Seen is what has been published: a fault on the way leaves all of it to be read again.
    auto read_up_to = seen_;
    const auto take_in = [&](const store::StreamId& stream) {
        auto& seen = read_up_to[stream];
        const auto records = journal_.records(stream, seen);
        for (const auto& record : records) take(*next, record, read_pack_);
        seen = store::Revision(seen.get() + static_cast<std::int64_t>(records.size()));
    };
    take_in(streams::installation());
    for (const auto& [key, partnership] : std::map(next->partnerships)) take_in(streams::partnership(key));
    take_in(streams::directory());
    take_in(streams::people());
    take_in(streams::exclusions());
    if (read_up_to == seen_) return;
    derive(*next);
    begin_day(*next, next->day);
    seen_ = std::move(read_up_to);
    const Lock lock(snapshot_mutex_);
    snapshot_ = std::move(next);
}

}  // namespace app
