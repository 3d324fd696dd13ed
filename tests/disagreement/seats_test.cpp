// Who sits where: posts that nobody holds are passed over, and what was reassigned stays so for what was open.
#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

void vacate(Story& story, const std::string& id) {
    auto post = *story.directory.find_post(PostId(id));
    post.holders.clear();
    story.directory.put(post);
}

void add_post(Story& story, const std::string& agency, const std::string& name, const std::string& kind) {
    directory::Post post{PostId(agency + "." + name), AgencyId(agency), kind, name};
    post.holders = {{PersonId("who " + post.id.get())}};
    story.directory.put(std::move(post));
}

}  // namespace

TEST_CASE("an agency's own post of a kind is one that somebody holds, where there is one") {
    Story story;
    story.pack.duties.push_back(rule("nurse", policy::What::Inform, {policy::Who::Kind::ReceivingAgency, "nurse"}, {{Happening::Raised}}));
    add_post(story, "care", "nurse1", "nurse");
    add_post(story, "care", "nurse2", "nurse");
    vacate(story, "care.nurse1");
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    CHECK(story.find("nurse")->owner == PostId("care.nurse2"));
}

TEST_CASE("an office of the partnership is one that somebody holds who may know of it, where there is one") {
    Story story;
    add_post(story, "office", "business-manager2", "business-manager");
    story.excluded = {PersonId("who office.business-manager")};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    CHECK(story.state.offices.at("business-manager") == PostId("office.business-manager2"));
}

TEST_CASE("ALL-1 nothing is raised where the partnership has no post that keeps its business: somebody must always act") {
    Story story;
    for (const auto* post : {"office.business-manager", "office.chair"}) story.directory.remove(PostId(post));
    const auto no = story.ask(who("school.worker"), Action::Raise, concern({"care.worker"}));
    REQUIRE_FALSE(no);
    CHECK(no.error().rule == "nobody_fills");
}

TEST_CASE("ALL-3 nothing is reassigned to a post that nobody holds, or only somebody who must not know of it") {
    Story story = raised();
    add_post(story, "care", "second", "worker");
    const auto reassign = [&] {
        return story.ask(who("care.worker"), Action::Reassign, {{"from", {"care.worker"}}, {"to", {"care.second"}}, {"why", {"w"}}});
    };
    CHECK(reassign());
    story.excluded = {PersonId("who care.second")};
    CHECK(reassign().error().rule == "nobody_fills");
    story.excluded.clear();
    vacate(story, "care.second");
    CHECK(reassign().error().rule == "nobody_fills");
}

TEST_CASE("ALL-3 nobody names for a role a post that nobody holds") {
    Story story = raised();
    story.pack.roles = {{.key = "adviser", .title = "Adviser", .source = {"1", {}}}};
    const auto name = [&] {
        return story.ask(who("office.business-manager"), Action::NameRole, {{"about", {"adviser"}}, {"post", {"police.head"}}});
    };
    CHECK(name());
    vacate(story, "police.head");
    CHECK(name().error().rule == "nobody_fills");
}

TEST_CASE("what was reassigned below stays so for what is open there; a later stage falls on the post chosen then") {
    Story story;
    story.pack.duties.push_back(rule("written", policy::What::Inform, {policy::Who::Kind::Receiving}, {{Happening::Raised}}));
    story.pack.duties.back().survives = true;
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    add_post(story, "care", "second", "worker");
    REQUIRE(story.tell(who("care.worker"), Action::Reassign, {{"from", {"care.worker"}}, {"to", {"care.second"}}, {"why", {"w"}}}));
    CHECK(story.find("written")->owner == PostId("care.second"));
    REQUIRE(story.tell(who("care.second"), Action::Answer, {{"answer", {"decline"}}, {"rationale", {"r"}}}));
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    // At the top of this village the tier is the practitioner's own again.
    story.pack.stages[2].receiving = "worker";
    story.pack.stages[2].duties = {rule("top-answer", policy::What::Respond, {policy::Who::Kind::Receiving}, {})};
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    const PostId seat = find_visit(story.state)->receiving.at(AgencyId("care")).post;
    CHECK(seat == PostId("care.worker"));
    CHECK(story.find("top-answer")->owner == seat);
    CHECK(story.find("written")->owner == PostId("care.second"));
}
