// Dates that hold when something happens late, twice, in the wrong order, or not at all.
#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

using calendar::Unit;

std::string due_of(const Duty* duty) { return duty && duty->due ? calendar::to_iso(duty->due->date) : "none"; }

/// Each stage has two working days to settle it.
Story dated(policy::Clock clock = {.limit = {2, Unit::WorkingDay}}) {
    Story story;
    for (auto& stage : story.pack.stages) stage.clock = clock;
    return story;
}

void raise(Story& story, std::vector<std::string> to = {"care.worker"},
           const std::map<std::string, std::vector<std::string>>& more = {}) {
    auto answers = concern(std::move(to));
    answers.insert(more.begin(), more.end());
    const auto raised = story.tell(who("school.worker"), Action::Raise, answers);
    REQUIRE_MESSAGE(raised, (raised ? "" : raised.error().why));
}

policy::Condition danger() { return {.op = policy::Condition::Op::Is, .ask = policy::Ask::Danger, .words = {"yes"}}; }

}  // namespace

TEST_CASE("ALL-1 with several agencies, settling with one leaves the clock running for the others") {
    Story story = dated();
    raise(story, {"care.worker", "police.worker"});
    REQUIRE(story.tell(who("school.worker"), Action::ProposeOutcome, {{"about", {"care"}}, {"outcome", {"o"}}}));
    REQUIRE(story.tell(who("care.worker"), Action::ConfirmOutcome, {{"about", {"care"}}}));
    const Duty* settle = story.find("settle");
    REQUIRE(settle);
    CHECK(settle->state == DutyState::Open);
    CHECK(due_of(settle) == "2026-11-23");
    story.now = at("2027-11-19T10:00");
    CHECK(story.find("settle")->overdue);
}

TEST_CASE("a date that the ladder must fit inside, once passed, leaves a later stage the same day and no more") {
    Story story = dated();
    policy::NamedDate cap{.key = "cap", .title = "Two days in all", .counted = policy::Clock{.limit = {2, Unit::WorkingDay}, .from = {{Happening::Raised, {}}}}, .holds_all = true, .source = {"1", {}}};
    story.pack.dates = {cap};
    raise(story);
    CHECK(due_of(story.find("settle")) == "2026-11-23");
    story.now = at("2026-11-26T09:00");
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    const Duty* settle = story.find("settle");
    CHECK(due_of(settle) == "2026-11-26");
    CHECK_FALSE(settle->overdue);
    CHECK(settle->due->because.front().why.find("had passed") != std::string::npos);
}

TEST_CASE("a stage that opens on silence begins when the limit ended, whenever that was noticed") {
    Story story = dated({.limit = {2, Unit::WorkingDay}, .silence = policy::Silence::NextStage});
    raise(story);
    const auto id = story.find("settle")->id;
    story.now = at("2026-11-25T09:00");
    Actor worker;
    worker.system = true;
    REQUIRE(story.tell(worker, Action::Expire, {{"about", {id}}}));
    CHECK(story.state.visits.size() == 2);
    CHECK(due_of(story.find("settle")) == "2026-11-25");
    CHECK(story.events.back().recorded_at == story.now);
}

TEST_CASE("nobody is late before being told that a stage has opened by itself: it is due that day at the earliest") {
    Story story = dated({.limit = {2, Unit::WorkingDay}, .silence = policy::Silence::NextStage});
    raise(story);
    const auto id = story.find("settle")->id;
    story.now = at("2026-12-01T09:00");
    Actor worker;
    worker.system = true;
    REQUIRE(story.tell(worker, Action::Expire, {{"about", {id}}}));
    const Duty* settle = story.find("settle");
    CHECK(due_of(settle) == "2026-12-01");
    CHECK_FALSE(settle->overdue);
    CHECK(settle->due->because.back().date == calendar::Date{std::chrono::year{2026} / 11 / 25});
    CHECK(story.state.visits.back().opened == at("2026-11-23T23:59:59"));
}

TEST_CASE("a shorter limit that begins to hold later counts from then, and never gives more than there was") {
    policy::Clock clock{.limit = {5, Unit::WorkingDay}};
    clock.cases = {{.when = danger(), .limit = {1, Unit::WorkingDay}}};
    Story story = dated(clock);
    raise(story);
    CHECK(due_of(story.find("settle")) == "2026-11-26");
    story.now = at("2026-11-23T10:00");
    REQUIRE(story.tell(who("school.worker"), Action::DeclareDanger, {{"what", {"w"}}}));
    CHECK(due_of(story.find("settle")) == "2026-11-24");
    CHECK_FALSE(story.find("settle")->overdue);

    Story last_day = dated(clock);
    raise(last_day);
    last_day.now = at("2026-11-26T10:00");
    REQUIRE(last_day.tell(who("school.worker"), Action::DeclareDanger, {{"what", {"w"}}}));
    CHECK(due_of(last_day.find("settle")) == "2026-11-26");
}

TEST_CASE("a longer limit that begins to hold later counts as the first one did") {
    policy::Clock clock{.limit = {2, Unit::WorkingDay}};
    clock.cases = {{.when = danger(), .limit = {8, Unit::WorkingDay}}};
    Story story = dated(clock);
    raise(story);
    story.now = at("2026-11-20T10:00");
    REQUIRE(story.tell(who("school.worker"), Action::DeclareDanger, {{"what", {"w"}}}));
    CHECK(due_of(story.find("settle")) == "2026-12-01");
}

TEST_CASE("an urgent limit counts from when it was said, where the policy states no other, and never beyond one that held before") {
    policy::Clock urgent{.limit = {0, Unit::NoneStated, {}}};
    urgent.cases = {{.when = danger(), .limit = {1, Unit::WorkingDay}}};
    Story story = dated(urgent);
    raise(story);
    CHECK(due_of(story.find("settle")) == "none");
    story.now = at("2026-11-25T10:00");
    REQUIRE(story.tell(who("school.worker"), Action::DeclareDanger, {{"what", {"w"}}}));
    CHECK(due_of(story.find("settle")) == "2026-11-26");
    CHECK_FALSE(story.find("settle")->overdue);

    policy::Clock either = urgent;
    either.cases.push_back({.when = {.op = policy::Condition::Op::Not, .parts = {danger()}}, .limit = {4, Unit::WorkingDay}});
    Story last_day = dated(either);
    raise(last_day);
    CHECK(due_of(last_day.find("settle")) == "2026-11-25");
    last_day.now = at("2026-11-25T10:00");
    REQUIRE(last_day.tell(who("school.worker"), Action::DeclareDanger, {{"what", {"w"}}}));
    CHECK(due_of(last_day.find("settle")) == "2026-11-25");
}

TEST_CASE("hours on the clock that end in an hour that occurs twice, or never, still have an end") {
    for (const std::string started : {"2026-10-24T01:30", "2027-03-27T01:30"}) {
        CAPTURE(started);
        Story story = dated({.limit = {24, Unit::Hour}, .convention = calendar::Convention::WallClock});
        story.now = at(started);
        raise(story);
        const Duty* settle = story.find("settle");
        REQUIRE(settle->due);
        CHECK(settle->due->at == story.now + std::chrono::hours{24});
        CHECK(settle->due->because.back().why.find("hours of real time") != std::string::npos);
    }
}

TEST_CASE("a date that is set later does not make late what was done before") {
    Story story = dated({.limit = {5, Unit::WorkingDay}, .no_later_than = {"meeting"}});
    story.pack.dates = {{.key = "meeting", .title = "The meeting", .by = {policy::Who::Kind::Raising}, .source = {"1", {}}}};
    raise(story);
    story.now = at("2026-11-20T10:00");
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.worker"), Action::SetDate, {{"about", {"meeting"}}, {"date", {"2026-11-19"}}, {"why", {"w"}}}));
    const auto all = story.owed();
    const auto first = std::ranges::find(all, "settle", &Duty::rule);
    CHECK(first->state == DutyState::Done);
    CHECK(due_of(&*first) == "2026-11-26");
}

TEST_CASE("MED-2 a time that both sides are to agree is recorded once the other side accepts it") {
    Story story = dated({.limit = {0, Unit::AsAgreed, {}}});
    raise(story);
    const std::map<std::string, std::vector<std::string>> date{{"date", {"2026-11-25"}}, {"why", {"w"}}};
    const auto unsaid = story.ask(who("school.worker"), Action::SetDate, date);
    REQUIRE_FALSE(unsaid);
    CHECK(unsaid.error().field == "accepted");
    auto refused = date, accepted = date;
    refused["accepted"] = {"no"};
    accepted["accepted"] = {"yes"};
    CHECK(story.ask(who("school.worker"), Action::SetDate, refused).error().rule == "not_accepted");
    REQUIRE(story.tell(who("school.worker"), Action::SetDate, accepted));
    CHECK(due_of(story.find("settle")) == "2026-11-25");
}
