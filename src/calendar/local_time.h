// Wall clocks: what a moment is called in a zone, and back. Zones are names such as "Europe/London".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.h"
#include "base/refusal.h"
#include "calendar/edition.h"

namespace calendar {

/// A wall clock reading: no zone, and perhaps one that occurs twice or never.
using LocalTime = std::chrono::local_seconds;

bool is_zone(std::string_view name);

/// The functions below `ensure` that the zone exists.
Date local_date(base::Moment, const std::string& zone);
LocalTime local_time(base::Moment, const std::string& zone);
base::Moment start_of_day(Date, const std::string& zone);
base::Moment end_of_day(Date, const std::string& zone);  // its last second

/// The moments that read so on the wall: one as a rule, none or two at a clock change.
std::vector<base::Moment> moments_of(LocalTime, const std::string& zone);

/// A time of that day: the first where a clock change repeats it, when the clocks change where it is skipped.
base::Moment moment_at(Date, std::chrono::seconds after_midnight, const std::string& zone);

/// A stretch of days with one offset from UTC: [begin, end).
struct Stretch {
    base::Moment begin;
    base::Moment end;
    std::chrono::seconds offset{};
};
Stretch stretch_at(base::Moment, const std::string& zone);

/// "2026-11-19T14:30[:SS]" read in the zone, or with Z or an offset; a local time that a clock change skips
/// or repeats is refused, as is a date alone.
base::Result<base::Moment> parse_moment(std::string_view, const std::string& zone);
base::Result<LocalTime> parse_local_time(std::string_view);
base::Result<Date> parse_date(std::string_view);              // "2026-11-19", years 1900 to 2199
base::Result<TimeOfDay> parse_time_of_day(std::string_view);  // "09:00[:SS]", "24:00" too

std::string to_iso(Date);                                         // "2026-11-19"
std::string to_iso(base::Moment);                                 // "2026-11-19T14:30:00Z"
std::string to_iso_local(base::Moment, const std::string& zone);  // "2026-11-19T14:30[:SS]"
std::string to_text(TimeOfDay);                                   // "09:00[:SS]"
std::string in_words(Date);                                       // "Thursday 26 November 2026"
std::string in_words(base::Moment, const std::string& zone);      // "Thursday 26 November 2026 at 2:30pm"

}  // namespace calendar
