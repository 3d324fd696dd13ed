// One version of one calendar, which says what days count, and the one function of all dates.
#pragma once
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.h"
#include "base/refusal.h"
#include "calendar/limit.h"
#include "calendar/weekdays.h"

namespace calendar {

using Date = std::chrono::sys_days;      // a local calendar day
using TimeOfDay = std::chrono::seconds;  // on the wall clock, since local midnight

/// Open from `from` up to, not including, `to`; 24:00 is allowed as `to`.
struct Window {
    TimeOfDay from{};
    TimeOfDay to{};
    bool operator==(const Window&) const = default;
};

/// A value. `key` is one of england-and-wales, scotland, northern-ireland, uk-any (a bank holiday in any of
/// the three) and none (only `closed`). A re-opened day counts, whatever had closed it.
struct Edition {
    std::string key;
    std::map<Date, std::string> closed = {};  // extra closed days, with why
    std::set<Date> reopened = {};
    Weekdays weekend = Weekdays::saturday_and_sunday();
    std::string zone = "Europe/London";
    std::array<std::vector<Window>, 7> hours = {};        // open windows; [0] is Sunday
    std::map<std::string, std::set<Date>> meetings = {};  // dated meetings of bodies
    bool operator==(const Edition&) const = default;
};

/// Deadlines begin and end within these years; bank holidays are known from the later first year.
inline constexpr int first_year = 1970;
inline constexpr int first_holiday_year = 1978;
inline constexpr int last_year = 2199;
/// Later holidays come from rules alone: nobody has announced them yet.
inline constexpr Date announced_until = std::chrono::year{2028} / 12 / 31;

/// What makes an edition unusable, if anything: an unknown key or zone, a day both closed and re-opened,
/// windows that overlap or run backwards.
std::optional<base::Refusal> find_fault(const Edition&);

/// "Saturday", "Christmas Day", "Boxing Day, substitute day", the partnership's own words; nothing on a
/// working day. The edition's key is one of the five.
std::optional<std::string> why_not_working(const Edition&, Date);

/// Working days after `from`, up to and including `to`: 2 means "in 2 working days"; negative when `to` is
/// earlier.
int working_days_between(const Edition&, Date from, Date to);

/// One day of the strip that explains a date.
struct Reason {
    Date date;
    bool counted = false;
    std::string why;
    bool operator==(const Reason&) const = default;
};

struct Due {
    base::Moment at;  // the last moment in time: for whole days 23:59:59 of the local day
    Date date;        // the local day of `at`
    bool date_only = true;
    std::vector<Reason> because;  // never empty
    bool from_rules = false;      // rests on bank holidays that nobody has announced yet
    bool operator==(const Due&) const = default;
};

enum class RollEnd { None, Forward, Backward };
enum class AtClose { Close, NextOpen };

/// How to count: the convention, and what a policy may add to it.
struct Counting {
    Convention convention{};
    RollEnd roll_end = RollEnd::None;      // moves a calendar-day, week or month end off a non-working day
    std::optional<TimeOfDay> cutoff = {};  // a start at or after it counts as the next day
    AtClose at_close =
        AtClose::Close;  // open time that runs out at closing time: due then, or at next opening
    bool operator==(const Counting&) const = default;
};

/// The one function of all dates: for lists, reports, reminders, engine. Order of things: the cut-off moves
/// the start, then the convention rolls it, n is counted, roll_end moves the end. n = 0 leaves the start
/// where the first two put it; with open hours it stays, or moves to the next opening if `at_close` says so
/// and it is not within a window. n < 0 counts back and moves starts and ends the same way as n > 0; hours
/// have no negative n. Windows are open on working days, while the clock on the wall reads a time within
/// them. Refusals, by rule: "not_dated" (as agreed, set for the case, in words, none stated),
/// "no_meeting_entered", "convention_does_not_fit", "option_does_not_fit", "out_of_bounds" (n or years),
/// "no_working_day", "no_open_hours", "clock_change", and those of `find_fault`.
base::Result<Due> due(base::Moment start, const Limit&, Convention, const Edition&);
base::Result<Due> due(base::Moment start, const Limit&, const Counting&, const Edition&);

}  // namespace calendar
