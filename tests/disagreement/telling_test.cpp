// Who hears of what, and what it means that a date has passed.
#include "disagreement/telling.h"

#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

policy::NoticeRule notice(const std::string& key, policy::Fact on, policy::Who to) {
    policy::NoticeRule made;
    made.key = key;
    made.on = {std::move(on)};
    made.to = std::move(to);
    return made;
}

/// Whom that notice went to because of what was told last.
std::vector<std::string> told(Story& story, const std::string& rule, const Actor& actor, Action action,
                              std::map<std::string, std::vector<std::string>> answers) {
    const State before = story.state;
    const Duties owed_before = story.owed();
    const auto done = story.tell(actor, action, std::move(answers));
    REQUIRE_MESSAGE(done, (done ? "" : done.error().why));
    std::vector<std::string> posts;
    for (const auto& one : tellings(before, owed_before, story.state, story.owed(), story.pack)) {
        if (one.rule == rule) posts.push_back(one.to.get());
    }
    return posts;
}

using Posts = std::vector<std::string>;

void let_expire(Story& story, const std::string& id) {
    Actor worker;
    worker.system = true;
    const auto done = story.tell(worker, Action::Expire, {{"about", {id}}});
    REQUIRE_MESSAGE(done, (done ? "" : done.error().why));
}

}  // namespace

TEST_CASE("a notice to whoever did it goes to whoever did it") {
    Story story;
    story.pack.notices = {notice("ack", {Happening::Answered}, {policy::Who::Kind::Author})};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    CHECK(told(story, "ack", who("care.worker"), Action::Answer, {{"answer", {"decline"}}, {"rationale", {"r"}}}) == Posts{"care.worker"});
}

TEST_CASE("a notice to a role that nobody is named for goes to nobody else, and to whoever is named as soon as they are") {
    Story story;
    story.pack.roles = {{.key = "adviser", .title = "Adviser", .source = {"1", {}}}};
    story.pack.notices = {notice("adviser-told", {Happening::Answered}, {policy::Who::Kind::CaseRole, "adviser"})};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    CHECK(told(story, "adviser-told", who("care.worker"), Action::Answer, {{"answer", {"decline"}}, {"rationale", {"r"}}}).empty());
    REQUIRE(story.find("name-role"));
    CHECK(story.find("name-role")->owner == PostId("school.worker"));
    CHECK(told(story, "adviser-told", who("office.business-manager"), Action::NameRole, {{"about", {"adviser"}}, {"post", {"police.head"}}}) == Posts{"police.head"});
    CHECK(story.find("name-role")->state == DutyState::Done);
    CHECK(told(story, "adviser-told", who("care.worker"), Action::Answer, {{"answer", {"in-part"}}, {"rationale", {"r"}}}) == Posts{"police.head"});
}

TEST_CASE("MED-4 a limit that is only aimed at is late when it has passed, and no breach") {
    Story story;
    story.pack.stages[0].duties[0].clock.strength = policy::Strength::Aim;
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    const std::string id = story.find("respond")->id;
    story.now = at("2026-11-24T09:00");
    CHECK(story.find("respond")->overdue);
    CHECK_FALSE(story.find("respond")->breached);
    Actor worker;
    worker.system = true;
    CHECK(story.ask(worker, Action::Expire, {{"about", {id}}}).error().rule == "not_overdue");
    REQUIRE(story.tell(who("care.worker"), Action::Answer, {{"answer", {"decline"}}, {"rationale", {"r"}}}));
    CHECK(story.find("respond")->state == DutyState::DoneLate);
    CHECK_FALSE(story.find("respond")->breached);
}

TEST_CASE("where silence is to be considered, the raising side is asked whether to take it up, until an answer comes") {
    Story story;
    story.pack.stages[0].duties[0].clock.silence = policy::Silence::Consider;
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    const std::string id = story.find("respond")->id;
    story.now = at("2026-11-24T00:00");
    CHECK_FALSE(story.find("consider-taking-up"));
    let_expire(story, id);
    const Duty* asked = story.find("consider-taking-up");
    REQUIRE(asked);
    CHECK(is_open(*asked));
    CHECK(asked->owner == PostId("school.worker"));
    CHECK(asked->source.clause == "1");

    Story waits = story;
    REQUIRE(waits.tell(who("school.worker"), Action::Discharge, {{"about", {asked->id}}, {"note", {"another day"}}}));
    CHECK(waits.find("consider-taking-up")->state == DutyState::Done);
    Story goes_up = story;
    REQUIRE(goes_up.tell(who("school.worker"), Action::Escalate, up()));
    CHECK(goes_up.find("consider-taking-up")->state == DutyState::Done);
    REQUIRE(story.tell(who("care.worker"), Action::Answer, {{"answer", {"decline"}}, {"rationale", {"r"}}}));
    CHECK(story.find("consider-taking-up")->state == DutyState::Lapsed);
    CHECK(story.find("respond")->breached);
}

TEST_CASE("where silence only prompts, nobody is asked to consider anything") {
    Story story = raised();
    const std::string id = story.find("respond")->id;
    story.now = at("2026-11-24T00:00");
    let_expire(story, id);
    CHECK_FALSE(story.find("consider-taking-up"));
}
