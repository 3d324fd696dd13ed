#include "calendar/bank_holidays.h"

#include <array>
#include <cstdint>
#include <span>

namespace calendar {

namespace {

using namespace std::chrono;

/// Easter Sunday in the Gregorian calendar (the anonymous computus).
constexpr Date easter(int y) {
    const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month_number = (h + l - 7 * m + 114) / 31;
    const int day_number = (h + l - 7 * m + 114) % 31 + 1;
    return year{y} / month{static_cast<unsigned>(month_number)} / day{static_cast<unsigned>(day_number)};
}

constexpr Date early_may(int y) {
    if (y == 1995 || y == 2020) return year{y} / May / 8;  // moved to the anniversary of VE Day
    return year{y} / May / Monday[1];
}

constexpr Date spring(int y) {
    if (y == 2002 || y == 2012) return year{y} / June / 4;  // moved to lengthen a jubilee weekend
    if (y == 2022) return year{y} / June / 2;
    return year{y} / May / Monday[last];
}

enum Where : unsigned {
    England = 1,
    Scot = 2,
    Ulster = 4,
    NotScot = England | Ulster,
    All = England | Scot | Ulster
};

/// A holiday that comes every year, from its first year on.
struct Yearly {
    std::string_view title;
    unsigned where;
    int since;
    Date (*on)(int year);
};

constexpr Yearly yearly[] = {
    {"New Year's Day", NotScot, 1974, [](int y) -> Date { return year{y} / January / 1; }},
    {"New Year's Day", Scot, 1871, [](int y) -> Date { return year{y} / January / 1; }},
    {"2 January", Scot, 1973, [](int y) -> Date { return year{y} / January / 2; }},
    {"St Patrick's Day", Ulster, 1903, [](int y) -> Date { return year{y} / March / 17; }},
    {"Good Friday", All, 1871, [](int y) -> Date { return easter(y) - days{2}; }},
    {"Easter Monday", NotScot, 1871, [](int y) -> Date { return easter(y) + days{1}; }},
    {"Early May bank holiday", All, 1978, early_may},
    {"Spring bank holiday", All, 1971, spring},
    {"Battle of the Boyne", Ulster, 1926, [](int y) -> Date { return year{y} / July / 12; }},
    {"Summer bank holiday", Scot, 1871, [](int y) -> Date { return year{y} / August / Monday[1]; }},
    {"Summer bank holiday", NotScot, 1971, [](int y) -> Date { return year{y} / August / Monday[last]; }},
    {"St Andrew's Day", Scot, 2007, [](int y) -> Date { return year{y} / November / 30; }},
    {"Christmas Day", All, 1871, [](int y) -> Date { return year{y} / December / 25; }},
    {"Boxing Day", NotScot, 1871, [](int y) -> Date { return year{y} / December / 26; }},
    {"Boxing Day", Scot, 1974, [](int y) -> Date { return year{y} / December / 26; }},
};

/// A holiday that was proclaimed once.
struct Once {
    std::string_view title;
    unsigned where;
    Date on;
};

constexpr Once once[] = {
    {"Royal wedding", All, year{1981} / July / 29},
    {"Millennium holiday", All, year{1999} / December / 31},
    {"Golden Jubilee", All, year{2002} / June / 3},
    {"Royal wedding", All, year{2011} / April / 29},
    {"Diamond Jubilee", All, year{2012} / June / 5},
    {"Platinum Jubilee", All, year{2022} / June / 3},
    {"State funeral of Queen Elizabeth II", All, year{2022} / September / 19},
    {"Coronation of King Charles III", All, year{2023} / May / 8},
    {"World Cup bank holiday", Scot, year{2026} / June / 15},
};

struct Entry {
    std::int16_t day_of_year = -1;  // from 0
    std::uint8_t rule = 0;          // of `yearly`, then of `once`
    bool substitute = false;
};

/// The holidays of one nation in one year.
struct Year {
    std::array<Entry, 13> entries{};
    std::size_t count = 0;

    constexpr bool has(long day_of_year) const {
        for (std::size_t i = 0; i < count; ++i) {
            if (entries[i].day_of_year == day_of_year) return true;
        }
        return false;
    }

    constexpr void add(long day_of_year, std::size_t rule, bool substitute) {
        entries[count++] = {static_cast<std::int16_t>(day_of_year), static_cast<std::uint8_t>(rule),
                            substitute};
    }
};

constexpr bool is_weekend(Date day) {
    return weekday{day} == Saturday || weekday{day} == Sunday;
}

constexpr Year year_of(Where where, int y) {
    const Date new_year = year{y} / January / 1;
    Year holidays;
    for (std::size_t i = 0; i < std::size(once); ++i) {
        if ((once[i].where & where) == 0 || year_month_day{once[i].on}.year() != year{y}) continue;
        holidays.add((once[i].on - new_year).count(), std::size(yearly) + i, false);
    }
    // Days that fall on a weekday keep it; the others then move to the next weekday left free, in order.
    for (const bool moved : {false, true}) {
        for (std::size_t i = 0; i < std::size(yearly); ++i) {
            if ((yearly[i].where & where) == 0 || y < yearly[i].since) continue;
            Date day = yearly[i].on(y);
            if (is_weekend(day) != moved) continue;
            while (is_weekend(day) || (moved && holidays.has((day - new_year).count()))) day += days{1};
            holidays.add((day - new_year).count(), i, moved);
        }
    }
    return holidays;
}

constexpr std::size_t years = last_year - first_holiday_year + 1;

constexpr std::array<std::array<Year, years>, 3> all_years() {
    std::array<std::array<Year, years>, 3> table{};
    for (std::size_t i = 0; i < years; ++i) {
        const int y = first_holiday_year + static_cast<int>(i);
        table[0][i] = year_of(England, y);
        table[1][i] = year_of(Scot, y);
        table[2][i] = year_of(Ulster, y);
    }
    return table;
}

constexpr auto table = all_years();

}  // namespace

std::optional<BankHoliday> find_bank_holiday(Nation nation, Date date) {
    const year_month_day parts{date};
    const int y = static_cast<int>(parts.year());
    if (y < first_holiday_year || y > last_year) return std::nullopt;
    const auto day_of_year = (date - Date{parts.year() / January / 1}).count();
    const Year& year =
        table[static_cast<std::size_t>(nation)][static_cast<std::size_t>(y - first_holiday_year)];
    for (const Entry& entry : std::span(year.entries).first(year.count)) {
        if (entry.day_of_year != day_of_year) continue;
        const std::size_t rule = entry.rule;
        const auto title =
            rule < std::size(yearly) ? yearly[rule].title : once[rule - std::size(yearly)].title;
        return BankHoliday{title, entry.substitute};
    }
    return std::nullopt;
}

}  // namespace calendar
