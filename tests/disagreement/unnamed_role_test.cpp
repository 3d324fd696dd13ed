// Nobody acts for a role that nobody has been named for; that somebody must be named is owed at once.
#include "village.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace village;

namespace {

using Kind = policy::Who::Kind;
using Answers = std::map<std::string, std::vector<std::string>>;

const Answers ending_it{{"option", {"end"}}, {"reasons", {"r"}}, {"no_other_reason", {"n"}}};

/// At the top, where the decision is that of `by`.
Story before_decision(const policy::Who& by, bool tiers = true) {
    Story story;
    story.pack.roles = {{"east", "Chair of the East", {}, {"1", {}}}, {"west", "Chair of the West", {}, {"1", {}}}};
    story.pack.stages[2].decisions.front().by = by;
    if (!tiers) story.pack.stages[2].raising = story.pack.stages[2].receiving = "";
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    return story;
}

bool is_permitted(const Story& story, const std::string& post, Action action) {
    const auto all = permitted(story.state, story.setting(), who(post)).permitted;
    return std::ranges::find(all, action, &Permitted::action) != all.end();
}

Answers named(const std::string& role) { return {{"about", {role}}, {"post", {"police.head"}}}; }

}  // namespace

TEST_CASE("ALL-3 no side decides for a role that is still to be named, and naming is owed at once") {
    const policy::Who east{Kind::CaseRole, "east"}, west{Kind::CaseRole, "west"};
    const policy::Who either{.kind = Kind::AnyOf, .parts = {east, west}};
    for (const bool tiers : {true, false}) {
        for (const auto& by : {east, either}) {
            Story story = before_decision(by, tiers);
            for (const std::string post : {"school.worker", "school.manager", "school.head", "care.head", "office.business-manager"}) {
                CHECK_FALSE(is_permitted(story, post, Action::Decide));
                const auto refused = story.ask(who(post), Action::Decide, ending_it);
                REQUIRE_FALSE(refused);
                CHECK(refused.error().rule == "role_not_named");
                CHECK(refused.error().why.find("the Chair of the East") != std::string::npos);
            }
            const Duty* naming = story.find("name-role");
            REQUIRE(naming);
            CHECK(is_open(*naming));
            CHECK(naming->side == Side::Raising);
        }
    }
}

TEST_CASE("ALL-3 once somebody is named for the role, they decide") {
    Story story = before_decision({.kind = Kind::AnyOf, .parts = {{Kind::CaseRole, "east"}, {Kind::CaseRole, "west"}}});
    CHECK(story.find("name-role")->title == "Name the Chair of the East or the Chair of the West");
    REQUIRE(story.tell(who("school.head"), Action::NameRole, named("west")));
    CHECK_FALSE(is_open(*story.find("name-role")));
    CHECK(is_permitted(story, "police.head", Action::Decide));
    CHECK_FALSE(is_permitted(story, "school.head", Action::Decide));
    CHECK(story.tell(who("police.head"), Action::Decide, ending_it));
}

TEST_CASE("a role that is wanted for a stage alone need not be named once the stage is over") {
    Story story = before_decision({Kind::CaseRole, "east"});
    REQUIRE(story.tell(who("care.head"), Action::ProposeOutcome, {{"outcome", {"o"}}}));
    REQUIRE(story.tell(who("school.head"), Action::ConfirmOutcome));
    CHECK_FALSE(is_open(*story.find("name-role")));
}

TEST_CASE("nobody ticks off, calls or fills in for a role that is still to be named") {
    Story story;
    story.pack.roles = {{"chair", "Chair of the meeting", {}, {"1", {}}}};
    const policy::Who chair{Kind::CaseRole, "chair"};
    story.pack.duties.push_back(rule("minute", policy::What::Report, chair, {{Happening::Raised, {}}}));
    story.pack.meetings.push_back({.key = "round", .title = "Round table", .convenor = chair, .source = {"1", {}}});
    story.pack.stages[0].meetings = {"round"};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    const Duty minute = *story.find("minute");
    CHECK(awaits_role(minute));
    CHECK(story.ask(who("school.worker"), Action::Discharge, {{"about", {minute.id}}}).error().rule == "role_not_named");
    CHECK_FALSE(is_permitted(story, "school.worker", Action::Convene));
    REQUIRE(story.tell(who("school.worker"), Action::NameRole, {{"about", {"chair"}}, {"post", {"police.head"}}}));
    CHECK(story.find("minute")->owner == PostId("police.head"));
    CHECK(story.ask(who("police.head"), Action::Discharge, {{"about", {minute.id}}}));
    CHECK(is_permitted(story, "police.head", Action::Convene));
}
