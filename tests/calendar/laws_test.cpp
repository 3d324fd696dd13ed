#include "laws.h"

#include "calendar/local_time.h"

using namespace calendar;
using namespace std::chrono;
using enum calendar::Convention;

namespace {

Date any_day() {
    return Date{2012y / 1 / 1} + days{*rc::gen::inRange(0, 6200)};
}

base::Moment any_moment() {
    return any_day() + minutes{*rc::gen::inRange(0, 1440)};
}

Edition any_edition() {
    Edition edition{*rc::gen::element<std::string>("england-and-wales", "scotland", "northern-ireland",
                                                   "uk-any", "none")};
    for (int i = *rc::gen::inRange(0, 40); i > 0; --i) edition.closed.emplace(any_day(), "closed");
    for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
        const Date day = any_day();
        if (!edition.closed.contains(day)) edition.reopened.insert(day);
    }
    for (unsigned day = 1; day <= 5; ++day) {
        const int from = *rc::gen::inRange(6, 12);
        edition.hours[day] = {{hours{from}, hours{from + *rc::gen::inRange(1, 10)}}};
    }
    return edition;
}

Limit any_limit(int least, int most) {
    return {*rc::gen::inRange(least, most + 1),
            *rc::gen::element(Unit::WorkingDay, Unit::CalendarDay, Unit::Week, Unit::Month, Unit::Hour,
                              Unit::WorkingHour, Unit::WorkingMinute)};
}

Counting any_counting(const Limit& limit) {
    Counting counting{*rc::gen::elementOf(conventions_for(limit.unit))};
    const bool whole =
        limit.unit == Unit::CalendarDay || limit.unit == Unit::Week || limit.unit == Unit::Month;
    if (whole) counting.roll_end = *rc::gen::element(RollEnd::None, RollEnd::Forward, RollEnd::Backward);
    return counting;
}

}  // namespace

TEST_CASE("law: who starts later is never due earlier") {
    laws::holds("due is monotone in the start", [] {
        const auto edition = any_edition();
        const auto limit = any_limit(0, 60);
        const auto counting = any_counting(limit);
        const auto early = any_moment();
        const auto late = early + minutes{*rc::gen::inRange(0, 20'000)};
        const auto first = due(early, limit, counting, edition), second = due(late, limit, counting, edition);
        RC_PRE(first.has_value() && second.has_value());
        RC_ASSERT(first->at <= second->at);
    });
}

TEST_CASE("law: a longer limit is never due earlier, and none is due before it starts") {
    laws::holds("due is monotone in n", [] {
        const auto edition = any_edition();
        auto limit = any_limit(1, 60);
        auto counting = any_counting(limit);
        counting.roll_end = RollEnd::None;
        const auto start = any_moment();
        const auto first = due(start, limit, counting, edition);
        limit.n += *rc::gen::inRange(0, 60);
        const auto second = due(start, limit, counting, edition);
        RC_PRE(first.has_value() && second.has_value());
        RC_ASSERT(first->at <= second->at);
        RC_ASSERT(counting.convention == RollStartBackward || first->at >= start);
    });
}

TEST_CASE("law: a newly closed day never brings a date forward") {
    laws::holds("closing a day never shortens", [] {
        auto edition = any_edition();
        const auto limit = any_limit(1, 60);
        auto counting = any_counting(limit);
        // A start or an end that rolls back may well come earlier when a day is closed.
        RC_PRE(counting.convention != RollStartBackward);
        if (counting.roll_end == RollEnd::Backward) counting.roll_end = RollEnd::Forward;
        const auto start = any_moment();
        const auto before = due(start, limit, counting, edition);
        const Date day = local_date(start, edition.zone) + days{*rc::gen::inRange(0, 90)};
        edition.reopened.erase(day);
        edition.closed.emplace(day, "newly closed");
        const auto after = due(start, limit, counting, edition);
        RC_PRE(before.has_value() && after.has_value());
        RC_ASSERT(after->at >= before->at);
    });
}

TEST_CASE("law: n working days on and n back returns to a working start") {
    laws::holds("+n then -n is the identity on working days", [] {
        const auto edition = any_edition();
        const Date day = any_day();
        RC_PRE(!why_not_working(edition, day).has_value());
        const int n = *rc::gen::inRange(1, 200);
        const auto there =
            due(start_of_day(day, edition.zone), {n, Unit::WorkingDay}, NextWorkingDayIsDayOne, edition);
        RC_ASSERT(there.has_value());
        const auto back = due(there->at, {-n, Unit::WorkingDay}, NextWorkingDayIsDayOne, edition);
        RC_ASSERT(back.has_value());
        RC_ASSERT(back->date == day);
        RC_ASSERT(working_days_between(edition, day, there->date) == n);
    });
}

TEST_CASE("law: a limit can be served in two parts") {
    laws::holds("n + m working days is m after n", [] {
        const auto edition = any_edition();
        const auto start = any_moment();
        const int n = *rc::gen::inRange(1, 50), m = *rc::gen::inRange(1, 50);
        const auto first = due(start, {n, Unit::WorkingDay}, NextWorkingDayIsDayOne, edition);
        RC_ASSERT(first.has_value());
        RC_ASSERT(due(first->at, {m, Unit::WorkingDay}, NextWorkingDayIsDayOne, edition)->date ==
                  due(start, {n + m, Unit::WorkingDay}, NextWorkingDayIsDayOne, edition)->date);
    });
}

TEST_CASE("law: the strip counts exactly n days, gives a reason for every row, and leads to the date") {
    laws::holds("because counts |n| days", [] {
        const auto edition = any_edition();
        const Limit limit{*rc::gen::inRange(-60, 61),
                          *rc::gen::element(Unit::WorkingDay, Unit::CalendarDay, Unit::Month)};
        const auto answer = due(any_moment(), limit, any_counting(limit), edition);
        RC_ASSERT(answer.has_value());
        int counted = 0;
        for (const auto& reason : answer->because) {
            RC_ASSERT(!reason.why.empty());
            counted += reason.counted ? 1 : 0;
            if (reason.counted && limit.unit == Unit::WorkingDay) {
                RC_ASSERT(!why_not_working(edition, reason.date).has_value());
            }
        }
        RC_ASSERT(counted == std::abs(limit.n));
        RC_ASSERT(answer->because.back().date == answer->date);
    });
}

TEST_CASE("law: a limit in working days ends on a working day, and so does an end that rolls") {
    laws::holds("ends are working days", [] {
        const auto edition = any_edition();
        const auto limit = any_limit(-60, 60);
        auto counting = any_counting(limit);
        RC_PRE(limit.n != 0 && (limit.unit == Unit::WorkingDay || counting.roll_end != RollEnd::None));
        const auto answer = due(any_moment(), limit, counting, edition);
        RC_ASSERT(answer.has_value());
        RC_ASSERT(!why_not_working(edition, answer->date).has_value());
    });
}
