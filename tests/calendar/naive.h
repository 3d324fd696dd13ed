// A second, slow opinion on due dates, written without the program's calendar: days as plain numbers, the
// working ones listed one by one, British clocks from their rule, open time minute by minute.
#pragma once
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace naive {

/// Days since 1 January 1970; minutes since then, in UTC or on the wall clock.
using Day = long;
using Minute = long;

struct Civil {
    int year, month, day;
};

Civil civil_of(Day);
Day day_of(int year, int month, int day);
int weekday_of(Day);  // 0 is Sunday
std::string text_of(Day);
std::string text_of_wall(Minute wall);

/// Minutes that British clocks are ahead of UTC.
Minute summer_time(Minute utc);

struct Calendar {
    std::set<Day> holidays;  // bank holidays and other closed days
    std::set<Day> reopened;
    std::set<int> weekend{0, 6};
    std::array<std::vector<std::pair<int, int>>, 7> windows{};  // minutes of the day, half open
};

/// The working days of some years, listed.
class Counter {
public:
    Counter(Calendar calendar, int first_year, int last_year);

    bool works(Day) const;
    Day working_after(Day start, int n) const;   // the n-th, n > 0
    Day working_before(Day start, int n) const;  // the n-th, n > 0
    Day at_or_after(Day day) const { return works(day) ? day : working_after(day, 1); }
    Day at_or_before(Day day) const { return works(day) ? day : working_before(day, 1); }

    bool open(Minute utc) const;
    /// When `n` open minutes have passed, in UTC.
    Minute open_end(Minute utc, int n, bool at_next_opening) const;

private:
    Calendar calendar_;
    std::vector<Day> working_;
};

Day months_later(Day start, int n);

}  // namespace naive
