#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "calendar/count.h"

namespace calendar {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::weekday;

/// A run of open time: [from, to).
struct Span {
    base::Moment from, to;
};

const std::vector<Window>& windows_on(const Edition& edition, Date day) {
    return edition.hours[weekday{day}.c_encoding()];
}

/// The open time of a working day. A moment is open when the clock on the wall then reads a time within a
/// window, so that an hour that occurs twice is open twice.
std::vector<Span> open_spans(const Count& count, Date day) {
    std::vector<Span> spans;
    const base::Moment end = count.zone.start_of(day + days{1});
    for (Stretch stretch = count.zone.stretch_at(count.zone.start_of(day)); stretch.begin < end;
         stretch = count.zone.stretch_at(stretch.end)) {
        const base::Moment midnight = base::Moment{day} - stretch.offset;
        for (const Window& window : windows_on(count.edition, day)) {
            const Span span{std::max(midnight + window.from, stretch.begin),
                            std::min(midnight + window.to, stretch.end)};
            if (span.from < span.to) spans.push_back(span);
        }
    }
    std::ranges::sort(spans, {}, &Span::from);
    std::vector<Span> merged;
    for (const Span& span : spans) {
        if (!merged.empty() && merged.back().to == span.from)
            merged.back().to = span.to;
        else
            merged.push_back(span);
    }
    return merged;
}

bool can_open(const Edition& edition) {
    for (unsigned i = 0; i < 7; ++i) {
        if (!edition.hours[i].empty() && !edition.weekend.contains(weekday{i})) return true;
    }
    return std::ranges::any_of(edition.reopened, [&](Date day) { return !windows_on(edition, day).empty(); });
}

/// Open time counted from the start, day by day.
class OpenCount {
public:
    explicit OpenCount(Count& count)
        : count_(count),
          left_(count.limit.unit == Unit::WorkingHour ? seconds{hours{count.limit.n}}
                                                      : seconds{minutes{count.limit.n}}) {}

    base::Result<base::Moment> run() {
        if (left_ == seconds{0}) {
            if (const auto stays = unmoved()) return *stays;
            waiting_ = true;
        }
        for (Date day = count_.zone.day_of(count_.start);; day += days{1}) {
            if (day > WorkingDays::latest()) return out_of_years(count_.working);
            if (const auto end = through(day)) return *end;
        }
    }

private:
    /// With nothing to count, the start stays where it is unless closed time is to be left behind.
    std::optional<base::Moment> unmoved() {
        const Date day = count_.zone.day_of(count_.start);
        const auto spans = count_.working.works(day) ? open_spans(count_, day) : std::vector<Span>{};
        const bool open = std::ranges::any_of(
            spans, [&](const Span& span) { return span.from <= count_.start && count_.start < span.to; });
        if (!open && count_.counting.at_close == AtClose::NextOpen) return std::nullopt;
        count_.strip.skipped(day, open ? "the start, within opening hours: there is nothing to count"
                                       : "the start, outside opening hours: there is nothing to count");
        return count_.start;
    }

    /// Counts what is open on one day; the end, if it is reached there.
    std::optional<base::Moment> through(Date day) {
        if (!count_.working.works(day)) {
            count_.strip.skipped(day, count_.working.why_not(day));
            return std::nullopt;
        }
        seconds used{0};
        std::vector<std::string> times;
        std::optional<base::Moment> end;
        for (Span span : open_spans(count_, day)) {
            span.from = std::max(span.from, count_.start);
            if (span.from >= span.to) continue;
            if (waiting_) {
                end = span.from;
                break;
            }
            const seconds taken = std::min(left_, span.to - span.from);
            used += taken;
            left_ -= taken;
            const base::Moment until = span.from + taken;
            times.push_back(time_of(span.from, day) + " to " + time_of(until, day));
            if (left_ > seconds{0}) continue;
            waiting_ = until == span.to && count_.counting.at_close == AtClose::NextOpen;
            if (waiting_) continue;
            end = until;
            break;
        }
        tell(day, used, times, end);
        return end;
    }

    void tell(Date day, seconds used, const std::vector<std::string>& times,
              std::optional<base::Moment> end) {
        const auto opening = waiting_ && end ? "the next opening, at " + time_of(*end, day) : std::string{};
        if (used > seconds{0}) {
            auto why = to_words(used);
            for (const auto& time : times) why += (&time == &times.front() ? ": " : ", ") + time;
            if (!opening.empty()) why += "; then " + opening;
            count_.strip.counted(day, std::move(why));
        } else if (!opening.empty()) {
            count_.strip.skipped(day, opening);
        } else {
            count_.strip.skipped(
                day, windows_on(count_.edition, day).empty() ? "not open on this day" : "no open time left");
        }
    }

    std::string time_of(base::Moment at, Date day) const {
        return to_text(count_.zone.local(at).time_since_epoch() - day.time_since_epoch());
    }

    Count& count_;
    seconds left_;
    bool waiting_ = false;  // all is counted; only the next opening is looked for
};

}  // namespace

base::Result<base::Moment> count_open_hours(Count& count) {
    if (!can_open(count.edition)) {
        return tl::unexpected(base::Refusal{
            "no_open_hours",
            "no working day has opening hours, so working time would never pass: give `hours`"});
    }
    return OpenCount(count).run();
}

}  // namespace calendar
