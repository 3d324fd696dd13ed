#include "calendar/limit.h"

#include "laws.h"

using namespace calendar;

namespace {

std::string why(std::string_view text) {
    const auto limit = parse_limit(text);
    REQUIRE_FALSE(limit.has_value());
    return limit.error().why;
}

}  // namespace

TEST_CASE("a limit is read as a policy words it") {
    CHECK(parse_limit("5 working days") == Limit{5, Unit::WorkingDay});
    CHECK(parse_limit("1 working day") == Limit{1, Unit::WorkingDay});
    CHECK(parse_limit("48 hours") == Limit{48, Unit::Hour});
    CHECK(parse_limit(" 2  weeks ") == Limit{2, Unit::Week});
    CHECK(parse_limit("10 calendar days") == Limit{10, Unit::CalendarDay});
    CHECK(parse_limit("-3 months") == Limit{-3, Unit::Month});
    CHECK(parse_limit("90 working minutes") == Limit{90, Unit::WorkingMinute});
    CHECK(parse_limit("Same working day") == Limit{0, Unit::SameWorkingDay});
    CHECK(parse_limit("same day") == Limit{0, Unit::SameDay});
    CHECK(parse_limit("next meeting of learning-lessons-subgroup") ==
          Limit{0, Unit::NextMeeting, "learning-lessons-subgroup"});
    CHECK(parse_limit("as agreed") == Limit{0, Unit::AsAgreed});
    CHECK(parse_limit("set for the case") == Limit{0, Unit::SetForTheCase});
    CHECK(parse_limit("none stated") == Limit{0, Unit::NoneStated});
    CHECK(parse_limit("in words: without delay") == Limit{0, Unit::InWords, "without delay"});
}

TEST_CASE("a limit that leaves open what it means is refused, with a remedy") {
    CHECK(why("5") == "'5' has no unit: say '5 working days' or '5 hours'");
    CHECK(why("5 days") == "'5 days' leaves open which days count: say working days or calendar days");
    CHECK(why("5 wroking days") == "'wroking days' is no unit: did you mean 'working day'?");
    CHECK(why("1.5 hours").starts_with("'1.5 hours' is a fraction"));
    CHECK(why("99999999999 hours").starts_with("'99999999999 hours' has no usable number"));
    CHECK(why("-2147483648 hours").starts_with("'-2147483648 hours' has no usable number"));
    CHECK(why("five working days").starts_with("'five working days' is not a limit"));
    CHECK(why("-").starts_with("'-' has no usable number"));
    CHECK(why("next meeting of ").starts_with("'next meeting of' is not a limit"));
    CHECK(why("in words:").starts_with("'in words:' is not a limit"));
    CHECK(why("").starts_with("the limit is empty"));
}

TEST_CASE("a fraction and a no-break space are refused by their names") {
    const auto why = [](std::string_view limit) {
        const auto read = calendar::parse_limit(limit);
        return read ? std::string{} : read.error().why;
    };
    CHECK(why("1.5 working days").find("'1.5 working days' is a fraction; a limit is a whole number") == 0);
    CHECK(why("2,5 weeks").find("is a fraction") != std::string::npos);
    CHECK(why("5\xC2\xA0working days").find("holds a no-break space, as word processors write it") != std::string::npos);
    CHECK(why("5 working\xE2\x80\xAF" "days").find("holds a no-break space") != std::string::npos);
    CHECK(why("in words: without delay, 1.5 days at most").empty());
}

TEST_CASE("only a limit that is counted gives a date by itself") {
    CHECK(is_dated({5, Unit::WorkingDay}));
    CHECK(is_dated({0, Unit::SameDay}));
    CHECK_FALSE(is_dated({0, Unit::AsAgreed}));
    CHECK_FALSE(is_dated({0, Unit::NextMeeting, "board"}));
    CHECK_FALSE(is_dated({0, Unit::InWords, "without delay"}));
    CHECK_FALSE(is_dated({0, Unit::NoneStated}));
    CHECK_FALSE(is_dated({0, Unit::SetForTheCase}));
}

TEST_CASE("a convention that does not fit a unit is refused, and those that fit are named") {
    const auto refused = fitting(Convention::Elapsed, Unit::WorkingDay);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().rule == "convention_does_not_fit");
    CHECK(refused.error().why ==
          "elapsed does not fit the unit working_day; these do: next_working_day_is_day_one, "
          "roll_start_forward, roll_start_backward, start_is_day_one");
    CHECK(fitting(Convention::CorrespondingDate, Unit::Month) == Convention::CorrespondingDate);
    CHECK_FALSE(fitting(Convention::CorrespondingDate, Unit::CalendarDay).has_value());
    CHECK_FALSE(fitting(Convention::DayAfterStartIsDayOne, Unit::WorkingDay).has_value());
    CHECK_FALSE(fitting(Convention::ClockRunsInHours, Unit::Hour).has_value());
}

TEST_CASE("conventions and units have one name each") {
    CHECK(parse_convention("wall_clock") == Convention::WallClock);
    CHECK(to_text(Convention::NextWorkingDayIsDayOne) == "next_working_day_is_day_one");
    CHECK(parse_convention("elapse").error().why == "'elapse' is no convention: did you mean 'elapsed'?");
    CHECK(parse_unit("working_minute") == Unit::WorkingMinute);
    CHECK(parse_unit("working_days").error().why == "'working_days' is no unit: did you mean 'working_day'?");
    CHECK_FALSE(parse_unit("as_agreed").has_value());
}

TEST_CASE("a limit reads back from its own words") {
    laws::holds("parse_limit undoes to_text", [] {
        Limit limit{*rc::gen::inRange(-n_max, n_max + 1),
                    *rc::gen::element(Unit::Hour, Unit::WorkingHour, Unit::WorkingMinute, Unit::WorkingDay,
                                      Unit::CalendarDay, Unit::Week, Unit::Month)};
        RC_ASSERT(parse_limit(to_text(limit)) == limit);
        for (const Limit& fixed : {Limit{0, Unit::SameDay}, Limit{0, Unit::NextMeeting, "the board"},
                                   Limit{0, Unit::InWords, "at once"}, Limit{0, Unit::AsAgreed}}) {
            RC_ASSERT(parse_limit(to_text(fixed)) == fixed);
        }
    });
}
