#include "asking.h"

using namespace asking;
using enum calendar::Convention;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Counting open_hours{ClockRunsInHours};
const Counting next_open{ClockRunsInHours, RollEnd::None, {}, AtClose::NextOpen};

}  // namespace

TEST_CASE("hours run in real time: two days later, an hour off where the clocks change in between") {
    const auto none = edition("none");
    CHECK(when("2026-11-19T14:30", "48 hours", Elapsed, none) == "2026-11-21T14:30");
    CHECK(when("2026-03-27T14:30", "48 hours", Elapsed, none) == "2026-03-29T15:30");
    CHECK(when("2026-10-23T14:30", "48 hours", Elapsed, none) == "2026-10-25T13:30");
    CHECK(when("2026-11-19T14:30", "0 hours", Elapsed, none) == "2026-11-19T14:30");
    CHECK(when("2026-11-19T14:30:15", "1 hour", Elapsed, none) == "2026-11-19T15:30:15");
    CHECK(when("2040-07-01T12:00", "1 hour", Elapsed, none) == "2040-07-01T13:00");
    CHECK(strip(ask("2026-10-24T14:30", "24 hours", {Elapsed}, none)) ==
          "2026-10-24 + 9 hours 30 minutes, from 14:30\n"
          "2026-10-25 + 14 hours 30 minutes, to 13:30; the clocks go back\n");
    CHECK(strip(ask("2026-11-19T14:00", "10 hours", {Elapsed}, none)) ==
          "2026-11-19 + 10 hours, from 14:00\n"
          "2026-11-20 - ends at 00:00, the start of this day\n");
}

TEST_CASE("hours on the wall clock keep the clock reading, and are refused where there is none") {
    const auto none = edition("none");
    CHECK(when("2026-03-27T14:30", "48 hours", WallClock, none) == "2026-03-29T14:30");
    CHECK(when("2026-10-23T14:30", "48 hours", WallClock, none) == "2026-10-25T14:30");
    CHECK(when("2026-03-28T01:30", "24 hours", WallClock, none) == "clock_change");
    CHECK(when("2026-10-24T01:30", "24 hours", WallClock, none) == "clock_change");
    CHECK(strip(ask("2026-10-24T14:30", "24 hours", {WallClock}, none)) ==
          "2026-10-24 + 9 hours 30 minutes, from 14:30 by the clock\n"
          "2026-10-25 + 14 hours 30 minutes, to 14:30 by the clock; the clocks go back\n");
}

TEST_CASE("an end in the hour that occurs twice says which of the two is meant") {
    const auto none = edition("none");
    const auto first = ask("2026-10-24T01:30", "24 hours", {Elapsed}, none);
    const auto second = ask("2026-10-24T01:30", "25 hours", {Elapsed}, none);
    CHECK(date_of(first, none) == "2026-10-25T01:30");
    CHECK(date_of(second, none) == "2026-10-25T01:30");
    CHECK(first->because.back().why.ends_with("this time occurs twice: the first is meant"));
    CHECK(second->because.back().why.ends_with("this time occurs twice: the second is meant"));
}

TEST_CASE("hours do not run backwards") {
    CHECK(when("2026-11-19T14:30", "-1 hour", Elapsed, edition("none")) == "out_of_bounds");
    CHECK(when("2026-11-19T14:30", "-1 working hour", ClockRunsInHours, office_hours("none")) ==
          "out_of_bounds");
}

TEST_CASE("only open time counts, and the strip says which") {
    const auto england = office_hours("england-and-wales");
    CHECK(when("2026-12-24T15:00", "3 working hours", open_hours, england) == "2026-12-29T10:00");
    CHECK(strip(ask("2026-12-24T15:00", "3 working hours", open_hours, england)) ==
          "2026-12-24 + 2 hours: 15:00 to 17:00\n"
          "2026-12-25 - Christmas Day\n"
          "2026-12-26 - Saturday\n"
          "2026-12-27 - Sunday\n"
          "2026-12-28 - Boxing Day, substitute day\n"
          "2026-12-29 + 1 hour: 09:00 to 10:00\n");
    CHECK(when("2026-11-19T07:00", "90 working minutes", open_hours, england) == "2026-11-19T10:30");
    CHECK(when("2026-11-19T18:00", "90 working minutes", open_hours, england) == "2026-11-20T10:30");
    CHECK(when("2026-11-21T12:00", "1 working minute", open_hours, england) == "2026-11-23T09:01");
    CHECK(when("2026-11-19T09:00:30", "1 working minute", open_hours, england) == "2026-11-19T09:01:30");
}

TEST_CASE("time that runs out at closing time is due then, or at the next opening") {
    const auto england = office_hours("england-and-wales");
    CHECK(when("2026-11-20T09:00", "8 working hours", open_hours, england) == "2026-11-20T17:00");
    CHECK(when("2026-11-20T09:00", "8 working hours", next_open, england) == "2026-11-23T09:00");
    CHECK(strip(ask("2026-11-20T09:00", "8 working hours", next_open, england)) ==
          "2026-11-20 + 8 hours: 09:00 to 17:00\n"
          "2026-11-21 - Saturday\n"
          "2026-11-22 - Sunday\n"
          "2026-11-23 - the next opening, at 09:00\n");
    auto lunch = office_hours("none");
    lunch.hours[5] = {{hours{9}, hours{12}}, {hours{13}, hours{17}}};
    CHECK(when("2026-11-20T10:00", "2 working hours", open_hours, lunch) == "2026-11-20T12:00");
    CHECK(when("2026-11-20T10:00", "2 working hours", next_open, lunch) == "2026-11-20T13:00");
    CHECK(strip(ask("2026-11-20T10:00", "2 working hours", next_open, lunch)) ==
          "2026-11-20 + 2 hours: 10:00 to 12:00; then the next opening, at 13:00\n");
    CHECK(strip(ask("2026-11-20T10:00", "3 working hours", next_open, lunch)) ==
          "2026-11-20 + 3 hours: 10:00 to 12:00, 13:00 to 14:00\n");
    lunch.hours[5] = {{hours{12}, hours{17}}, {hours{9}, hours{12}}};  // no gap, so no closing time
    CHECK(when("2026-11-20T10:00", "2 working hours", next_open, lunch) == "2026-11-20T12:00");
}

TEST_CASE("with nothing to count, a start outside opening hours stays or moves to the next opening") {
    const auto england = office_hours("england-and-wales");
    CHECK(when("2026-11-20T12:00", "0 working hours", open_hours, england) == "2026-11-20T12:00");
    CHECK(when("2026-11-20T12:00", "0 working hours", next_open, england) == "2026-11-20T12:00");
    CHECK(when("2026-11-20T17:00", "0 working hours", open_hours, england) == "2026-11-20T17:00");
    CHECK(when("2026-11-20T17:00", "0 working hours", next_open, england) == "2026-11-23T09:00");
    CHECK(when("2026-11-21T12:00", "0 working minutes", open_hours, england) == "2026-11-21T12:00");
    CHECK(when("2026-11-21T12:00", "0 working minutes", next_open, england) == "2026-11-23T09:00");
    CHECK(when("2026-11-20T09:00", "0 working hours", next_open, england) == "2026-11-20T09:00");
}

TEST_CASE("a window may close at 24:00, which is the next day's midnight") {
    auto none = edition("none");
    none.weekend = {};
    for (auto& windows : none.hours) windows = {{hours{0}, hours{24}}};
    CHECK(when("2026-11-19T14:00", "10 working hours", open_hours, none) == "2026-11-20T00:00");
    CHECK(when("2026-11-19T14:00", "10 working hours", next_open, none) == "2026-11-20T00:00");
    CHECK(when("2026-11-19T14:00", "11 working hours", open_hours, none) == "2026-11-20T01:00");
    // Open all day, time is real time through the clock changes.
    CHECK(when("2026-03-28T12:00", "24 working hours", open_hours, none) == "2026-03-29T13:00");
    CHECK(when("2026-10-24T12:00", "24 working hours", open_hours, none) == "2026-10-25T11:00");
}

TEST_CASE("a window is open when the clock reads a time within it, twice on the night the clocks go back") {
    auto night = edition("none");
    night.weekend = {};
    for (auto& windows : night.hours) windows = {{hours{1} + minutes{15}, hours{3}}};
    // Forward: 01:00 to 02:00 is skipped, so only 02:00 to 03:00 is left.
    CHECK(when("2026-03-29T00:00", "1 working hour", open_hours, night) == "2026-03-29T03:00");
    CHECK(when("2026-03-29T00:00", "61 working minutes", open_hours, night) == "2026-03-30T01:16");
    // Back: 01:15 to 02:00, then again, then 02:00 to 03:00.
    CHECK(when("2026-10-25T00:00", "105 working minutes", open_hours, night) == "2026-10-25T02:15");
    CHECK(when("2026-10-25T00:00", "150 working minutes", open_hours, night) == "2026-10-25T03:00");
    CHECK(when("2026-10-25T00:00", "151 working minutes", open_hours, night) == "2026-10-26T01:16");
}

TEST_CASE("working time without opening hours would never pass, and is refused") {
    CHECK(when("2026-11-19T14:00", "1 working hour", open_hours, edition("none")) == "no_open_hours");
    auto saturdays = edition("none");
    saturdays.hours[6] = {{hours{10}, hours{12}}};
    CHECK(when("2026-11-19T14:00", "1 working hour", open_hours, saturdays) == "no_open_hours");
    saturdays.reopened = {*parse_date("2026-11-28")};
    CHECK(when("2026-11-19T14:00", "1 working hour", open_hours, saturdays) == "2026-11-28T11:00");
    CHECK(when("2026-11-19T14:00", "3 working hours", open_hours, saturdays) == "out_of_bounds");
    saturdays.weekend = {std::chrono::Sunday};
    CHECK(when("2026-11-19T14:00", "3 working hours", open_hours, saturdays) == "2026-11-28T11:00");
    CHECK(strip(ask("2026-11-20T14:00", "1 working hour", open_hours, saturdays)) ==
          "2026-11-20 - not open on this day\n2026-11-21 + 1 hour: 10:00 to 11:00\n");
}

TEST_CASE("hours count in the zone of the edition") {
    auto edition = office_hours("none");
    edition.zone = "America/New_York";
    CHECK(when("2026-11-20T16:00", "2 working hours", open_hours, edition) == "2026-11-23T10:00");
    CHECK(when("2026-10-31T12:00", "24 hours", Elapsed, edition) == "2026-11-01T11:00");
}
