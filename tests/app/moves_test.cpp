#include "app/moves.h"

#include <algorithm>

#include "app/rebuild.h"
#include "app/world.h"

using namespace app;
using namespace app::testing;
using Kind = DutyChange::Kind;

namespace {

struct Office : World {
    Moves moves{journal, installation, clock, random, digests};

    MoveOrder to_third(const std::vector<std::string>& references = {}) const {
        return {.partnership = "riverside",
                .references = references,
                .edition = "3",
                .stages = {{"talk", "practitioners"}},
                .why = canary_words + ": the third edition was agreed"};
    }

    void adopt(const std::string& text) {
        REQUIRE(administration.adopt("riverside", text, "p.yaml"));
    }

    std::vector<store::Notice> notices(const std::string& rule) const {
        auto all = ledger.pending_notices(1000);
        std::erase_if(all, [&](const auto& notice) {
            return notice.body.find("\"rule\":\"" + rule + "\"") == std::string::npos;
        });
        return all;
    }
};

const DutyChange* find_change(const Placed& placed, const std::string& rule) {
    const auto found = std::ranges::find(placed.changes, rule, &DutyChange::rule);
    return found == placed.changes.end() ? nullptr : &*found;
}

std::string day(const std::optional<calendar::Due>& due) {
    return due ? calendar::to_iso(due->date) : "";
}

std::string due_row(const World& w, const std::string& rule) {
    for (const auto& row : w.ledger.rows({.view = "due", .limit = 1000})) {
        if (row.body.find("\"rule\":\"" + rule + "\"") != std::string::npos) return row.sort;
    }
    return {};
}

}  // namespace

TEST_CASE("what is under way keeps its edition when another is adopted; what is raised then has the new one") {
    Office w;
    const auto old = w.raise();
    w.adopt("trial 3");
    const auto fresh = w.raise();
    CHECK(w.dossier(old).pack->identity.edition == "1");
    CHECK(w.dossier(fresh).pack->identity.edition == "3");
    w.act("teacher", old, w.escalating());
    const auto dossier = w.dossier(old);
    CHECK(disagreement::find_visit(dossier.state)->stage == "managers");
    CHECK(std::ranges::find(dossier.duties, "alert", &disagreement::Duty::rule) != dossier.duties.end());
}

TEST_CASE("nothing is moved to an edition before its first day, in a dry run neither") {
    Office w;
    const auto reference = w.raise();
    w.adopt("trial 9 from 2027-01-01");
    auto order = w.to_third();
    order.edition = "9";
    order.stages.clear();
    for (const auto& tried : {w.moves.preview(order), w.moves.move(order)}) {
        REQUIRE_FALSE(tried);
        CHECK(tried.error().front().what.find("holds from Friday 1 January 2027") != std::string::npos);
    }
    CHECK(w.dossier(reference).pack->identity.edition == "1");
}

TEST_CASE("a dry run says where each would stand, and which dates would move, and moves nothing") {
    Office w;
    const auto reference = w.raise();
    w.adopt("trial 3");
    const auto before = w.ledger.head();
    const auto placed = w.moves.preview(w.to_third());
    REQUIRE(placed);
    REQUIRE(placed->size() == 1);
    CHECK(placed->front().reference == reference);
    CHECK(placed->front().edition == "1");
    CHECK(placed->front().no_place.empty());
    const auto* discuss = find_change(placed->front(), "discuss");
    REQUIRE(discuss);
    CHECK(discuss->kind == Kind::Date);
    CHECK(day(discuss->before) == "2026-11-20");
    CHECK(day(discuss->after) == "2026-11-24");
    CHECK(discuss->owner == PostId("school.teacher"));
    CHECK(w.ledger.head() == before);
    CHECK(w.dossier(reference).pack->identity.edition == "1");
}

TEST_CASE("what is moved stands under the new edition: duties, lists and notices alike") {
    Office w;
    const auto reference = w.raise();
    CHECK(due_row(w, "discuss") == "2026-11-20T23:59:59Z");
    w.adopt("trial 3");
    const auto moved = w.moves.move(w.to_third());
    REQUIRE(moved);
    CHECK(moved->size() == 1);
    const auto dossier = w.dossier(reference);
    CHECK(dossier.pack->identity.edition == "3");
    CHECK(disagreement::find_visit(dossier.state)->stage == "practitioners");
    CHECK(dossier.state.history.back().event.fact.happening == policy::Happening::Moved);
    CHECK(due_row(w, "discuss") == "2026-11-24T23:59:59Z");

    const auto told = w.notices("date-moved");
    REQUIRE_FALSE(told.empty());
    CHECK(told.front().recipient == "post/school.teacher");
    CHECK(told.front().body.find("\"due\":\"2026-11-24T23:59:59Z\"") != std::string::npos);
    CHECK(told.front().body.find("\"was\":\"2026-11-20T23:59:59Z\"") != std::string::npos);
    CHECK(told.front().body.find(canary_words) == std::string::npos);
}

TEST_CASE("after a move people go on under the new edition, and a rebuild gives the same lists") {
    Office w;
    const auto reference = w.raise();
    w.adopt("trial 3");
    REQUIRE(w.moves.move(w.to_third({reference})));
    w.act("teacher", reference, w.escalating());
    const auto duties = w.dossier(reference).duties;
    CHECK(std::ranges::find(duties, "minute", &disagreement::Duty::rule) != duties.end());
    CHECK(std::ranges::find(duties, "alert", &disagreement::Duty::rule) == duties.end());
    const auto before = w.rows("work");
    CHECK(rebuild(w.journal, w.installation) == 1);
    CHECK(w.rows("work") == before);
    CHECK_FALSE(w.ledger.verify({}).broken);
}

TEST_CASE("duties of the old edition fall away and those of the new one appear, each with its owner told") {
    Office w;
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    w.adopt("trial 3");
    const auto moved = w.moves.move(w.to_third());
    REQUIRE(moved);
    REQUIRE(find_change(moved->front(), "alert"));
    CHECK(find_change(moved->front(), "alert")->kind == Kind::Gone);
    REQUIRE(find_change(moved->front(), "minute"));
    CHECK(find_change(moved->front(), "minute")->kind == Kind::New);
    CHECK(day(find_change(moved->front(), "respond")->after) == "2026-11-24");
    CHECK(moved->front().stage_after.starts_with("Stage 2"));
    CHECK(w.notices("minute").size() == 1);
}

TEST_CASE("where something has no place in the new edition, nothing at all is moved") {
    Office w;
    const auto first = w.raise();
    const auto second = w.raise();
    w.adopt("trial 3");
    auto order = w.to_third();
    order.stages.clear();
    const auto placed = w.moves.preview(order);
    REQUIRE(placed);
    REQUIRE(placed->size() == 2);
    CHECK(placed->front().no_place.front().what == "stage 'talk' has no place in the new edition");
    const auto before = w.ledger.head();
    const auto refused = w.moves.move(order);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().size() == 2);
    CHECK(w.ledger.head() == before);
    // One of the two would have a place: it stays too.
    w.act("teacher", first, w.escalating());
    CHECK_FALSE(w.moves.move(order));
    CHECK(w.dossier(second).pack->identity.edition == "1");
}

TEST_CASE("an order that cannot be meant is refused with what is wrong with it") {
    Office w;
    const auto reference = w.raise();
    w.adopt("trial 3");
    const auto fault = [&](const MoveOrder& order) {
        const auto placed = w.moves.preview(order);
        REQUIRE_FALSE(placed);
        return placed.error().front();
    };
    auto order = w.to_third();
    order.edition = "4";
    CHECK(fault(order).hint == "adopted are: 1, 3");
    order = w.to_third({"2222-2222-22"});
    CHECK(fault(order).what.find("'2222-2222-22'") != std::string::npos);
    order = w.to_third();
    order.stages = {{"tlak", "practitioners"}};
    CHECK(fault(order).what.find("'tlak'") != std::string::npos);
    order.stages = {{"talk", "managers"}, {"managers", "practitioners"}};
    CHECK(fault(order).what.find("both sides of the map") != std::string::npos);
    order = w.to_third();
    order.partnership = "nowhere";
    CHECK(fault(order).what == "there is no partnership 'nowhere'");
    order = w.to_third();
    order.why = " ";
    CHECK_FALSE(w.moves.move(order));
    REQUIRE(w.moves.move(w.to_third()));
    CHECK(fault(w.to_third({reference})).what.find("already") != std::string::npos);
    CHECK(w.moves.preview(w.to_third())->empty());
}

TEST_CASE("what has ended stays where it ended, and other partnerships' disagreements are not touched") {
    Office w;
    const auto reference = w.raise();
    w.act("teacher", reference,
          w.command(Action::Withdraw, {{"why", "A visit was made"}, {"safe_now", "yes"}, {"protection", "an aunt"}}));
    w.adopt("trial 3");
    CHECK(w.moves.preview(w.to_third())->empty());
    CHECK_FALSE(w.moves.preview(w.to_third({reference})));
}
