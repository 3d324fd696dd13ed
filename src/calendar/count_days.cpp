#include <fmt/format.h>

#include <cstdlib>

#include "calendar/count.h"

namespace calendar {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

bool outside(const Count& count, Date day) {
    return day < count.working.earliest() || day > WorkingDays::latest();
}

tl::unexpected<base::Refusal> no_end(const Count& count) {
    if (!count.edition.weekend.is_whole_week()) return out_of_years(count.working);
    return tl::unexpected(base::Refusal{
        "no_working_day",
        "every day of the week is a weekend, so counting would never end: leave a working day"});
}

/// The day of the start, or the next one where it came too late for that day.
Date after_cutoff(Count& count) {
    const Date day = count.zone.day_of(count.start);
    const auto cutoff = count.counting.cutoff;
    const auto time = count.zone.local(count.start).time_since_epoch() - day.time_since_epoch();
    if (!cutoff || time < *cutoff) return day;
    count.strip.skipped(day,
                        "not before the cut-off at " + to_text(*cutoff) + ", so it counts as the next day");
    return day + days{1};
}

/// The first working day from `day` on in one direction; every day passed over gets a row.
base::Result<Date> roll_start(Count& count, Date day, days step) {
    const Date first = day;
    while (!count.working.works(day)) {
        auto why = count.working.why_not(day);
        if (day == first)
            why += fmt::format(", so the start moves {}", step.count() > 0 ? "forward" : "back");
        count.strip.skipped(day, std::move(why));
        day += step;
        if (outside(count, day)) return no_end(count);
    }
    return day;
}

/// Whole days counted from a start that may move before counting begins.
class DayCount {
public:
    explicit DayCount(Count& count) : count_(count), n_(count.limit.n), step_(n_ < 0 ? -1 : 1) {}

    base::Result<Date> run() {
        auto day = moved_start();
        if (day && outside(count_, *day)) return no_end(count_);
        if (day && n_ != 0) day = counted_from(*day);
        if (day && n_ == 0) stay(*day);
        const bool rolls = count_.limit.unit != Unit::WorkingDay && count_.counting.roll_end != RollEnd::None;
        return day && rolls ? rolled_end(*day) : day;
    }

private:
    Convention convention() const { return count_.counting.convention; }
    bool start_counts() const { return convention() == Convention::StartIsDayOne && n_ != 0; }

    /// The start after the cut-off and the rolling that the convention asks for.
    base::Result<Date> moved_start() {
        const Date given = count_.zone.day_of(count_.start);
        Date day = after_cutoff(count_);
        const bool forward = convention() == Convention::RollStartForward;
        if (forward || convention() == Convention::RollStartBackward) {
            const auto rolled = roll_start(count_, day, days{forward ? 1 : -1});
            if (!rolled) return rolled;
            day = *rolled;
        }
        if (day != given && !start_counts()) count_.strip.skipped(day, "the start, moved here");
        return day;
    }

    base::Result<Date> counted_from(Date start) {
        if (count_.limit.unit == Unit::Month) return months_from(start);
        const bool working = count_.limit.unit == Unit::WorkingDay;
        const long wanted = std::labs(n_) * (count_.limit.unit == Unit::Week ? 7 : 1);
        Date day = start_counts() ? start : start + days{step_};
        for (long done = 0;; day += days{step_}) {
            if (outside(count_, day)) return no_end(count_);
            if (working && !count_.working.works(day)) {
                count_.strip.skipped_once(day, count_.working.why_not(day));
                continue;
            }
            ++done;
            count_.strip.counted(day,
                                 fmt::format("{} {} of {}", working ? "working day" : "day", done, wanted));
            if (done == wanted) return day;
        }
    }

    base::Result<Date> months_from(Date start) {
        const year_month_day from{start};
        Date end = start;
        for (long done = 1; done <= std::labs(n_); ++done) {
            year_month_day to = from + months{done * step_};
            const bool missing = !to.ok();
            if (missing) to = to.year() / to.month() / std::chrono::last;
            end = to;
            if (outside(count_, end)) return no_end(count_);
            auto why = fmt::format("month {} of {}", done, std::labs(n_));
            if (missing)
                why += fmt::format(", its last day: it has no {}", static_cast<unsigned>(from.day()));
            count_.strip.counted(end, std::move(why));
        }
        return end;
    }

    void stay(Date day) {
        if (count_.strip.empty()) count_.strip.skipped(day, "the start: there is nothing to count");
    }

    base::Result<Date> rolled_end(Date end) {
        if (count_.working.works(end)) return end;
        const bool forward = count_.counting.roll_end == RollEnd::Forward;
        const days step{forward ? 1 : -1};
        count_.strip.last().why += fmt::format("; {}, so the end moves {}", count_.working.why_not(end),
                                               forward ? "forward" : "back");
        for (Date day = end + step;; day += step) {
            if (outside(count_, day)) return no_end(count_);
            if (count_.working.works(day)) {
                count_.strip.skipped(day, "the end, moved here");
                return day;
            }
            count_.strip.skipped_once(day, count_.working.why_not(day));
        }
    }

    Count& count_;
    long n_;
    int step_;
};

base::Result<Date> same_day(Count& count) {
    const Date day = after_cutoff(count);
    count.strip.counted(day, "the same day");
    return day;
}

/// "The same working day" of a start that falls on no working day is the next one.
base::Result<Date> same_working_day(Count& count) {
    const auto day = roll_start(count, after_cutoff(count), days{1});
    if (day) count.strip.counted(*day, "the same working day");
    return day;
}

}  // namespace

base::Result<Date> count_days(Count& count) {
    if (count.limit.unit == Unit::SameDay) return same_day(count);
    if (count.limit.unit == Unit::SameWorkingDay) return same_working_day(count);
    return DayCount(count).run();
}

}  // namespace calendar
