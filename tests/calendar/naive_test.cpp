#include "naive.h"

#include <algorithm>
#include <cstdio>
#include <random>

#include "announced.h"
#include "asking.h"

namespace naive {

namespace {

constexpr int month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
int length(int year, int month) {
    return month == 2 && leap(year) ? 29 : month_days[month - 1];
}

/// Day number of each 1 January, by walking the years.
const std::vector<Day>& new_years() {
    static const std::vector<Day> days = [] {
        std::vector<Day> list;
        Day day = 0;
        for (int year = 1970; year <= 2200; ++year) {
            list.push_back(day);
            day += leap(year) ? 366 : 365;
        }
        return list;
    }();
    return days;
}

}  // namespace

Civil civil_of(Day day) {
    const auto& starts = new_years();
    const auto next = std::upper_bound(starts.begin(), starts.end(), day);
    Civil civil{static_cast<int>(next - starts.begin()) - 1 + 1970, 1, 0};
    Day left = day - *(next - 1);
    while (left >= length(civil.year, civil.month)) left -= length(civil.year, civil.month++);
    civil.day = static_cast<int>(left) + 1;
    return civil;
}

Day day_of(int year, int month, int day) {
    Day number = new_years()[static_cast<std::size_t>(year - 1970)];
    for (int m = 1; m < month; ++m) number += length(year, m);
    return number + day - 1;
}

int weekday_of(Day day) {
    return static_cast<int>((day + 4) % 7);
}  // 1 January 1970 was a Thursday

std::string text_of(Day day) {
    const Civil civil = civil_of(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    return text;
}

std::string text_of_wall(Minute wall) {
    char text[32];
    std::snprintf(text, sizeof text, "T%02ld:%02ld", wall % 1440 / 60, wall % 60);
    return text_of(wall / 1440) + text;
}

Minute summer_time(Minute utc) {
    const auto last_sunday_at_one = [](int year, int month) {
        Day day = day_of(year, month, 31);
        while (weekday_of(day) != 0) --day;
        return day * 1440 + 60;
    };
    static const auto changes = [&] {
        std::vector<std::pair<Minute, Minute>> list;
        for (int year = 1996; year <= 2100; ++year)
            list.emplace_back(last_sunday_at_one(year, 3), last_sunday_at_one(year, 10));
        return list;
    }();
    const auto& [spring, autumn] = changes[static_cast<std::size_t>(civil_of(utc / 1440).year - 1996)];
    return utc >= spring && utc < autumn ? 60 : 0;
}

Counter::Counter(Calendar calendar, int first_year, int last_year) : calendar_(std::move(calendar)) {
    for (Day day = day_of(first_year, 1, 1); day <= day_of(last_year, 12, 31); ++day) {
        const bool closed = calendar_.holidays.contains(day) || calendar_.weekend.contains(weekday_of(day));
        if (!closed || calendar_.reopened.contains(day)) working_.push_back(day);
    }
}

bool Counter::works(Day day) const {
    return std::binary_search(working_.begin(), working_.end(), day);
}

Day Counter::working_after(Day start, int n) const {
    return (std::upper_bound(working_.begin(), working_.end(), start) + (n - 1))[0];
}

Day Counter::working_before(Day start, int n) const {
    return (std::lower_bound(working_.begin(), working_.end(), start) - n)[0];
}

bool Counter::open(Minute utc) const {
    const Minute wall = utc + summer_time(utc);
    const Day day = wall / 1440;
    if (!works(day)) return false;
    for (const auto& [from, to] : calendar_.windows[static_cast<std::size_t>(weekday_of(day))]) {
        if (wall % 1440 >= from && wall % 1440 < to) return true;
    }
    return false;
}

Minute Counter::open_end(Minute utc, int n, bool at_next_opening) const {
    Minute now = utc;
    for (int passed = 0; passed < n; ++now) passed += open(now) ? 1 : 0;
    while (at_next_opening && !open(now)) ++now;
    return now;
}

Day months_later(Day start, int n) {
    const Civil from = civil_of(start);
    const int months = from.year * 12 + (from.month - 1) + n;
    const int year = months / 12, month = months % 12 + 1;
    return day_of(year, month, std::min(from.day, length(year, month)));
}

}  // namespace naive

namespace {

using namespace asking;
using enum calendar::Convention;
using naive::Counter;
using naive::Day;
using naive::Minute;

std::mt19937_64& dice() {
    static std::mt19937_64 generator;
    return generator;
}

/// Each test throws the same dice every time, whatever ran before it.
void throw_anew() {
    dice().seed(20261126);
}

int any(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(dice());
}

Day to_number(Date date) {
    return date.time_since_epoch().count();
}
Date to_date(Day day) {
    return Date{std::chrono::days{day}};
}

/// The same calendar for both: one for the program, one for the naive counter.
struct Both {
    Edition edition;
    Counter counter;
};

std::set<Day> bank_holidays(const std::string& key) {
    std::set<Day> days;
    for (const std::string division : {"england-and-wales", "scotland", "northern-ireland"}) {
        if (key != division && key != "uk-any") continue;
        for (const auto date : announced::days_of(division)) days.insert(to_number(date));
    }
    return days;
}

Both random_calendar() {
    static const std::array<std::string, 5> keys{"england-and-wales", "scotland", "northern-ireland",
                                                 "uk-any", "none"};
    static const std::array<std::set<Day>, 5> holidays{bank_holidays(keys[0]), bank_holidays(keys[1]),
                                                       bank_holidays(keys[2]), bank_holidays(keys[3]),
                                                       bank_holidays(keys[4])};
    const auto which = static_cast<std::size_t>(any(0, 4));
    Edition edition{keys[which]};
    naive::Calendar calendar{holidays[which], {}, {0, 6}};
    if (any(0, 3) == 0) {
        edition.weekend = {};
        calendar.weekend = {};
        for (unsigned day = 0; day < 6; ++day) {
            if (any(0, 2) != 0) continue;
            edition.weekend.insert(std::chrono::weekday{day});
            calendar.weekend.insert(static_cast<int>(day));
        }
    }
    const Day first = naive::day_of(2012, 1, 1), last = naive::day_of(2028, 12, 31);
    for (int i = any(0, 300); i > 0; --i) {
        const Day day = first + any(0, static_cast<int>(last - first));
        if (any(0, 1) == 0) {
            if (edition.reopened.contains(to_date(day))) continue;
            edition.closed.emplace(to_date(day), "training");
            calendar.holidays.insert(day);
        } else if (!edition.closed.contains(to_date(day))) {
            edition.reopened.insert(to_date(day));
            calendar.reopened.insert(day);
        }
    }
    for (std::size_t day = 0; day < 7; ++day) {
        int from = any(0, 600);
        // Wednesday or Saturday works under every weekend made above, so that open time never runs out.
        for (int windows = any(day == 3 || day == 6 ? 1 : 0, 2); windows > 0; --windows) {
            const int to = std::min(1440, from + any(30, 500));
            if (from >= to) break;
            edition.hours[day].push_back({std::chrono::minutes{from}, std::chrono::minutes{to}});
            calendar.windows[day].emplace_back(from, to);
            from = to + (any(0, 3) == 0 ? 0 : any(1, 120));
        }
    }
    return {edition, Counter(std::move(calendar), 2012, 2028)};
}

struct Case {
    Minute start_utc;
    Limit limit;
    Counting counting;
};

Case random_whole_days() {
    static const std::array units{Unit::WorkingDay, Unit::CalendarDay, Unit::Week, Unit::Month};
    Case c{};
    c.start_utc = naive::day_of(2014, 1, 1) * 1440 + any(0, 12 * 365 * 1440);
    c.limit.unit = units[static_cast<std::size_t>(any(0, 3))];
    const int most = c.limit.unit == Unit::Month  ? 14
                     : c.limit.unit == Unit::Week ? 40
                     : any(0, 9) == 0             ? 250
                                                  : 12;
    c.limit.n = any(-most, most);
    const auto fit = conventions_for(c.limit.unit);
    c.counting.convention = fit[static_cast<std::size_t>(any(0, static_cast<int>(fit.size()) - 1))];
    if (any(0, 3) == 0) c.counting.cutoff = std::chrono::minutes{any(0, 1439)};
    if (c.limit.unit != Unit::WorkingDay) c.counting.roll_end = static_cast<RollEnd>(any(0, 2));
    return c;
}

Day naive_days(const Case& c, const Counter& counter) {
    const Minute wall = c.start_utc + naive::summer_time(c.start_utc);
    const auto convention = c.counting.convention;
    Day day = wall / 1440;
    if (c.counting.cutoff && std::chrono::minutes{wall % 1440} >= *c.counting.cutoff) ++day;
    if (convention == RollStartForward) day = counter.at_or_after(day);
    if (convention == RollStartBackward) day = counter.at_or_before(day);
    const int n = c.limit.n;
    if (c.limit.unit == Unit::Month) day = naive::months_later(day, n);
    if (c.limit.unit == Unit::CalendarDay || c.limit.unit == Unit::Week) {
        const Day start = day;
        day += n * (c.limit.unit == Unit::Week ? 7 : 1);
        if (convention == StartIsDayOne && day != start) day += n > 0 ? -1 : 1;
    }
    if (c.limit.unit == Unit::WorkingDay && n != 0) {
        const bool counts_start = convention == StartIsDayOne;
        day = n > 0 ? counter.working_after(counts_start ? day - 1 : day, n)
                    : counter.working_before(counts_start ? day + 1 : day, -n);
    }
    if (c.counting.roll_end == RollEnd::Forward) day = counter.at_or_after(day);
    if (c.counting.roll_end == RollEnd::Backward) day = counter.at_or_before(day);
    return day;
}

std::string told(const Case& c) {
    return naive::text_of_wall(c.start_utc) + "Z, " + to_text(c.limit) + ", " +
           std::string(to_text(c.counting.convention));
}

base::Result<Due> program(const Case& c, const Edition& edition) {
    return due(base::Moment{std::chrono::minutes{c.start_utc}}, c.limit, c.counting, edition);
}

}  // namespace

TEST_CASE("a million random limits in whole days fall where a naive day counter puts them") {
    throw_anew();
    for (int i = 0; i < 1000; ++i) {
        const Both both = random_calendar();
        for (int j = 0; j < 1000; ++j) {
            const Case c = random_whole_days();
            const auto answer = program(c, both.edition);
            const Day expected = naive_days(c, both.counter);
            if (answer && to_number(answer->date) == expected) continue;
            CAPTURE(told(c));
            CAPTURE(both.edition.key);
            CHECK((answer ? to_iso(answer->date) : answer.error().why) == naive::text_of(expected));
        }
    }
}

TEST_CASE("a hundred thousand random limits in hours end where a naive clock puts them") {
    throw_anew();
    const Edition none{"none"};
    for (int i = 0; i < 100'000; ++i) {
        Case c{
            naive::day_of(2020, 1, 1) * 1440 + any(0, 20 * 365 * 1440), {any(0, 400), Unit::Hour}, {Elapsed}};
        Minute end = c.start_utc + c.limit.n * 60;
        bool sure = true;
        if (c.limit.n > 0 && any(0, 1) == 0) {
            c.counting.convention = WallClock;
            const Minute wall = c.start_utc + naive::summer_time(c.start_utc) + c.limit.n * 60;
            const bool winter = naive::summer_time(wall) == 0, summer = naive::summer_time(wall - 60) == 60;
            sure = winter != summer;
            end = winter ? wall : wall - 60;
        }
        const auto answer = program(c, none);
        if (sure ? answer && answer->at == base::Moment{std::chrono::minutes{end}} : !answer) continue;
        CAPTURE(told(c));
        CHECK((answer ? to_iso(answer->at) : answer.error().why) ==
              (sure ? naive::text_of_wall(end) : "refused"));
    }
}

TEST_CASE("forty thousand random limits in open hours end where minutes counted one by one put them") {
    throw_anew();
    for (int i = 0; i < 400; ++i) {
        const Both both = random_calendar();
        for (int j = 0; j < 100; ++j) {
            Case c{naive::day_of(2014, 1, 1) * 1440 + any(0, 12 * 365 * 1440),
                   {any(0, 900), Unit::WorkingMinute},
                   {ClockRunsInHours, RollEnd::None, {}, static_cast<AtClose>(any(0, 1))}};
            // Every third start lies within a day of a night on which the clocks change.
            if (j % 3 == 0) {
                while (naive::summer_time(c.start_utc) == naive::summer_time(c.start_utc + 1440))
                    c.start_utc += 1440;
            }
            if (j % 5 == 0) c.limit = {any(0, 12), Unit::WorkingHour};
            const int minutes = c.limit.unit == Unit::WorkingHour ? c.limit.n * 60 : c.limit.n;
            const auto answer = program(c, both.edition);
            const Minute end =
                both.counter.open_end(c.start_utc, minutes, c.counting.at_close == AtClose::NextOpen);
            if (answer && answer->at == base::Moment{std::chrono::minutes{end}}) continue;
            CAPTURE(told(c));
            CAPTURE(both.edition.key);
            CHECK((answer ? to_iso(answer->at) : answer.error().why) == naive::text_of_wall(end));
        }
    }
}
