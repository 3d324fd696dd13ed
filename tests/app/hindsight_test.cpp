#include "app/hindsight.h"

#include <algorithm>

#include "app/moves.h"
#include "app/world.h"
#include "policy/house_rules.h"

using namespace app;
using namespace app::testing;
using Kind = Difference::Kind;

namespace {

const disagreement::StageMap stages{{"talk", "practitioners"}};

policy::Pack third() { return policy::with_house_rules(pack_with_new_stages()); }

const Difference* find_difference(const Hindsight& found, Kind kind, const std::string& rule) {
    const auto one = std::ranges::find_if(found.differences, [&](const Difference& difference) {
        return difference.kind == kind && difference.rule == rule;
    });
    return one == found.differences.end() ? nullptr : &*one;
}

}  // namespace

TEST_CASE("under its own edition nothing would have been otherwise") {
    World w;
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    w.act("manager", reference, w.command(Action::Answer, {{"about", "care"}, {"answer", "decline"}, {"rationale", "no"}}));
    w.clock.pass(std::chrono::days{30});
    expire_due(w.ledger, w.transact, w.clock.now());
    const auto dossier = w.dossier(reference);
    CHECK(in_hindsight(dossier, *dossier.pack, {}).differences.empty());
}

TEST_CASE("what would have been due on another date, not owed, or owed besides, is told where it first shows") {
    World w;
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    const auto found = in_hindsight(w.dossier(reference), third(), stages);
    CHECK(found.no_place.empty());
    CHECK(found.edition == "1");
    const auto* discuss = find_difference(found, Kind::Due, "discuss");
    REQUIRE(discuss);
    CHECK(discuss->before == "2026-11-20");
    CHECK(discuss->after == "2026-11-24");
    CHECK(discuss->revision <= 3);
    const auto* respond = find_difference(found, Kind::Due, "respond");
    REQUIRE(respond);
    CHECK(respond->after == "2026-11-24");
    CHECK(respond->revision > discuss->revision);
    CHECK(find_difference(found, Kind::Gone, "alert"));
    CHECK(find_difference(found, Kind::New, "minute"));
    CHECK(std::ranges::count_if(found.differences, [](const auto& d) { return d.rule == "respond"; }) == 1);
}

TEST_CASE("what was late and would have been in time is told, and what was in time and would have been late") {
    World w;
    const auto reference = w.raise();
    w.clock.set(at("2026-11-23T10:00"));
    w.act("teacher", reference, w.escalating());
    w.clock.set(at("2026-11-27T10:00"));
    w.act("manager", reference, w.command(Action::Answer, {{"about", "care"}, {"answer", "decline"}, {"rationale", "no"}}));
    const auto found = in_hindsight(w.dossier(reference), third(), stages);
    const auto* discuss = find_difference(found, Kind::Late, "discuss");
    REQUIRE(discuss);
    CHECK(discuss->before == "late");
    CHECK(discuss->after == "in time");
    const auto* respond = find_difference(found, Kind::Late, "respond");
    REQUIRE(respond);
    CHECK(respond->before == "in time");
    CHECK(respond->after == "late");
}

TEST_CASE("what was done and would be refused is told with the rule that refuses it and its clause") {
    World w;
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    auto strict = third();
    strict.stages.front().needs.push_back(
        {.before = {"escalate"},
         .that = {.op = policy::Condition::Op::Is, .ask = policy::Ask::Happened, .words = {"discussed"}},
         .says = "Talk first",
         .source = {"1", {}}});
    const auto found = in_hindsight(w.dossier(reference), strict, stages);
    const auto* refused = find_difference(found, Kind::Refused, "escalate");
    REQUIRE(refused);
    CHECK(refused->after == "needed_first");
    CHECK(refused->clause == "1");
    CHECK_FALSE(find_difference(in_hindsight(w.dossier(reference), third(), stages), Kind::Refused, "escalate"));
}

TEST_CASE("what could not have been raised yet is told too") {
    World w;
    const auto reference = w.raise();
    auto strict = third();
    strict.needs.push_back({.before = {"raise"},
                            .that = {.op = policy::Condition::Op::Is, .ask = policy::Ask::Topic, .words = {"roles"}},
                            .says = "Only about roles",
                            .source = {"1", {}}});
    const auto found = in_hindsight(w.dossier(reference), strict, stages);
    const auto* refused = find_difference(found, Kind::Refused, "raise");
    REQUIRE(refused);
    CHECK(refused->revision == 1);
    CHECK(refused->after == "needed_first");
}

TEST_CASE("what has no place under the other edition is not compared, and says why") {
    World w;
    const auto found = in_hindsight(w.dossier(w.raise()), third(), {});
    REQUIRE_FALSE(found.no_place.empty());
    CHECK(found.no_place.front().what == "stage 'talk' has no place in the new edition");
    CHECK(found.differences.empty());
}

TEST_CASE("what was moved on its way is judged under each edition in its time, and ends without differences") {
    World w;
    const auto reference = w.raise();
    REQUIRE(w.administration.adopt("riverside", "trial 3", "p.yaml"));
    Moves moves(w.journal, w.installation, w.clock, w.random, w.digests);
    REQUIRE(moves.move({.partnership = "riverside", .edition = "3", .stages = stages, .why = "agreed"}));
    w.act("teacher", reference, w.escalating());
    const auto found = in_hindsight(w.dossier(reference), third(), {});
    CHECK(found.no_place.empty());
    // Until it was moved, its talk was due sooner; since then both say the same.
    CHECK(find_difference(found, Kind::Due, "discuss"));
    CHECK_FALSE(find_difference(found, Kind::Due, "respond"));
    CHECK_FALSE(find_difference(found, Kind::New, "minute"));
}

TEST_CASE("all of one partnership are looked at, under this policy alone, and nothing is written") {
    World w;
    w.raise();
    w.raise();
    const auto before = w.ledger.head();
    const Dossiers dossiers(w.journal, w.installation);
    CHECK(in_hindsight(dossiers, "riverside", third(), stages, w.clock.now()).size() == 2);
    CHECK(in_hindsight(dossiers, "hillside", third(), stages, w.clock.now()).empty());
    auto another = third();
    another.identity.key = "another";
    CHECK(in_hindsight(dossiers, "riverside", another, stages, w.clock.now()).empty());
    CHECK(w.ledger.head() == before);
}
