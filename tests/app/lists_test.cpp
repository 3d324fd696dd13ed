#include <algorithm>

#include "app/rebuild.h"
#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

std::vector<std::string> references(const Listed& listed) {
    std::vector<std::string> all;
    for (const auto& row : listed.rows) all.push_back(row.reference);
    return all;
}

bool lists(const Listed& listed, const std::string& reference) {
    return std::ranges::find(listed.rows, reference, &Row::reference) != listed.rows.end();
}

}  // namespace

TEST_CASE("what somebody owes is their move, dated; for the other side the same is theirs to wait for") {
    World w;
    const std::string reference = w.raise();
    const auto mine = w.lists.work(PersonId("teacher"), Part::YourMove, {});
    REQUIRE(mine.rows.size() == 2);
    CHECK(mine.rows.front().reference == reference);
    CHECK(mine.rows.front().due == at("2026-11-20T23:59:59"));
    CHECK_FALSE(mine.rows.front().overdue);
    CHECK(mine.rows.front().move == "raising");
    CHECK(mine.rows.front().stage == "Stage 1");
    CHECK(w.lists.work(PersonId("teacher"), Part::TheirMove, {}).rows.empty());
    CHECK(w.lists.work(PersonId("worker"), Part::YourMove, {}).rows.empty());
    CHECK(references(w.lists.work(PersonId("worker"), Part::TheirMove, {})) == std::vector{reference});
    CHECK(references(w.lists.work(PersonId("deputy"), Part::TheirMove, {})) == std::vector{reference});
}

TEST_CASE("who waits for others is told what for, whose that is, and by when") {
    World w;
    const auto reference = w.raise();
    const auto owed = w.lists.work(PersonId("teacher"), Part::YourMove, {}).rows.front();
    const auto waited_for = w.lists.work(PersonId("worker"), Part::TheirMove, {}).rows.front();
    CHECK(waited_for.what == owed.what);
    CHECK(waited_for.owed_by == owed.post);
    CHECK(waited_for.due == owed.due);
    CHECK(waited_for.duty.empty());
    CHECK(w.lists.work(PersonId("teacher"), Part::Raised, {}).rows.front().what == owed.what);
    w.act("teacher", reference, w.command(Action::Withdraw, {{"why", "over"}, {"safe_now", "yes"}, {"protection", "the plan"}}));
    for (const auto& row : w.lists.work(PersonId("worker"), Part::Ended, {}).rows) CHECK(row.owed_by.get().empty());
}

TEST_CASE("what somebody raised is listed for them whoever has to move, once each, and for nobody else") {
    World w;
    const auto first = w.raise();
    w.clock.pass(std::chrono::days{1});
    const auto second = w.raise();
    CHECK(references(w.lists.work(PersonId("teacher"), Part::Raised, {})) == std::vector{first, second});
    CHECK(w.lists.work(PersonId("worker"), Part::Raised, {}).rows.empty());
}

TEST_CASE("overdue comes first, and is said by whoever looks") {
    World w;
    const auto early = w.raise();
    w.clock.pass(std::chrono::days{5});
    const auto late = w.raise();
    const auto mine = w.lists.work(PersonId("teacher"), Part::YourMove, {});
    CHECK(mine.rows.front().reference == early);
    CHECK(mine.rows.front().overdue);
    CHECK(mine.rows.back().reference == late);
    CHECK_FALSE(mine.rows.back().overdue);
}

TEST_CASE("where a child is in immediate danger comes first in every list, before what is overdue, and is not lost when it is narrowed down") {
    World w;
    const auto late = w.raise();
    w.clock.pass(std::chrono::days{5});
    const auto urgent = w.raise();
    w.act("worker", urgent, w.command(Action::DeclareDanger, {{"what", "Alone at home"}}));
    for (const auto& [person, part] : std::vector<std::pair<std::string, Part>>{
             {"teacher", Part::YourMove}, {"teacher", Part::Raised}, {"worker", Part::TheirMove}}) {
        const auto rows = w.lists.work(PersonId(person), part, {}).rows;
        REQUIRE(rows.size() >= 2);
        CHECK(rows.front().reference == urgent);
        CHECK(rows.front().danger);
        CHECK(rows.back().reference == late);
        CHECK_FALSE(rows.back().danger);
    }
    CHECK(w.lists.staff_work(PersonId("head"), Part::YourMove, {}).rows.front().danger);
    CHECK(w.lists.partnership_register(PersonId("keeper"), "riverside", {})->rows.front().reference == urgent);

    w.clock.pass(std::chrono::days{5});
    std::vector<std::string> seen;
    Page page{.limit = 1, .only = {.overdue = true}};
    while (true) {
        const auto listed = w.lists.work(PersonId("worker"), Part::TheirMove, page);
        for (const auto& row : listed.rows) seen.push_back(row.reference);
        if (!listed.next) break;
        page.after = listed.next;
    }
    CHECK(seen == std::vector{urgent, late});
}

TEST_CASE("what somebody owes in one post does not wait for others in another of theirs") {
    World w;
    const auto reference = w.raise();
    w.import("post,person,deputy,from,until\ncare.worker,worker,,,\ncare.worker,teacher,yes,,\n");
    CHECK(lists(w.lists.work(PersonId("teacher"), Part::YourMove, {}), reference));
    CHECK_FALSE(lists(w.lists.work(PersonId("teacher"), Part::TheirMove, {}), reference));
    CHECK(lists(w.lists.work(PersonId("worker"), Part::TheirMove, {}), reference));
}

TEST_CASE("a manager sees what their staff have open, and their own work apart from it") {
    World w;
    const std::string reference = w.raise();
    CHECK(lists(w.lists.staff_work(PersonId("head"), Part::YourMove, {}), reference));
    CHECK_FALSE(lists(w.lists.work(PersonId("head"), Part::YourMove, {}), reference));
    CHECK(w.lists.staff_work(PersonId("teacher"), Part::YourMove, {}).rows.empty());
}

TEST_CASE("the work of a post that nobody holds falls to the one above") {
    World w;
    const std::string reference = w.raise();
    w.import("post,person,deputy,from,until\nschool.teacher,teacher,,,2026-11-20\n");
    w.clock.pass(std::chrono::days{4});
    CHECK(lists(w.lists.work(PersonId("head"), Part::YourMove, {}), reference));
}

TEST_CASE("the work of somebody who is excluded falls to the one above, for that disagreement alone") {
    World w;
    const auto hidden = w.raise(), other = w.raise();
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), hidden, PersonId("teacher"), "related", "e1"));
    CHECK(references(w.lists.work(PersonId("teacher"), Part::YourMove, {})) == std::vector{other, other});
    CHECK(references(w.lists.work(PersonId("head"), Part::YourMove, {})) == std::vector{hidden, hidden});
}

TEST_CASE("what nobody up the line can answer falls to the partnership's business manager") {
    World w;
    const std::string reference = w.raise();
    CHECK_FALSE(lists(w.lists.work(PersonId("keeper"), Part::YourMove, {}), reference));
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("teacher"), "related", "e1"));
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("head"), "related", "e2"));
    CHECK(lists(w.lists.work(PersonId("keeper"), Part::YourMove, {}), reference));
    CHECK_FALSE(lists(w.lists.work(PersonId("keeper2"), Part::YourMove, {}), reference));

    World empty;
    const std::string other = empty.raise();
    empty.import(
        "post,person,deputy,from,until\nschool.teacher,teacher,,,2026-11-20\nschool.head,head,,,2026-11-"
        "20\n");
    empty.clock.pass(std::chrono::days{4});
    CHECK(lists(empty.lists.work(PersonId("keeper"), Part::YourMove, {}), other));
    CHECK_FALSE(lists(empty.lists.work(PersonId("keeper2"), Part::YourMove, {}), other));
}

TEST_CASE("the register shows every disagreement of a partnership to those who keep it, and to nobody else") {
    World w;
    const auto one = w.raise(), two = w.raise();
    for (const auto* person : {"keeper", "chair", "guardian"}) {
        const auto listed = w.lists.partnership_register(PersonId(person), "riverside", {});
        REQUIRE(listed);
        CHECK(listed->rows.size() == 2);
        CHECK(lists(*listed, one));
        CHECK(lists(*listed, two));
    }
    for (const auto* person : {"teacher", "worker", "nurse", "keeper2", "admin", "stranger"}) {
        CHECK(w.lists.partnership_register(PersonId(person), "riverside", {}).error().rule == "not_found");
    }
    CHECK(w.lists.partnership_register(PersonId("keeper"), "hillside", {}).error() ==
          w.lists.partnership_register(PersonId("keeper"), "nowhere", {}).error());
    CHECK(w.lists.partnership_register(PersonId("keeper2"), "hillside", {})->rows.empty());
}

TEST_CASE("somebody excluded finds no row, no gap and no other page") {
    World w;
    std::vector<std::string> all;
    for (int i = 0; i < 5; ++i) {
        all.push_back(w.raise());
        w.clock.pass(std::chrono::days{1});
    }
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), all[1], PersonId("keeper"), "related", "e1"));
    std::vector<std::string> seen;
    Page page{.limit = 2};
    while (true) {
        const auto listed = w.lists.partnership_register(PersonId("keeper"), "riverside", page);
        REQUIRE(listed);
        for (const auto& row : listed->rows) seen.push_back(row.reference);
        if (!listed->next) break;
        CHECK(listed->rows.size() == 2);
        page.after = listed->next;
    }
    std::vector<std::string> expected{all[0], all[2], all[3], all[4]};
    std::ranges::sort(expected);
    std::ranges::sort(seen);
    CHECK(seen == expected);
}

TEST_CASE("what has ended leaves the work, and stands at the end of the register") {
    World w;
    const auto ended = w.raise();
    w.act("teacher", ended,
          w.command(Action::Withdraw, {{"why", "over"}, {"safe_now", "yes"}, {"protection", "the plan"}}));
    w.clock.pass(std::chrono::days{1});
    const auto live = w.raise();
    CHECK_FALSE(lists(w.lists.work(PersonId("worker"), Part::TheirMove, {}), ended));
    CHECK(references(w.lists.work(PersonId("worker"), Part::Ended, {})) == std::vector{ended});
    const auto listed = w.lists.partnership_register(PersonId("keeper"), "riverside", {});
    CHECK(references(*listed) == std::vector{live, ended});
    CHECK(listed->rows.back().phase == disagreement::Phase::Withdrawn);
}

TEST_CASE("what is said of it afterwards does not end it again") {
    World w;
    const auto ended = w.raise();
    w.act("teacher", ended,
          w.command(Action::Withdraw, {{"why", "over"}, {"safe_now", "yes"}, {"protection", "the plan"}}));
    const auto when = w.lists.partnership_register(PersonId("keeper"), "riverside", {})->rows.front().ended;
    w.clock.pass(std::chrono::days{90});
    w.act("teacher", ended, w.command(Action::AddNote, {{"note", "filed"}}));
    CHECK(w.lists.partnership_register(PersonId("keeper"), "riverside", {})->rows.front().ended == when);
}

TEST_CASE("to stand above an office is not yet to see what it does") {
    World w;
    const auto reference = w.raise();
    w.import("key,agency,kind,title,team,reports_to,contact,verified_on\n"
             "riverside.business-manager,riverside,business-manager,Business manager,,clinic.nurse,,\n");
    w.clock.pass(std::chrono::days{30});
    CHECK_FALSE(w.reading.open_disagreement(PersonId("nurse"), reference));
    CHECK(w.lists.staff_work(PersonId("nurse"), Part::YourMove, {}).rows.empty());
    CHECK(w.lists.staff_work(PersonId("nurse"), Part::TheirMove, {}).rows.empty());
}

TEST_CASE("whoever the work of a vacant office falls to can open it") {
    World w;
    const auto reference = w.raise();
    w.import("key,agency,kind,title,team,reports_to,contact,verified_on\n"
             "riverside.business-manager,riverside,business-manager,Business manager,,riverside.chair,,\n");
    w.import("post,person,deputy,from,until\nriverside.business-manager,keeper,,,2026-11-18\n");
    w.clock.pass(std::chrono::days{30});
    for (const auto& row : w.lists.work(PersonId("chair"), Part::YourMove, {}).rows)
        CHECK(w.reading.open_disagreement(PersonId("chair"), row.reference));
    for (const auto& row : w.lists.work(PersonId("head"), Part::YourMove, {}).rows)
        CHECK(w.reading.open_disagreement(PersonId("head"), row.reference));
    CHECK(w.reading.open_disagreement(PersonId("head"), reference));
}

TEST_CASE("lists rebuilt from the ledger are the same byte for byte") {
    World w;
    for (int i = 0; i < 3; ++i) {
        const auto reference = w.raise();
        w.clock.pass(std::chrono::hours{30});
        w.act("teacher", reference, w.escalating());
        if (i == 1)
            w.act("manager", reference,
                  w.command(Action::Answer, {{"answer", "decline"}, {"rationale", canary_words}}));
    }
    w.clock.pass(std::chrono::days{40});
    expire_due(w.ledger, w.transact, w.clock.now());
    std::map<std::string, std::vector<store::ViewRow>> before;
    const std::vector<std::string> views{"register", "raised", "work", "waiting", "ended", "due"};
    for (const auto& view : views) before[view] = w.rows(view);
    CHECK_FALSE(before["register"].empty());
    for (const auto& row : before["register"]) w.ledger.replace_views(streams::disagreement(row.key), {});
    CHECK(w.rows("register").empty());
    w.clock.pass(std::chrono::days{400});
    CHECK(rebuild(w.journal, w.installation) == 3);
    for (const auto& view : views) CHECK(w.rows(view) == before[view]);
}

TEST_CASE("a repeat child is found by the same name and birthday, in the same partnership alone") {
    World w;
    const auto one = w.raise(), two = w.raise();
    CHECK(w.repeats.others(one) == std::vector{two});
    auto raising = w.raising();
    raising.answers.set("child_name", "  zephyrine   QUILLFEATHER ");
    const auto three = w.transact.raise(PersonId("teacher"), "riverside", raising)->reference;
    CHECK(w.repeats.others(three).size() == 2);
    raising = w.raising();
    raising.answers.set("child_dob", "2019-03-08");
    CHECK(w.repeats.others(w.transact.raise(PersonId("teacher"), "riverside", raising)->reference).empty());
    w.repeats.forget(two);
    CHECK(w.repeats.others(one) == std::vector{three});
    CHECK(w.repeats.others(two).empty());
}
