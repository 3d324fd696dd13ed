#include "app/calendars.h"
#include "app/moves.h"
#include "web/browser.h"

using namespace web::testing;

namespace {

const calendar::Date day = *calendar::parse_date("2026-11-18");

app::NewRuling ruling() {
    return {.reading = "counting", .words = "The day after the start is day one", .ruled = {"Chair of the policy group", day}};
}

void adopt(House& house, const std::string& text) {
    REQUIRE(house.world.administration.adopt("riverside", text, "p.yaml", {"Executive group", day}));
}

}  // namespace

TEST_CASE("the page of a policy says which editions were adopted, who approved them, and shows earlier ones") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(shows(teacher.get("/policies/riverside"), "Not said"));
    adopt(house, "trial 3");
    const auto page = teacher.get("/policies/riverside");
    CHECK(shows(page, "Executive group, Wednesday 18 November 2026"));
    CHECK(shows(page, "/policies/riverside?policy=trial&amp;edition=1"));
    const auto earlier = teacher.get("/policies/riverside?policy=trial&edition=1");
    CHECK(earlier.status == 200);
    CHECK(shows(earlier, "This is an earlier edition"));
    CHECK_FALSE(shows(page, "This is an earlier edition"));
    CHECK(teacher.get("/policies/riverside?edition=9").status == 404);
}

TEST_CASE("a ruling stands beside its reading, and on every disagreement that relied on it") {
    House house;
    Browser teacher(house, "teacher");
    const auto reference = house.world.raise();
    const std::string words = "Ruled by Chair of the policy group on Wednesday 18 November 2026: The day after the start is day one";
    CHECK(shows(teacher.get("/policies/riverside"), "Nobody has ruled on it yet"));
    CHECK_FALSE(shows(teacher.get("/disagreements/" + reference), words));
    REQUIRE(house.world.administration.rule_on("riverside", ruling()));
    CHECK(shows(teacher.get("/policies/riverside"), words));
    CHECK_FALSE(shows(teacher.get("/policies/riverside"), "Nobody has ruled on it yet"));
    CHECK(shows(teacher.get("/disagreements/" + reference), words));
    // Also once what relied on it has been done.
    house.world.act("teacher", reference,
                    house.world.command(app::testing::Action::RecordDiscussion, {{"how", "telephone"}, {"summary", "talked"}}));
    CHECK(shows(teacher.get("/disagreements/" + reference), words));
}

TEST_CASE("what was moved says so in its history, with the reason, and leads to the edition it is under") {
    House house;
    auto& world = house.world;
    Browser teacher(house, "teacher");
    const auto reference = world.raise();
    adopt(house, "trial 3");
    CHECK(shows(teacher.get("/disagreements/" + reference), "/policies/riverside?policy=trial&amp;edition=1"));
    app::Moves moves(world.journal, world.installation, world.clock, world.random, world.digests);
    REQUIRE(moves.move({.partnership = "riverside", .edition = "3", .stages = {{"talk", "practitioners"}}, .why = "Agreed by the executive"}));
    const auto page = teacher.get("/disagreements/" + reference);
    CHECK(page.status == 200);
    CHECK(shows(page, "Moved to edition 3 of the policy"));
    CHECK(shows(page, "Agreed by the executive"));
    CHECK_FALSE(shows(page, "edition=1"));
    CHECK_FALSE(shows(page, "somebody no longer known"));
}

TEST_CASE("what was moved to another calendar shows its new date") {
    House house;
    auto& world = house.world;
    Browser teacher(house, "teacher");
    const auto reference = world.raise();
    app::Calendars calendars(world.journal, world.installation, world.administration, world.clock, world.random, world.digests);
    world.clock.pass(std::chrono::minutes{1});
    REQUIRE(calendars.set({.partnership = "riverside", .closed = {{*calendar::parse_date("2026-11-20"), "Offices closed for repairs"}}}));
    CHECK_FALSE(shows(teacher.get("/disagreements/" + reference), "Offices closed for repairs"));
    world.clock.pass(std::chrono::minutes{1});
    REQUIRE(calendars.move_open("riverside", "Nobody is in"));
    const auto page = teacher.get("/disagreements/" + reference);
    CHECK(shows(page, "Moved to the calendar in force then"));
    CHECK(shows(page, "Offices closed for repairs"));
}
