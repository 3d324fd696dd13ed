#include "calendar/local_time.h"

#include <date/tz.h>
#include <doctest/doctest.h>

using namespace calendar;
using namespace std::chrono;

namespace {

const std::string london = "Europe/London";

base::Moment moment(std::string_view text) {
    const auto parsed = parse_moment(text, london);
    REQUIRE(parsed.has_value());
    return *parsed;
}

std::string why_no_moment(std::string_view text) {
    const auto parsed = parse_moment(text, london);
    REQUIRE_FALSE(parsed.has_value());
    return parsed.error().why;
}

std::string why_no_date(std::string_view text) {
    const auto parsed = parse_date(text);
    REQUIRE_FALSE(parsed.has_value());
    return parsed.error().why;
}

}  // namespace

TEST_CASE("nine in the morning is nine by the clock, also on days when the clocks change") {
    const std::string zone = "Europe/London";
    const auto nine = [&](const char* day) {
        return calendar::to_iso_local(calendar::moment_at(*calendar::parse_date(day), std::chrono::hours{9}, zone), zone);
    };
    CHECK(nine("2026-11-22") == "2026-11-22T09:00");
    CHECK(nine("2027-03-28") == "2027-03-28T09:00");
    CHECK(nine("2026-10-25") == "2026-10-25T09:00");
    const auto at = [&](const char* day, std::chrono::minutes time) {
        return calendar::to_iso(calendar::moment_at(*calendar::parse_date(day), time, zone));
    };
    CHECK(at("2027-03-28", std::chrono::minutes{90}) == "2027-03-28T01:00:00Z");
    CHECK(at("2026-10-25", std::chrono::minutes{90}) == "2026-10-25T00:30:00Z");
}

TEST_CASE("a local time is a moment, an hour earlier in summer") {
    CHECK(to_iso(moment("2026-11-19T14:30")) == "2026-11-19T14:30:00Z");
    CHECK(to_iso(moment("2026-07-19T14:30:05")) == "2026-07-19T13:30:05Z");
    CHECK(to_iso(moment("2026-07-19T14:30Z")) == "2026-07-19T14:30:00Z");
    CHECK(to_iso(moment("2026-07-19T14:30:00-05:30")) == "2026-07-19T20:00:00Z");
    CHECK(to_iso_local(moment("2026-07-19T14:30Z"), london) == "2026-07-19T15:30");
    CHECK(to_iso_local(moment("2026-07-19T14:30:01Z"), london) == "2026-07-19T15:30:01");
}

TEST_CASE("a local time that the clocks skip or repeat is refused") {
    CHECK(why_no_moment("2026-03-29T01:30") ==
          "2026-03-29T01:30 does not exist in Europe/London: the clocks change; give the moment with Z or an "
          "offset");
    CHECK(why_no_moment("2026-10-25T01:30").find("occurs twice") != std::string::npos);
    CHECK(to_iso(moment("2026-10-25T00:59")) == "2026-10-24T23:59:00Z");
    CHECK(to_iso(moment("2026-10-25T02:00")) == "2026-10-25T02:00:00Z");
    CHECK(moments_of(*parse_local_time("2026-10-25T01:30"), london) ==
          std::vector{moment("2026-10-25T00:30Z"), moment("2026-10-25T01:30Z")});
    CHECK(moments_of(*parse_local_time("2026-03-29T01:00"), london).empty());
    CHECK(moments_of(*parse_local_time("2026-03-29T02:00"), london).size() == 1);
}

TEST_CASE("a day ends one second before the next begins, on the nights of the clock changes too") {
    const Date spring = 2026y / March / 29, autumn = 2026y / October / 25;
    CHECK(end_of_day(spring, london) - start_of_day(spring, london) == hours{23} - seconds{1});
    CHECK(end_of_day(autumn, london) - start_of_day(autumn, london) == hours{25} - seconds{1});
    CHECK(to_iso_local(end_of_day(autumn, london), london) == "2026-10-25T23:59:59");
    // Cairo went forward at midnight: the day began at 1am.
    CHECK(to_iso_local(start_of_day(2023y / April / 28, "Africa/Cairo"), "Africa/Cairo") ==
          "2023-04-28T01:00");
}

TEST_CASE("summer time goes on after 2037, where the written tables end") {
    CHECK(to_iso_local(moment("2050-07-01T12:00Z"), london) == "2050-07-01T13:00");
    CHECK(to_iso_local(moment("2050-12-01T12:00Z"), london) == "2050-12-01T12:00");
    for (int y = 2030; y <= last_year; ++y) {
        CAPTURE(y);
        const Date spring = year{y} / March / Sunday[last], autumn = year{y} / October / Sunday[last];
        CHECK(stretch_at(spring + minutes{59}, london).offset == hours{0});
        CHECK(stretch_at(spring + hours{1}, london).offset == hours{1});
        CHECK(stretch_at(autumn + minutes{59}, london).offset == hours{1});
        CHECK(stretch_at(autumn + hours{1}, london).offset == hours{0});
        CHECK(end_of_day(autumn, london) - start_of_day(autumn, london) == hours{25} - seconds{1});
        CHECK(moments_of(LocalTime{spring.time_since_epoch() + minutes{90}}, london).empty());
        const Date new_york = year{y} / November / Sunday[1];
        CHECK(stretch_at(new_york + hours{5} + minutes{59}, "America/New_York").offset == hours{-4});
        CHECK(stretch_at(new_york + hours{6}, "America/New_York").offset == hours{-5});
    }
}

TEST_CASE("a zone is one that the system knows, and nothing that looks like a path") {
    CHECK(is_zone("Europe/London"));
    CHECK(is_zone("UTC"));
    CHECK_FALSE(is_zone("europe/london"));
    CHECK_FALSE(is_zone("../etc/passwd"));
    CHECK_FALSE(is_zone(""));
    CHECK_FALSE(is_zone("BST"));
}

TEST_CASE("every zone that is known can be read") {
    for (const auto& zone : date::get_tzdb().zones) {
        CAPTURE(zone.name());
        CHECK(is_zone(zone.name()));
        const auto at = start_of_day(2026y / November / 26, zone.name());
        CHECK(local_date(at, zone.name()) == Date{2026y / November / 26});
        CHECK(local_date(at - seconds{1}, zone.name()) == Date{2026y / November / 25});
    }
}

TEST_CASE("a date is written in one way, and exists") {
    CHECK(parse_date("2026-11-19") == Date{2026y / November / 19});
    CHECK(parse_date("2028-02-29").has_value());
    CHECK(why_no_date("2026-02-30") == "'2026-02-30' is not a date: there is no 30 February 2026");
    CHECK(why_no_date("2027-02-29") == "'2027-02-29' is not a date: there is no 29 February 2027");
    CHECK(why_no_date("2026-13-01") == "'2026-13-01' is not a date: there is no month 13");
    CHECK(why_no_date("2026-04-00") == "'2026-04-00' is not a date: there is no 0 April 2026");
    CHECK(why_no_date("0999-01-01") == "the year 0999 is out of bounds: 1900 to 2199");
    for (const auto* text : {"", "2026-1-5", "26-11-2026", "2026/11/26", "2026-11-26 ", "+026-11-26",
                             "2026-11-2x", "20261126", "２０２６-11-26"}) {
        CHECK(why_no_date(text).find("is not a date: write it as 2026-11-19") != std::string::npos);
    }
}

TEST_CASE("a time of day is written in one way, and exists") {
    CHECK(parse_time_of_day("09:30") == hours{9} + minutes{30});
    CHECK(parse_time_of_day("23:59:59") == hours{24} - seconds{1});
    CHECK(parse_time_of_day("24:00") == hours{24});
    for (const auto* text :
         {"9:30", "24:01", "12:60", "12:30:60", "12", "12:3", "ab:cd", "12:30:5", "12-30", "12:30x00", ""}) {
        CAPTURE(text);
        CHECK_FALSE(parse_time_of_day(text).has_value());
    }
}

TEST_CASE("a local date and time is written in one way") {
    for (const auto* text :
         {"2026-11-19", "2026-11-19 14:30", "2026-11-19t14:30", "2026-11-19T", "2026-11-19T14",
          "2026-11-19T14:30Z", "2026-11-19T14:30+01:00", "2026-11-19T14:30:00.5", "2026-11-19T24:00",
          "2026-11-19T14:30 ", "2026-02-30T10:00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_local_time(text).has_value());
    }
    for (const auto* text :
         {"2026-11-19T14:30+1", "2026-11-19T14:30+99:00", "2026-11-19T14:30ZZ", "Z", "+01:00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_moment(text, london).has_value());
    }
}

TEST_CASE("dates and moments are said as people say them") {
    CHECK(in_words(Date{2026y / November / 26}) == "Thursday 26 November 2026");
    CHECK(in_words(moment("2026-11-26T14:30"), london) == "Thursday 26 November 2026 at 2:30pm");
    CHECK(in_words(moment("2026-11-26T09:00"), london) == "Thursday 26 November 2026 at 9am");
    CHECK(in_words(moment("2026-11-26T12:00"), london) == "Thursday 26 November 2026 at midday");
    CHECK(in_words(moment("2026-11-26T12:05"), london) == "Thursday 26 November 2026 at 12:05pm");
    CHECK(in_words(moment("2026-11-26T00:05"), london) == "Thursday 26 November 2026 at 12:05am");
    CHECK(in_words(moment("2026-11-26T00:00"), london) ==
          "Wednesday 25 November 2026 at the end of the day");
    CHECK(in_words(moment("2026-07-01T23:59:59"), london) == "Wednesday 1 July 2026 at 11:59pm");
}

TEST_CASE("what is no text at all is refused like any other date that is none") {
    const auto date = parse_date(std::string(60, '\x80'));
    REQUIRE_FALSE(date);
    CHECK(date.error().why.find("'…' is not a date") == 0);
}
