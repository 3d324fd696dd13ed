#include "calendar/zone.h"

#include <date/tz.h>

#include <algorithm>

namespace calendar {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

/// The zone files that date-tz reads end in 2037, and it knows no rule beyond. A later day borrows the offset
/// of a day in 2027 to 2037 with the same weekday and date, which the same rule treats alike.
constexpr int last_written_year = 2037;

struct Twin {
    Date from, to;  // the part of the later year, [from, to), …
    days shift;     // … that lies this much after its twin
};

Date same_weekday_within_written_years(Date first_of_month) {
    const year_month_day parts{first_of_month};
    for (int y = last_written_year;; --y) {
        const sys_days twin = year{y} / parts.month() / parts.day();
        if (!year{y}.is_leap() && std::chrono::weekday{twin} == std::chrono::weekday{first_of_month})
            return twin;
    }
}

/// Leap years are cut in two, before and after the leap day, so that twins need not be leap years.
Twin twin_of(Date day) {
    const auto y = year_month_day{day}.year();
    const Date new_year = y / 1 / 1, march = y / 3 / 1, next = (y + std::chrono::years{1}) / 1 / 1;
    const bool early = day < march;
    const Date first = early ? new_year : march;
    return {first, early ? march : next, first - same_weekday_within_written_years(first)};
}

Stretch written_stretch(const date::time_zone& rules, base::Moment at) {
    const auto info = rules.get_info(at);
    return {info.begin, info.end, info.offset};
}

}  // namespace

std::optional<Zone> Zone::find(std::string_view name) {
    // Read once: the library takes a lock each time that it is asked.
    static const auto& zones = date::get_tzdb().zones;
    const auto found = std::ranges::lower_bound(
        zones, name, {}, [](const auto& zone) { return std::string_view(zone.name()); });
    if (found == zones.end() || found->name() != name) return std::nullopt;
    return Zone(*found);
}

Stretch Zone::stretch_at(base::Moment at) const {
    const base::Moment written_end = sys_days{year{last_written_year + 1} / 1 / 1};
    if (at < written_end) {
        Stretch stretch = written_stretch(*rules_, at);
        stretch.end = std::min(stretch.end, written_end);
        return stretch;
    }
    const Twin twin = twin_of(std::chrono::floor<days>(at));
    Stretch stretch = written_stretch(*rules_, at - twin.shift);
    stretch.begin = std::max<base::Moment>(stretch.begin + twin.shift, twin.from);
    stretch.end = std::min<base::Moment>(stretch.end + twin.shift, twin.to);
    return stretch;
}

Date Zone::day_of(base::Moment at) const {
    return Date{std::chrono::floor<days>(local(at)).time_since_epoch()};
}

std::vector<base::Moment> Zone::moments_of(LocalTime time) const {
    // No offset is as long as a day, so every moment that could read `time` is within a day of it.
    const base::Moment as_utc{time.time_since_epoch()};
    std::vector<base::Moment> moments;
    for (Stretch stretch = stretch_at(as_utc - days{1});; stretch = stretch_at(stretch.end)) {
        const base::Moment moment = as_utc - stretch.offset;
        if (moment >= stretch.begin && moment < stretch.end) moments.push_back(moment);
        if (stretch.end > as_utc + days{1}) return moments;
    }
}

base::Moment Zone::start_of(Date day) const {
    const base::Moment as_utc = day;
    for (Stretch stretch = stretch_at(as_utc - days{1});; stretch = stretch_at(stretch.end)) {
        // Where midnight is skipped by a clock change, the day starts with the stretch behind the gap.
        const base::Moment midnight = std::max(as_utc - stretch.offset, stretch.begin);
        if (midnight < stretch.end) return midnight;
    }
}

}  // namespace calendar
