#include <fmt/format.h>

#include "base/ensure.h"
#include "calendar/count.h"

namespace calendar {

namespace {

using base::refused;

bool is_hours(Unit unit) {
    return unit == Unit::Hour || unit == Unit::WorkingHour || unit == Unit::WorkingMinute;
}

bool may_roll_end(Unit unit) {
    return unit == Unit::CalendarDay || unit == Unit::Week || unit == Unit::Month || unit == Unit::WorkingDay;
}

std::optional<base::Refusal> find_misfit(const Limit& limit, const Counting& counting) {
    if (const auto fit = fitting(counting.convention, limit.unit); !fit) return fit.error();
    if (limit.n < -n_max || limit.n > n_max) {
        return base::Refusal{"out_of_bounds", fmt::format("n is out of bounds: {} to {}", -n_max, n_max)};
    }
    if (is_hours(limit.unit) && limit.n < 0) {
        return base::Refusal{"out_of_bounds",
                             "hours and minutes run forward: n is at least 0 (whole days may be negative)"};
    }
    if (counting.roll_end != RollEnd::None && !may_roll_end(limit.unit)) {
        return base::Refusal{"option_does_not_fit",
                             "roll_end is for limits in calendar days, weeks and months"};
    }
    if (counting.cutoff && is_hours(limit.unit)) {
        return base::Refusal{"option_does_not_fit",
                             "cutoff is for limits in whole days: hours run from the start itself"};
    }
    const bool open_time = limit.unit == Unit::WorkingHour || limit.unit == Unit::WorkingMinute;
    if (counting.at_close == AtClose::NextOpen && !open_time) {
        return base::Refusal{"option_does_not_fit", "at_close is for limits in working hours and minutes"};
    }
    return std::nullopt;
}

base::Result<Due> next_meeting(const Count& count) {
    const auto body = count.edition.meetings.find(count.limit.words);
    const Date start = count.zone.day_of(count.start);
    if (body != count.edition.meetings.end()) {
        if (const auto next = body->second.upper_bound(start); next != body->second.end()) {
            return Due{count.zone.start_of(*next + std::chrono::days{1}) - std::chrono::seconds{1},
                       *next,
                       true,
                       {{*next, true, "the next meeting of " + count.limit.words}}};
        }
    }
    return refused("no_meeting_entered",
                   fmt::format("no meeting of '{}' after {} has been entered: enter its dates",
                               count.limit.words, to_iso(start)));
}

base::Result<Due> whole_days(Count& count) {
    const auto day = count_days(count);
    if (!day) return tl::unexpected(day.error());
    const auto at = count.zone.start_of(*day + std::chrono::days{1}) - std::chrono::seconds{1};
    return Due{at, *day, true, std::move(count.strip).rows(), count.working.relied_on_rules()};
}

/// The night the clocks go back has an hour twice, and a clock reading alone would not say which is meant.
void tell_twice(Count& count, base::Moment at) {
    const auto moments = count.zone.moments_of(count.zone.local(at));
    if (moments.size() < 2) return;
    count.strip.last().why += at == moments.front() ? "; this time occurs twice: the first is meant"
                                                    : "; this time occurs twice: the second is meant";
}

base::Result<Due> running(Count& count) {
    const auto at = count.limit.unit == Unit::Hour ? count_running_hours(count) : count_open_hours(count);
    if (!at) return tl::unexpected(at.error());
    tell_twice(count, *at);
    return Due{*at, count.zone.day_of(*at), false, std::move(count.strip).rows(),
               count.working.relied_on_rules()};
}

/// A date that rests on unannounced holidays says so where people look: at the day it is due.
void own_up(Due& due) {
    constexpr std::string_view note = " (from rules)";
    auto& why = due.because.back().why;
    if (due.from_rules && !why.ends_with(note)) why += note;
}

}  // namespace

std::string to_words(std::chrono::seconds length) {
    const std::chrono::hh_mm_ss parts{length};
    std::string text;
    const auto add = [&text](long number, std::string_view noun) {
        if (number == 0) return;
        text += fmt::format("{}{} {}{}", text.empty() ? "" : " ", number, noun, number == 1 ? "" : "s");
    };
    add(parts.hours().count(), "hour");
    add(parts.minutes().count(), "minute");
    add(parts.seconds().count(), "second");
    return text.empty() ? "no time" : text;
}

tl::unexpected<base::Refusal> out_of_years(const WorkingDays& working) {
    return refused(
        "out_of_bounds",
        fmt::format("out of bounds: deadlines on the calendar '{}' start and end in the years {} to {}",
                    working.edition().key,
                    static_cast<int>(std::chrono::year_month_day{working.earliest()}.year()), last_year));
}

base::Result<Due> due(base::Moment start, const Limit& limit, Convention convention, const Edition& edition) {
    return due(start, limit, Counting{convention}, edition);
}

base::Result<Due> due(base::Moment start, const Limit& limit, const Counting& counting,
                      const Edition& edition) {
    if (!is_dated(limit) && limit.unit != Unit::NextMeeting) {
        return refused("not_dated", fmt::format("'{}' is no date: it is shown as it stands", to_text(limit)));
    }
    if (auto misfit = find_misfit(limit, counting)) return tl::unexpected(std::move(*misfit));
    if (auto fault = find_fault(edition)) return tl::unexpected(std::move(*fault));
    Count count{start, limit, counting, edition, *Zone::find(edition.zone), WorkingDays(edition)};
    const Date day = count.zone.day_of(start);
    if (day < count.working.earliest() || day > WorkingDays::latest()) return out_of_years(count.working);
    if (limit.unit == Unit::NextMeeting) return next_meeting(count);
    auto answer = is_hours(limit.unit) ? running(count) : whole_days(count);
    if (answer) own_up(*answer);
    return answer;
}

}  // namespace calendar
