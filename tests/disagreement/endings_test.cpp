// What ends a duty, and what does not: settling with one of several, a decision, closing, finding somebody.
#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

const Duty* owed_by(const Duties& all, const std::string& rule, Side side) {
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Duty& duty) { return duty.rule == rule && duty.side == side; });
    return found == all.rend() ? nullptr : &*found;
}

Story at_the_top(std::vector<std::string> to = {"care.worker"}) {
    Story story = raised(std::move(to));
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    return story;
}

}  // namespace

TEST_CASE("ALL-5 whoever proposed what was rejected has not confirmed what is decided later") {
    Story story = at_the_top();
    REQUIRE(story.tell(who("school.head"), Action::ProposeOutcome, {{"outcome", {"o"}}}));
    REQUIRE(story.tell(who("care.head"), Action::RejectOutcome, {{"why", {"w"}}}));
    REQUIRE(story.tell(who("office.chair"), Action::Decide, {{"option", {"end"}}, {"reasons", {"r"}}}));
    const auto all = story.owed();
    REQUIRE(owed_by(all, "confirm", Side::Raising));
    CHECK(is_open(*owed_by(all, "confirm", Side::Raising)));
}

TEST_CASE("ALL-5 whoever proposed what a decision overtook has not confirmed the decision") {
    Story story = at_the_top();
    REQUIRE(story.tell(who("school.head"), Action::ProposeOutcome, {{"outcome", {"o"}}}));
    REQUIRE(story.tell(who("office.chair"), Action::Decide, {{"option", {"end"}}, {"reasons", {"r"}}}));
    CHECK(is_open(*owed_by(story.owed(), "confirm", Side::Raising)));
}

TEST_CASE("ALL-5 whoever proposed or agreed to the outcome that settled it has confirmed it by that, and only to that one") {
    Story story = raised();
    REQUIRE(story.tell(who("school.worker"), Action::ProposeOutcome, {{"outcome", {"first"}}}));
    REQUIRE(story.tell(who("care.worker"), Action::RejectOutcome, {{"why", {"w"}}}));
    REQUIRE(story.tell(who("care.worker"), Action::ProposeOutcome, {{"outcome", {"second"}}}));
    REQUIRE(story.tell(who("school.worker"), Action::ConfirmOutcome));
    REQUIRE(story.state.phase == Phase::Settled);
    const auto all = story.owed();
    CHECK(owed_by(all, "confirm", Side::Raising)->state == DutyState::Done);
    CHECK(owed_by(all, "confirm", Side::Receiving)->state == DutyState::Done);
}

TEST_CASE("ALL-11 what follows is still owed while one agency has settled and the others have not") {
    Story story = at_the_top({"care.worker", "police.worker"});
    REQUIRE(story.tell(who("school.head"), Action::Escalate, up()));
    REQUIRE(story.find("course"));
    REQUIRE(story.tell(who("care.head"), Action::ProposeOutcome, {{"about", {"care"}}, {"outcome", {"o"}}}));
    REQUIRE(story.tell(who("school.head"), Action::ConfirmOutcome, {{"about", {"care"}}}));
    CHECK(is_open(*story.find("course")));
    REQUIRE(story.tell(who("police.head"), Action::ProposeOutcome, {{"about", {"police"}}, {"outcome", {"o"}}}));
    REQUIRE(story.tell(who("school.head"), Action::ConfirmOutcome, {{"about", {"police"}}}));
    CHECK_FALSE(is_open(*story.find("course")));
}

TEST_CASE("closing ends what a stage asked for, and nobody is late with it afterwards") {
    Story story;
    story.pack.stages[2].duties = {rule("answer", policy::What::Respond, {policy::Who::Kind::Receiving}, {}, calendar::Limit{2, calendar::Unit::WorkingDay})};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    for (const auto* post : {"school.worker", "school.manager", "school.head"}) REQUIRE(story.tell(who(post), Action::Escalate, up()));
    REQUIRE(is_open(*story.find("answer")));
    REQUIRE(story.tell(who("office.business-manager"), Action::RecordCourse, {{"course", {"c"}}}));
    REQUIRE(story.tell(who("office.business-manager"), Action::Close));
    CHECK(story.find("answer")->state == DutyState::Lapsed);
    story.now = at("2027-11-19T10:00");
    CHECK_FALSE(story.find("answer")->breached);
}

TEST_CASE("ALL-3 finding somebody for an empty seat is not done by giving away another post") {
    Story story;
    auto head = *story.directory.find_post(PostId("care.head"));
    head.holders.clear();
    story.directory.put(head);
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    REQUIRE(is_open(*story.find("find-post")));
    directory::Post second{PostId("school.deputy"), AgencyId("school"), "head", "deputy head"};
    second.holders = {{PersonId("who school.deputy")}};
    story.directory.put(second);
    REQUIRE(story.tell(who("school.head"), Action::Reassign, {{"from", {"school.head"}}, {"to", {"school.deputy"}}, {"why", {"w"}}}));
    CHECK(is_open(*story.find("find-post")));
    REQUIRE(story.tell(who("office.business-manager"), Action::Reassign,
                       {{"from", {"office.business-manager"}}, {"to", {"care.manager"}}, {"why", {"w"}}}));
    CHECK(story.find("find-post")->state == DutyState::Done);
}

TEST_CASE("ALL-1 what protects the child is recorded at the top and on withdrawing too, as on every step up") {
    Story story = at_the_top();
    const auto recorded = [&] {
        return std::count_if(story.events.begin(), story.events.end(), [](const Event& event) { return event.fact.happening == Happening::ProtectionRecorded; });
    };
    REQUIRE(recorded() == 3);
    REQUIRE(story.tell(who("school.head"), Action::Escalate, up()));
    CHECK(recorded() == 4);
    REQUIRE(story.tell(who("school.head"), Action::Withdraw, {{"why", {"w"}}, {"safe_now", {"no"}}, {"protection", {"p"}}}));
    CHECK(recorded() == 5);
    CHECK(story.state.phase == Phase::Withdrawn);
}

TEST_CASE("ALL-11 by when it is recorded what follows is set by the partnership, where the policy states nothing") {
    Story story = at_the_top({"care.worker"});
    REQUIRE(story.tell(who("school.head"), Action::Escalate, up()));
    const Duty course = *story.find("course");
    CHECK(course.undated == "to be set: the policy states none");
    CHECK(course.nag);
    const std::map<std::string, std::vector<std::string>> date{{"about", {course.id}}, {"date", {"2026-12-01"}}, {"why", {"w"}}};
    REQUIRE(story.tell(who("office.business-manager"), Action::SetDate, date));
    REQUIRE(story.find("course")->due);
    CHECK(calendar::to_iso(story.find("course")->due->date) == "2026-12-01");
}

TEST_CASE("ALL-11 nothing need follow while somebody has still to decide at the same stage") {
    Story story = at_the_top({"care.worker"});
    auto& decision = story.pack.stages[2].decisions.front();
    decision.when = policy::Condition{.op = policy::Condition::Op::Is, .ask = policy::Ask::Happened, .words = {"held:panel"}};
    REQUIRE(story.tell(who("office.chair"), Action::HoldMeeting,
                       {{"about", {"panel"}}, {"members", {"care.head", "police.head", "school.head"}}, {"record", {"r"}}, {"result", {"not-settled"}}, {"no_other_reason", {"n"}}}));
    CHECK_FALSE(story.find("course"));
    REQUIRE(story.tell(who("office.chair"), Action::Decide, {{"option", {"wait"}}, {"reasons", {"r"}}, {"no_other_reason", {"n"}}}));
    REQUIRE(story.find("course"));
    CHECK(is_open(*story.find("course")));
}
