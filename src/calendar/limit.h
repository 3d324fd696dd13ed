// How long somebody has, and how the days of it are counted: the words of a policy as values.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace calendar {

enum class Unit {
    Hour,           // of real time
    WorkingHour,    // of open time
    WorkingMinute,  // of open time
    SameDay,
    SameWorkingDay,
    WorkingDay,
    CalendarDay,
    Week,
    Month,
    NextMeeting,  // of a body; its dates are entered by the partnership
    AsAgreed,     // between the two sides
    SetForTheCase,
    InWords,  // "without delay": a value, shown as it stands
    NoneStated,
};

/// How a limit is counted. There is no default: a pack or a limit names one.
enum class Convention {
    NextWorkingDayIsDayOne,  // the n-th working day strictly after the start
    RollStartForward,        // a non-working start moves to the next working day, then n
    RollStartBackward,       // a non-working start moves to the working day before, then n
    StartIsDayOne,           // the start itself is day 1 (for working days: if it is one)
    DayAfterStartIsDayOne,   // calendar days and weeks
    CorrespondingDate,       // months: same day number, last day of the month where missing
    Elapsed,                 // hours of real time, through clock changes
    WallClock,               // hours as the clock on the wall shows them
    ClockRunsInHours,        // only open time counts
};

/// No limit is longer than this many of its unit, either way.
inline constexpr int n_max = 1'000'000;

struct Limit {
    int n = 0;
    Unit unit = Unit::NoneStated;
    std::string words = {};  // the body of NextMeeting, or the words of InWords
    bool operator==(const Limit&) const = default;
};

/// "5 working days", "48 hours", "2 weeks", "same working day", "next meeting of learning-lessons-subgroup",
/// "as agreed", "set for the case", "none stated", "in words: without delay". A bare number is refused.
base::Result<Limit> parse_limit(std::string_view);

/// The one spelling of a limit; parse_limit reads it back.
std::string to_text(const Limit&);

/// Names in snake case: "next_working_day_is_day_one".
base::Result<Convention> parse_convention(std::string_view snake_case);
std::string_view to_text(Convention);

/// Names in snake case, of the units that are counted: "working_day", "calendar_day", "month", "hour", …
base::Result<Unit> parse_unit(std::string_view snake_case);
std::string_view to_text(Unit);

/// False for AsAgreed, SetForTheCase, InWords, NoneStated, and for NextMeeting (dated by the partnership).
bool is_dated(const Limit&);

/// The conventions that have a meaning for a unit, the usual one first; empty where none is needed.
std::vector<Convention> conventions_for(Unit);

/// A refusal that names the conventions that would fit, or nothing where this one does.
base::Result<Convention> fitting(Convention, Unit);

}  // namespace calendar
