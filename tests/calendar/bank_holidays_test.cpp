#include "calendar/bank_holidays.h"

#include <doctest/doctest.h>

#include "announced.h"
#include "calendar/local_time.h"

using namespace calendar;
using namespace std::chrono;

namespace {

std::string on(Nation nation, std::string_view date) {
    const auto holiday = find_bank_holiday(nation, *parse_date(date));
    if (!holiday) return "";
    return std::string(holiday->title) + (holiday->substitute ? ", substitute day" : "");
}

/// Easter by the paschal moons of the golden numbers, 1900 to 2199: not the way of the program.
Date easter_by_table(int y) {
    const int golden = y % 19;
    int moon = (24 + 19 * golden) % 30;  // days after 21 March
    if (moon == 29 || (moon == 28 && golden > 10)) --moon;
    Date day = year{y} / March / 21;
    day += days{moon + 1};
    while (weekday{day} != Sunday) day += days{1};
    return day;
}

}  // namespace

TEST_CASE("every bank holiday from 2012 to 2028 follows from the rules, and no other day does") {
    for (const auto& [nation, division] :
         {std::pair{Nation::EnglandAndWales, "england-and-wales"}, std::pair{Nation::Scotland, "scotland"},
          std::pair{Nation::NorthernIreland, "northern-ireland"}}) {
        const auto announced = announced::days_of(division);
        CHECK(announced.size() > 130);
        for (Date day = 2012y / January / 1; day <= Date{2028y / December / 31}; day += days{1}) {
            CAPTURE(division);
            CAPTURE(to_iso(day));
            CHECK(find_bank_holiday(nation, day).has_value() == announced.contains(day));
        }
    }
}

TEST_CASE("Good Friday and Easter Monday fall around the Easter of the golden numbers, 1978 to 2199") {
    for (int y = first_holiday_year; y <= last_year; ++y) {
        CAPTURE(y);
        const Date easter = easter_by_table(y);
        CHECK(find_bank_holiday(Nation::EnglandAndWales, easter - days{2}) == BankHoliday{"Good Friday"});
        CHECK(find_bank_holiday(Nation::NorthernIreland, easter + days{1}) == BankHoliday{"Easter Monday"});
        CHECK(find_bank_holiday(Nation::Scotland, easter + days{1}) == std::nullopt);
    }
}

TEST_CASE("a nation has the same number of bank holidays every year, but for those proclaimed once") {
    const auto count = [](Nation nation, int y) {
        int holidays = 0;
        for (Date day = year{y} / 1 / 1; day <= Date{year{y} / 12 / 31}; day += days{1}) {
            if (find_bank_holiday(nation, day)) ++holidays;
        }
        return holidays;
    };
    for (int y = 2029; y <= last_year; ++y) {
        CAPTURE(y);
        CHECK(count(Nation::EnglandAndWales, y) == 8);
        CHECK(count(Nation::Scotland, y) == 9);
        CHECK(count(Nation::NorthernIreland, y) == 10);
    }
    CHECK(count(Nation::Scotland, 2006) == 8);
    CHECK(count(Nation::EnglandAndWales, 1978) == 8);
    CHECK(count(Nation::EnglandAndWales, 2022) == 10);
}

TEST_CASE("a bank holiday has a plain name, and says when it is a substitute") {
    using enum Nation;
    CHECK(on(EnglandAndWales, "2026-12-25") == "Christmas Day");
    CHECK(on(EnglandAndWales, "2026-12-28") == "Boxing Day, substitute day");
    CHECK(on(Scotland, "2022-01-03") == "New Year's Day, substitute day");
    CHECK(on(Scotland, "2022-01-04") == "2 January, substitute day");
    CHECK(on(NorthernIreland, "2025-07-14") == "Battle of the Boyne, substitute day");
}

TEST_CASE("days that were moved or proclaimed once are known back to 1978") {
    using enum Nation;
    CHECK(on(EnglandAndWales, "1978-05-01") == "Early May bank holiday");
    CHECK(on(EnglandAndWales, "1981-07-29") == "Royal wedding");
    CHECK(on(Scotland, "1995-05-08") == "Early May bank holiday");
    CHECK(on(EnglandAndWales, "1995-05-01").empty());
    CHECK(on(NorthernIreland, "1999-12-31") == "Millennium holiday");
    CHECK(on(EnglandAndWales, "2002-06-03") == "Golden Jubilee");
    CHECK(on(EnglandAndWales, "2002-06-04") == "Spring bank holiday");
    CHECK(on(EnglandAndWales, "2002-05-27").empty());
    CHECK(on(EnglandAndWales, "2011-04-29") == "Royal wedding");
    CHECK(on(Scotland, "2006-11-30").empty());
    CHECK(on(Scotland, "2007-11-30") == "St Andrew's Day");
}

TEST_CASE("outside the years that the rules are sure of, nothing is claimed") {
    CHECK(on(Nation::EnglandAndWales, "1977-12-26").empty());
    CHECK(find_bank_holiday(Nation::EnglandAndWales, 2200y / December / 25) == std::nullopt);
}
