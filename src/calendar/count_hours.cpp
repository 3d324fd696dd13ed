#include <fmt/format.h>

#include <algorithm>

#include "calendar/count.h"

namespace calendar {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

base::Result<base::Moment> wall_clock_end(const Count& count) {
    const LocalTime end = count.zone.local(count.start) + hours{count.limit.n};
    const auto moments = count.zone.moments_of(end);
    if (moments.size() == 1) return moments.front();
    const auto day = std::chrono::floor<days>(end);
    return tl::unexpected(base::Refusal{
        "clock_change",
        fmt::format("{} hours on the clock end at {} on {}, which {} because the clocks change: count "
                    "hours of real time (elapsed)",
                    count.limit.n, to_text(end - day), to_iso(Date{day.time_since_epoch()}),
                    moments.empty() ? "does not exist" : "occurs twice")});
}

std::string clock_note(seconds day_length) {
    if (day_length == days{1}) return {};
    return day_length < days{1} ? "; the clocks go forward" : "; the clocks go back";
}

/// One row for each local day that the hours run through.
void tell_days(Count& count, base::Moment end) {
    const bool by_wall = count.counting.convention == Convention::WallClock;
    const auto time_on = [&](base::Moment at, Date day) {
        return to_text(count.zone.local(at).time_since_epoch() - day.time_since_epoch());
    };
    for (Date day = count.zone.day_of(count.start);; day += days{1}) {
        const base::Moment midnight = count.zone.start_of(day), next = count.zone.start_of(day + days{1});
        const base::Moment from = std::max(midnight, count.start), to = std::min(next, end);
        const auto note = clock_note(next - midnight);
        const seconds length = by_wall ? count.zone.local(to) - count.zone.local(from) : to - from;
        if (to <= from) {
            count.strip.skipped(day,
                                fmt::format("ends at {}, the start of this day{}", time_on(end, day), note));
            return;
        }
        auto why = to_words(length);
        if (from > midnight) why += ", from " + time_on(from, day);
        if (to < next) why += ", to " + time_on(to, day);
        if (by_wall) why += " by the clock";
        count.strip.counted(day, why + note);
        if (end < next) return;
    }
}

}  // namespace

base::Result<base::Moment> count_running_hours(Count& count) {
    if (count.limit.n == 0) {
        count.strip.skipped(count.zone.day_of(count.start), "the start: there is nothing to count");
        return count.start;
    }
    auto end = count.counting.convention == Convention::WallClock
                   ? wall_clock_end(count)
                   : base::Result<base::Moment>(count.start + hours{count.limit.n});
    if (!end) return end;
    if (count.zone.day_of(*end) > WorkingDays::latest()) return out_of_years(count.working);
    tell_days(count, *end);
    return end;
}

}  // namespace calendar
