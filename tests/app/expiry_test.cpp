#include <algorithm>

#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

long breaches(World& w, const std::string& reference) {
    const auto dossier = w.dossier(reference);
    return std::ranges::count_if(dossier.state.history, [](const auto& recorded) {
        return recorded.event.fact.happening == policy::Happening::Breached;
    });
}

}  // namespace

TEST_CASE("a date that passes is recorded once, by the worker, with the moment it was due") {
    World w;
    const auto reference = w.raise();
    CHECK(expire_due(w.ledger, w.transact, w.clock.now()).recorded == 0);
    w.clock.set(at("2026-11-20T23:59:59"));
    CHECK(expire_due(w.ledger, w.transact, w.clock.now()).recorded == 0);
    w.clock.set(at("2026-11-21T00:00"));
    const auto expired = expire_due(w.ledger, w.transact, w.clock.now());
    CHECK(expired.recorded == 2);
    CHECK(expired.refused.empty());
    CHECK(breaches(w, reference) == 2);
    const auto dossier = w.dossier(reference);
    const auto& last = dossier.state.history.back().event;
    CHECK(last.by.side == disagreement::Side::System);
    CHECK(last.open.text("due") == "2026-11-20T23:59:59Z");
}

TEST_CASE("running again, or twice at once, records nothing twice") {
    World w;
    const auto reference = w.raise();
    w.clock.pass(std::chrono::days{30});
    CHECK(expire_due(w.ledger, w.transact, w.clock.now()).recorded == 2);
    CHECK(expire_due(w.ledger, w.transact, w.clock.now()).recorded == 0);
    w.clock.pass(std::chrono::days{30});
    CHECK(expire_due(w.ledger, w.transact, w.clock.now()).recorded == 0);
    CHECK(breaches(w, reference) == 2);
    CHECK(w.rows("due").empty());
}

TEST_CASE("a date that passed is still recorded where somebody acted before the worker came round") {
    World w;
    const auto reference = w.raise();
    w.clock.set(at("2026-11-21T00:00"));
    w.act("teacher", reference, w.command(Action::AddNote, {{"note", "nobody has called back"}}));
    REQUIRE(breaches(w, reference) == 0);
    CHECK(expire_due(w.ledger, w.transact, w.clock.now()).recorded == 2);
    CHECK(breaches(w, reference) == 2);
    CHECK(expire_due(w.ledger, w.transact, w.clock.now()).recorded == 0);
}

TEST_CASE("after an outage everything overdue is caught up, of every disagreement") {
    World w;
    std::vector<std::string> all;
    for (int i = 0; i < 120; ++i) all.push_back(w.raise());
    w.clock.pass(std::chrono::days{30});
    const auto expired = expire_due(w.ledger, w.transact, w.clock.now());
    CHECK(expired.recorded == 240);
    CHECK(expired.refused.empty());
    for (const auto& reference : all) CHECK(breaches(w, reference) == 2);
}

TEST_CASE("a breach survives, and the answer that comes late still counts") {
    World w;
    const auto reference = w.raise();
    w.clock.pass(std::chrono::days{10});
    expire_due(w.ledger, w.transact, w.clock.now());
    w.act("teacher", reference,
          w.command(Action::RecordDiscussion, {{"how", "telephone"}, {"summary", "talked"}}));
    const auto dossier = w.dossier(reference);
    const auto discuss = std::ranges::find(dossier.duties, "discuss", &disagreement::Duty::rule);
    REQUIRE(discuss != dossier.duties.end());
    CHECK(discuss->state == disagreement::DutyState::DoneLate);
    CHECK(discuss->breached);
}

TEST_CASE("what falls due by a meeting date follows the meeting when it is entered") {
    World w;
    const auto reference = w.raise();
    REQUIRE(w.administration.set_meetings("riverside", "subgroup", {*calendar::parse_date("2026-12-10")}));
    CHECK(w.dossier(reference).calendar.meetings.at("subgroup").size() == 1);
    CHECK(w.administration.set_meetings("riverside", "subgruop", {}).error().why.find("'subgroup'") !=
          std::string::npos);
    CHECK(w.administration.set_meetings("nowhere", "subgroup", {}).error().rule == "no_such_partnership");
}
