#include "calendar/local_time.h"
#include "policy/describe.h"
#include "policy/wording.h"

#include <doctest/doctest.h>

using namespace policy;
using calendar::Unit;

namespace {

Stage stage(const std::string& key, calendar::Limit limit) {
    Stage made;
    made.key = key;
    made.label = key;
    made.title = "Talk";
    made.clock = Clock{std::move(limit)};
    made.clock_source = {"4"};
    return made;
}

Pack pack_of(std::vector<Stage> stages) {
    Pack pack;
    pack.stages = std::move(stages);
    return pack;
}

const calendar::Edition england{.key = "england-and-wales"};

base::Moment at(const std::string& local) {
    return *calendar::parse_moment(local, "Europe/London");
}

}  // namespace

TEST_CASE("each stage opens when the one before falls due, and its dates skip Christmas") {
    const auto rows =
        timetable(pack_of({stage("one", {1, Unit::WorkingDay}), stage("two", {5, Unit::WorkingDay})}),
                  england, at("2026-12-17T10:00"));
    REQUIRE(rows.size() == 2);
    CHECK(calendar::to_iso(rows[0].due->date) == "2026-12-18");
    CHECK(rows[1].opens == rows[0].due->at);
    CHECK(calendar::to_iso(rows[1].due->date) == "2026-12-29");
    CHECK(rows[1].limit == "5 working days");
    CHECK(rows[1].clause == "4");
    CHECK_FALSE(rows[1].due->because.empty());
}

TEST_CASE("a stage without a date takes no time, and those after it say that its time comes on top") {
    const auto rows =
        timetable(pack_of({stage("one", {0, Unit::SetForTheCase}), stage("two", {1, Unit::WorkingDay})}),
                  england, at("2026-11-19T10:00"));
    CHECK_FALSE(rows[0].due.has_value());
    CHECK(rows[0].limit == "set for the case");
    CHECK(calendar::to_iso(rows[1].due->date) == "2026-11-20");
    CHECK(rows[1].notes == std::vector<std::string>{"the time taken at one comes on top"});
}

TEST_CASE("the next meeting of a body has a date once the partnership has entered one") {
    const auto pack = pack_of({stage("one", {0, Unit::NextMeeting, "board"})});
    const auto without = timetable(pack, england, at("2026-11-19T10:00"));
    CHECK_FALSE(without[0].due.has_value());
    CHECK_FALSE(without[0].notes.empty());
    auto dated = england;
    dated.meetings["board"] = {*calendar::parse_date("2026-12-02")};
    CHECK(calendar::to_iso(timetable(pack, dated, at("2026-11-19T10:00"))[0].due->date) == "2026-12-02");
}

TEST_CASE("the timetable begins at the first start without a condition") {
    auto pack = pack_of({stage("informal", {0, Unit::AsAgreed}), stage("one", {1, Unit::WorkingDay})});
    pack.starts = {{"informal", Condition{Condition::Op::Is, Ask::Danger, {"yes"}}}, {"one"}, {"informal"}};
    const auto rows = timetable(pack, england, at("2026-11-19T10:00"));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].stage == "one");
}

TEST_CASE("a clock that starts at a fact is said to be counted from the opening") {
    auto pack = pack_of({stage("one", {1, Unit::WorkingDay})});
    pack.stages[0].clock->from = {Fact{Happening::Contacted}};
    pack.stages[0].repeats = Repeat{2};
    CHECK(timetable(pack, england, at("2026-11-19T10:00"))[0].notes.size() == 2);
}

TEST_CASE("conditions, facts and people are said in words") {
    Pack pack;
    pack.tiers = {{"manager", "Line manager"}};
    CHECK(in_words(Who{Who::Kind::Raising, "manager"}, pack) == "the raising side's Line manager");
    CHECK(in_words(Who{Who::Kind::Partnership, "business-manager"}, pack) ==
          "the partnership's business manager");
    CHECK(in_words(Who{Who::Kind::Above, "raiser"}, pack) == "whoever the person who raised it reports to");
    CHECK(in_words(Fact{Happening::FormSubmitted, "notice"}) == "form submitted (notice)");
    CHECK(in_words(Source{"5", "day"}) == "clause 5, reading day");
    CHECK(in_words(Source{}).empty());
    const Condition danger{Condition::Op::Is, Ask::Danger, {"yes"}};
    const Condition standing{Condition::Op::Is, Ask::Standing, {"looked-after", "child-in-need"}};
    CHECK(in_words(Condition{.op = Condition::Op::Any, .parts = {danger, standing}}) ==
          "immediate danger is declared or the standing is looked after or child in need");
    CHECK(in_words(Condition{.op = Condition::Op::Not, .parts = {danger}}) ==
          "not (immediate danger is declared)");
    CHECK(in_words(Condition{}) == "always");
    Clock clock{{5, Unit::WorkingDay}};
    clock.strength = Strength::Aim;
    clock.from = {Fact{Happening::Contacted}};
    CHECK(in_words(clock) == "within 5 working days from contacted, as an aim");
}

TEST_CASE("dates that people set, or that are counted from later, are said by their titles and shorten nothing yet") {
    auto pack = pack_of({stage("one", {5, Unit::WorkingDay}), stage("two", {5, Unit::WorkingDay})});
    pack.dates = {{.key = "hearing", .title = "The court hearing", .by = {Who::Kind::Both}, .holds_all = true},
                  {.key = "core", .title = "The core group", .by = {Who::Kind::Both}}};
    pack.stages[1].clock->no_later_than = {"core"};
    const auto rows = timetable(pack, england, at("2026-11-19T10:00"));
    CHECK(rows[0].notes == std::vector<std::string>{"never later than the date 'The court hearing', once it is set"});
    CHECK(rows[1].notes.size() == 2);
    CHECK(rows[1].notes.back() == "never later than the date 'The core group', once it is set");
    CHECK(calendar::to_iso(rows[0].due->date) == "2026-11-26");
}

TEST_CASE("a record that is no disagreement takes no date from a cap of the ladder") {
    auto pack = pack_of({stage("one", {5, Unit::WorkingDay}), stage("praise", calendar::Limit{})});
    pack.stages[1].clock.reset();
    pack.dates = {{.key = "cap", .title = "Two months", .counted = Clock{.limit = {40, Unit::WorkingDay}, .from = {Fact{Happening::Raised}}}, .holds_all = true}};
    pack.routes = {{.key = "good", .title = "Good practice", .stages = {"praise"}, .disagreement = false}, {.key = "all", .title = "All others", .stages = {"one"}}};
    const auto rows = timetable(pack, england, at("2026-11-19T10:00"));
    REQUIRE(rows.size() == 2);
    CHECK_FALSE(rows[0].due.has_value());
    CHECK(rows[1].due.has_value());
}

TEST_CASE("a policy's own titles stand for its keys, in clocks, facts, limits and actions") {
    Pack pack;
    pack.steps = {{.key = "notice", .title = "Give notice"}};
    pack.forms = {{.key = "notice", .title = "The notice form"}};
    pack.dates = {{.key = "core-group", .title = "The next core group"}};
    pack.bodies = {{"board", "The board"}};
    pack.scope.subjects.words = {{"unborn", "An unborn baby"}};
    CHECK(in_words(Fact{Happening::StepTaken, "notice"}, pack) == "step taken ('Give notice')");
    CHECK(in_words(Fact{Happening::FormSubmitted, "notice"}, pack) == "form submitted ('The notice form')");
    CHECK(in_words(Fact{Happening::FormSubmitted, "gone"}, pack) == "form submitted (gone)");
    Clock clock{{3, Unit::WorkingDay}};
    clock.no_later_than = {"core-group"};
    clock.cases = {{Condition{.op = Condition::Op::Is, .ask = Ask::Subject, .words = {"unborn"}}, {0, Unit::SameDay}}};
    CHECK(in_words(clock, pack) == "within 3 working days; same day where it is about: 'An unborn baby'; never later than the date 'The next core group'");
    CHECK(in_words(calendar::Limit{0, Unit::NextMeeting, "board"}, pack) == "next meeting of: The board");
    CHECK(action_in_words("take_step:notice", pack) == "take step 'Give notice'");
    CHECK(action_in_words("go_up_the_line", pack) == "go up the line");
    CHECK(describe(pack).find("core-group") == std::string::npos);
}
