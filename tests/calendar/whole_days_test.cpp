#include "asking.h"

using namespace asking;
using enum calendar::Convention;

namespace {

Edition closed(std::string key, std::vector<std::pair<std::string, std::string>> days) {
    Edition edition{std::move(key)};
    for (const auto& [date, why] : days) edition.closed.emplace(*parse_date(date), why);
    return edition;
}

}  // namespace

TEST_CASE("five working days over Christmas 2026 explain every day they skip") {
    auto edition = closed("england-and-wales", {{"2026-12-24", "the office is closed"}});
    const auto due = ask("2026-12-22T15:10", "5 working days", {NextWorkingDayIsDayOne}, edition);
    CHECK(date_of(due, edition) == "2027-01-04");
    CHECK(strip(due) ==
          "2026-12-23 + working day 1 of 5\n"
          "2026-12-24 - the office is closed\n"
          "2026-12-25 - Christmas Day\n"
          "2026-12-26 - Saturday\n"
          "2026-12-27 - Sunday\n"
          "2026-12-28 - Boxing Day, substitute day\n"
          "2026-12-29 + working day 2 of 5\n"
          "2026-12-30 + working day 3 of 5\n"
          "2026-12-31 + working day 4 of 5\n"
          "2027-01-01 - New Year's Day\n"
          "2027-01-02 - Saturday\n"
          "2027-01-03 - Sunday\n"
          "2027-01-04 + working day 5 of 5\n");
    CHECK_FALSE(due->from_rules);
    CHECK(when("2026-12-22", "5 working days", NextWorkingDayIsDayOne, asking::edition("scotland")) ==
          "2026-12-31");
    CHECK(when("2026-12-31", "1 working day", NextWorkingDayIsDayOne, asking::edition("scotland")) ==
          "2027-01-05");
}

TEST_CASE("an unanswered concern raised before Easter is due after it, a day sooner in Scotland") {
    CHECK(when("2026-04-02", "1 working day", NextWorkingDayIsDayOne) == "2026-04-07");
    CHECK(when("2026-04-02", "1 working day", NextWorkingDayIsDayOne, edition("northern-ireland")) ==
          "2026-04-07");
    CHECK(when("2026-04-02", "1 working day", NextWorkingDayIsDayOne, edition("scotland")) == "2026-04-06");
    CHECK(when("2026-04-02", "1 working day", NextWorkingDayIsDayOne, edition("none")) == "2026-04-03");
}

TEST_CASE("each convention finds day one where its name says, from a Friday and from a Saturday") {
    struct Row {
        std::string_view limit;
        Convention convention;
        std::string_view from_friday, from_saturday;  // 20 and 21 November 2026
    };
    for (const Row& row : {
             Row{"1 working day", NextWorkingDayIsDayOne, "2026-11-23", "2026-11-23"},
             Row{"1 working day", RollStartForward, "2026-11-23", "2026-11-24"},
             Row{"1 working day", RollStartBackward, "2026-11-23", "2026-11-23"},
             Row{"1 working day", StartIsDayOne, "2026-11-20", "2026-11-23"},
             Row{"2 working days", StartIsDayOne, "2026-11-23", "2026-11-24"},
             Row{"0 working days", NextWorkingDayIsDayOne, "2026-11-20", "2026-11-21"},
             Row{"0 working days", RollStartForward, "2026-11-20", "2026-11-23"},
             Row{"0 working days", RollStartBackward, "2026-11-20", "2026-11-20"},
             Row{"0 working days", StartIsDayOne, "2026-11-20", "2026-11-21"},
             Row{"-1 working day", NextWorkingDayIsDayOne, "2026-11-19", "2026-11-20"},
             Row{"-1 working day", RollStartForward, "2026-11-19", "2026-11-20"},
             Row{"-1 working day", RollStartBackward, "2026-11-19", "2026-11-19"},
             Row{"-1 working day", StartIsDayOne, "2026-11-20", "2026-11-20"},
             Row{"-2 working days", StartIsDayOne, "2026-11-19", "2026-11-19"},
             Row{"3 calendar days", DayAfterStartIsDayOne, "2026-11-23", "2026-11-24"},
             Row{"3 calendar days", StartIsDayOne, "2026-11-22", "2026-11-23"},
             Row{"1 calendar day", StartIsDayOne, "2026-11-20", "2026-11-21"},
             Row{"0 calendar days", StartIsDayOne, "2026-11-20", "2026-11-21"},
             Row{"-3 calendar days", DayAfterStartIsDayOne, "2026-11-17", "2026-11-18"},
             Row{"-3 calendar days", StartIsDayOne, "2026-11-18", "2026-11-19"},
             Row{"3 calendar days", RollStartForward, "2026-11-23", "2026-11-26"},
             Row{"3 calendar days", RollStartBackward, "2026-11-23", "2026-11-23"},
             Row{"2 weeks", DayAfterStartIsDayOne, "2026-12-04", "2026-12-05"},
             Row{"2 weeks", StartIsDayOne, "2026-12-03", "2026-12-04"},
             Row{"2 weeks", CorrespondingDate, "2026-12-04", "2026-12-05"},
             Row{"-1 week", CorrespondingDate, "2026-11-13", "2026-11-14"},
             Row{"1 month", CorrespondingDate, "2026-12-20", "2026-12-21"},
             Row{"1 month", RollStartForward, "2026-12-20", "2026-12-23"},
             Row{"-1 month", RollStartBackward, "2026-10-20", "2026-10-20"},
             Row{"0 months", CorrespondingDate, "2026-11-20", "2026-11-21"},
         }) {
        CAPTURE(row.limit);
        CAPTURE(to_text(row.convention));
        CHECK(when("2026-11-20", row.limit, row.convention) == row.from_friday);
        CHECK(when("2026-11-21", row.limit, row.convention) == row.from_saturday);
    }
}

TEST_CASE("a month ends on the same day number, or on the last day where there is none") {
    CHECK(when("2026-01-31", "1 month", CorrespondingDate) == "2026-02-28");
    CHECK(when("2028-01-31", "1 month", CorrespondingDate) == "2028-02-29");
    CHECK(when("2026-01-31", "3 months", CorrespondingDate) == "2026-04-30");
    CHECK(when("2026-02-28", "1 month", CorrespondingDate) == "2026-03-28");
    CHECK(when("2026-03-31", "-1 month", CorrespondingDate) == "2026-02-28");
    CHECK(when("2028-02-29", "12 months", CorrespondingDate) == "2029-02-28");
    CHECK(when("2026-12-31", "-13 months", CorrespondingDate) == "2025-11-30");
    CHECK(strip(ask("2026-01-31", "2 months", {CorrespondingDate}, edition("none"))) ==
          "2026-02-28 + month 1 of 2, its last day: it has no 31\n"
          "2026-03-31 + month 2 of 2\n");
}

TEST_CASE("an end on a non-working day moves off it only where the policy says so, and says why") {
    const auto ends = [](RollEnd roll_end, std::string_view start, std::string_view limit) {
        return when(start, limit, Counting{DayAfterStartIsDayOne, roll_end}, edition("england-and-wales"));
    };
    CHECK(ends(RollEnd::None, "2026-12-20", "6 calendar days") == "2026-12-26");
    CHECK(ends(RollEnd::Forward, "2026-12-20", "6 calendar days") == "2026-12-29");
    CHECK(ends(RollEnd::Backward, "2026-12-20", "6 calendar days") == "2026-12-24");
    CHECK(ends(RollEnd::Forward, "2026-12-20", "2 calendar days") == "2026-12-22");
    CHECK(ends(RollEnd::Forward, "2026-12-26", "0 calendar days") == "2026-12-29");
    CHECK(ends(RollEnd::Backward, "2026-12-30", "-4 calendar days") == "2026-12-24");
    CHECK(when("2026-11-20", "1 month", Counting{CorrespondingDate, RollEnd::Forward}, edition("none")) ==
          "2026-12-21");
    CHECK(when("2026-12-26", "0 working days", Counting{NextWorkingDayIsDayOne, RollEnd::Forward},
               edition("none")) == "2026-12-26");
    CHECK(strip(ask("2026-12-24", "2 calendar days", {DayAfterStartIsDayOne, RollEnd::Forward},
                    edition("england-and-wales"))) ==
          "2026-12-25 + day 1 of 2\n"
          "2026-12-26 + day 2 of 2; Saturday, so the end moves forward\n"
          "2026-12-27 - Sunday\n"
          "2026-12-28 - Boxing Day, substitute day\n"
          "2026-12-29 - the end, moved here\n");
    CHECK(strip(ask("2026-12-24", "3 calendar days", {DayAfterStartIsDayOne, RollEnd::Backward},
                    edition("england-and-wales"))) ==
          "2026-12-25 + day 1 of 3\n"
          "2026-12-26 + day 2 of 3\n"
          "2026-12-27 + day 3 of 3; Sunday, so the end moves back\n"
          "2026-12-24 - the end, moved here\n");
}

TEST_CASE("a start at or after the cut-off counts as the next day") {
    const Counting by_four{NextWorkingDayIsDayOne, RollEnd::None, std::chrono::hours{16}};
    const auto england = edition("england-and-wales");
    CHECK(when("2026-11-19T15:59:59", "1 working day", by_four, england) == "2026-11-20");
    CHECK(when("2026-11-19T16:00", "1 working day", by_four, england) == "2026-11-23");
    CHECK(when("2026-11-20T17:00", "1 working day", by_four, england) == "2026-11-23");
    CHECK(when("2026-11-19T16:00", "0 working days", by_four, england) == "2026-11-20");
    CHECK(when("2026-11-19T16:00", "-1 working day", by_four, england) == "2026-11-19");
    CHECK(when("2026-11-19T16:00", "same day", by_four, england) == "2026-11-20");
    CHECK(strip(ask("2026-11-20T17:00", "1 working day", by_four, england)) ==
          "2026-11-20 - not before the cut-off at 16:00, so it counts as the next day\n"
          "2026-11-21 - the start, moved here\n"
          "2026-11-22 - Sunday\n"
          "2026-11-23 + working day 1 of 1\n");
}

TEST_CASE("a start that rolls is shown rolling, and no day is told of twice") {
    const auto england = edition("england-and-wales");
    CHECK(strip(ask("2026-11-21", "1 working day", {RollStartForward}, england)) ==
          "2026-11-21 - Saturday, so the start moves forward\n"
          "2026-11-22 - Sunday\n"
          "2026-11-23 - the start, moved here\n"
          "2026-11-24 + working day 1 of 1\n");
    CHECK(strip(ask("2026-11-21", "1 working day", {RollStartBackward}, england)) ==
          "2026-11-21 - Saturday, so the start moves back\n"
          "2026-11-20 - the start, moved here\n"
          "2026-11-22 - Sunday\n"
          "2026-11-23 + working day 1 of 1\n");
    CHECK(strip(ask("2026-11-20", "0 working days", {RollStartForward}, england)) ==
          "2026-11-20 - the start: there is nothing to count\n");
}

TEST_CASE("the same day is the day itself; the same working day of a Sunday is Monday") {
    CHECK(when("2026-11-22T23:30", "same day", NextWorkingDayIsDayOne) == "2026-11-22");
    CHECK(when("2026-11-20T23:30", "same working day", NextWorkingDayIsDayOne) == "2026-11-20");
    CHECK(when("2026-11-22T08:00", "same working day", NextWorkingDayIsDayOne) == "2026-11-23");
    CHECK(strip(ask("2026-11-22", "same working day", {}, edition("none"))) ==
          "2026-11-22 - Sunday, so the start moves forward\n2026-11-23 + the same working day\n");
}

TEST_CASE("MED-9 the next meeting of a body is the first that was entered after the start day") {
    auto england = edition("england-and-wales");
    england.meetings["the subgroup"] = {*parse_date("2026-11-19"), *parse_date("2027-01-14")};
    CHECK(when("2026-11-18T10:00", "next meeting of the subgroup", {}, england) == "2026-11-19");
    CHECK(when("2026-11-19T00:00", "next meeting of the subgroup", {}, england) == "2027-01-14");
    CHECK(when("2027-01-14T09:00", "next meeting of the subgroup", {}, england) == "no_meeting_entered");
    CHECK(when("2026-11-18", "next meeting of the panel", {}, england) == "no_meeting_entered");
}

TEST_CASE("a limit without a date is shown as it stands, never dated") {
    for (const auto* limit : {"as agreed", "set for the case", "none stated", "in words: without delay"}) {
        CHECK(when("2026-11-19", limit, NextWorkingDayIsDayOne) == "not_dated");
    }
}

TEST_CASE("a re-opened day counts, whatever had closed it") {
    auto england = edition("england-and-wales");
    england.reopened = {*parse_date("2026-12-25"), *parse_date("2026-12-26")};
    CHECK(when("2026-12-24", "2 working days", NextWorkingDayIsDayOne, england) == "2026-12-26");
    CHECK_FALSE(why_not_working(england, *parse_date("2026-12-25")).has_value());
    CHECK(why_not_working(england, *parse_date("2026-12-28")) == "Boxing Day, substitute day");
    england.closed.emplace(*parse_date("2026-12-26"), "");
    CHECK(when("2026-12-24", "2 working days", NextWorkingDayIsDayOne, england) == "closed_and_reopened");
}

TEST_CASE("a calendar of the whole kingdom closes where any nation does, and says which") {
    const auto any = edition("uk-any");
    CHECK(why_not_working(any, *parse_date("2026-12-25")) == "Christmas Day");
    CHECK(why_not_working(any, *parse_date("2026-04-06")) ==
          "Easter Monday (England and Wales, Northern Ireland)");
    CHECK(why_not_working(any, *parse_date("2026-11-30")) == "St Andrew's Day (Scotland)");
    CHECK(why_not_working(any, *parse_date("2026-07-13")) ==
          "Battle of the Boyne, substitute day (Northern Ireland)");
    CHECK(when("2026-11-27", "1 working day", NextWorkingDayIsDayOne, any) == "2026-12-01");
}

TEST_CASE("the weekend is what the edition says") {
    auto none = edition("none");
    none.weekend = {std::chrono::Friday, std::chrono::Saturday};
    CHECK(when("2026-11-19", "1 working day", NextWorkingDayIsDayOne, none) == "2026-11-22");
    none.weekend = {};
    CHECK(when("2026-11-20", "1 working day", NextWorkingDayIsDayOne, none) == "2026-11-21");
}

TEST_CASE("counting that could never end is refused, and still ends where days were re-opened") {
    auto never = edition("none");
    for (unsigned day = 0; day < 7; ++day) never.weekend.insert(std::chrono::weekday{day});
    CHECK(when("2026-11-19", "1 working day", NextWorkingDayIsDayOne, never) == "no_working_day");
    CHECK(when("2026-11-19", "-1 working day", NextWorkingDayIsDayOne, never) == "no_working_day");
    CHECK(when("2026-11-19", "0 working days", RollStartBackward, never) == "no_working_day");
    CHECK(when("2026-11-19", "3 calendar days", Counting{DayAfterStartIsDayOne, RollEnd::Forward}, never) ==
          "no_working_day");
    CHECK(when("2026-11-19", "3 calendar days", DayAfterStartIsDayOne, never) == "2026-11-22");
    CHECK(when("2026-11-19", "0 working days", NextWorkingDayIsDayOne, never) == "2026-11-19");
    never.reopened = {*parse_date("2026-12-05")};
    CHECK(when("2026-11-19", "1 working day", NextWorkingDayIsDayOne, never) == "2026-12-05");
    CHECK(when("2026-11-19", "2 working days", NextWorkingDayIsDayOne, never) == "no_working_day");
}

TEST_CASE("a date beyond the announced bank holidays says that it comes from rules") {
    const auto england = edition("england-and-wales");
    const auto late = ask("2028-12-28", "3 working days", {NextWorkingDayIsDayOne}, england);
    CHECK(date_of(late, england) == "2029-01-03");
    CHECK(late->from_rules);
    CHECK(strip(late) ==
          "2028-12-29 + working day 1 of 3\n"
          "2028-12-30 - Saturday\n"
          "2028-12-31 - Sunday\n"
          "2029-01-01 - New Year's Day (from rules)\n"
          "2029-01-02 + working day 2 of 3\n"
          "2029-01-03 + working day 3 of 3 (from rules)\n");
    CHECK_FALSE(ask("2028-12-28", "1 working day", {NextWorkingDayIsDayOne}, england)->from_rules);
    CHECK_FALSE(ask("2028-12-28", "9 calendar days", {DayAfterStartIsDayOne}, england)->from_rules);
    CHECK(
        ask("2028-12-28", "9 calendar days", {DayAfterStartIsDayOne, RollEnd::Forward}, england)->from_rules);
    CHECK_FALSE(ask("2028-12-28", "3 working days", {NextWorkingDayIsDayOne}, edition("none"))->from_rules);
}

TEST_CASE("numbers and years out of bounds are refused") {
    const auto england = edition("england-and-wales");
    CHECK(when("1978-01-03", "1 working day", NextWorkingDayIsDayOne) == "1978-01-04");
    CHECK(when("1977-12-30", "1 working day", NextWorkingDayIsDayOne) == "out_of_bounds");
    CHECK(when("1970-01-01", "1 working day", NextWorkingDayIsDayOne, edition("none")) == "1970-01-02");
    CHECK(when("1969-12-31", "1 working day", NextWorkingDayIsDayOne, edition("none")) == "out_of_bounds");
    CHECK(when("1978-01-03", "-2 working days", NextWorkingDayIsDayOne) == "out_of_bounds");
    CHECK(when("2199-12-30", "1 working day", NextWorkingDayIsDayOne) == "2199-12-31");
    CHECK(when("2199-12-31", "1 working day", NextWorkingDayIsDayOne) == "out_of_bounds");
    CHECK(when("2026-01-01", "1000000 working days", NextWorkingDayIsDayOne) == "out_of_bounds");
    CHECK(when("2026-01-01", "1000000 months", CorrespondingDate) == "out_of_bounds");
    CHECK(when("2199-12-31T18:00", "0 working days",
               Counting{NextWorkingDayIsDayOne, RollEnd::None, std::chrono::hours{16}},
               england) == "out_of_bounds");
    CHECK(due({}, Limit{-2147483647 - 1, Unit::WorkingDay}, NextWorkingDayIsDayOne, england).error().rule ==
          "out_of_bounds");
    CHECK(due({}, Limit{n_max + 1, Unit::Hour}, Elapsed, edition("none")).error().rule == "out_of_bounds");
}

TEST_CASE("what does not fit a limit is refused, not ignored") {
    const auto none = edition("none");
    const Counting cutoff{Elapsed, RollEnd::None, std::chrono::hours{16}};
    CHECK(when("2026-11-19", "1 working day", Elapsed, none) == "convention_does_not_fit");
    CHECK(when("2026-11-19", "48 hours", cutoff, none) == "option_does_not_fit");
    CHECK(when("2026-11-19", "48 hours", Counting{Elapsed, RollEnd::Forward}, none) == "option_does_not_fit");
    CHECK(when("2026-11-19", "1 week", Counting{CorrespondingDate, RollEnd::None, {}, AtClose::NextOpen},
               none) == "option_does_not_fit");
}

TEST_CASE("an edition that cannot be is found out") {
    const auto rule = [](Edition edition) {
        const auto fault = find_fault(edition);
        return fault ? fault->rule : "";
    };
    using std::chrono::hours;
    Edition england{"england-and-wales"};
    CHECK(rule(england).empty());
    CHECK(rule(Edition{"wales"}) == "unknown_calendar");
    england.zone = "Europe/Londn";
    CHECK(rule(england) == "unknown_zone");
    england.zone = "Europe/Paris";
    england.hours[1] = {{hours{13}, hours{17}}, {hours{9}, hours{13}}};
    CHECK(rule(england).empty());
    england.hours[1] = {{hours{12}, hours{17}}, {hours{9}, hours{13}}};
    CHECK(rule(england) == "bad_hours");
    england.hours[1] = {{hours{17}, hours{9}}};
    CHECK(rule(england) == "bad_hours");
    england.hours[1] = {{hours{9}, hours{9}}};
    CHECK(rule(england) == "bad_hours");
    england.hours[1] = {{hours{9}, hours{25}}};
    CHECK(rule(england) == "bad_hours");
}

TEST_CASE("the working days until a date are those after today, up to and including it") {
    const auto england = edition("england-and-wales");
    const auto day = [](std::string_view text) { return *parse_date(text); };
    CHECK(working_days_between(england, day("2026-12-24"), day("2026-12-29")) == 1);
    CHECK(working_days_between(england, day("2026-12-24"), day("2026-12-24")) == 0);
    CHECK(working_days_between(england, day("2026-11-23"), day("2026-11-25")) == 2);
    CHECK(working_days_between(england, day("2026-11-25"), day("2026-11-23")) == -2);
}
