// What lists of work say of their dates, and how they are narrowed down.
#include <algorithm>

#include "app/calendars.h"
#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

constexpr Part parts[] = {Part::YourMove, Part::TheirMove, Part::Ended, Part::Raised};

std::vector<Row> all_rows(const World& w) {
    std::vector<Row> rows;
    for (const auto* person : {"teacher", "head", "worker", "manager", "keeper", "iro"}) {
        for (const auto part : parts) {
            for (const auto& row : w.lists.work(PersonId(person), part, {}).rows) rows.push_back(row);
        }
        for (const auto& row : w.lists.staff_work(PersonId(person), Part::YourMove, {}).rows) rows.push_back(row);
    }
    return rows;
}

/// What the page of the disagreement shows as the date of that row.
std::optional<calendar::Due> due_on_page(World& w, const Row& row) {
    const auto duties = w.dossier(row.reference).duties;
    if (!row.duty.empty()) return disagreement::find_duty(duties, row.duty)->due;
    std::optional<calendar::Due> next;
    for (const auto& duty : duties) {
        const bool counts = is_open(duty) && !duty.optional && duty.due;
        if (counts && (!next || duty.due->at < next->at)) next = duty.due;
    }
    return next;
}

void check_strips(World& w) {
    std::size_t dated = 0;
    for (const auto& row : all_rows(w)) {
        if (row.ended && row.duty.empty()) {
            CHECK_FALSE(row.counted);
            continue;
        }
        CHECK(row.counted == due_on_page(w, row));
        CHECK(row.due.has_value() == row.counted.has_value());
        if (row.counted) CHECK(row.counted->at == *row.due);
        dated += row.counted ? 1 : 0;
    }
    CHECK(dated > 0);
}

std::vector<std::string> listed(const World& w, const std::string& person, Part part, Filter only) {
    std::vector<std::string> references;
    for (const auto& row : w.lists.work(PersonId(person), part, {.only = std::move(only)}).rows) {
        if (std::ranges::find(references, row.reference) == references.end()) references.push_back(row.reference);
    }
    return references;
}

std::string raise_about(World& w, const std::string& topic) {
    auto raising = w.raising();
    raising.answers.set("topic", topic);
    const auto done = w.transact.raise(PersonId("teacher"), "riverside", raising);
    REQUIRE(done);
    return done->reference;
}

}  // namespace

TEST_CASE("the strip behind a date in a list is that of the disagreement's own page, whatever has happened since") {
    World w;
    const auto reference = w.raise();
    check_strips(w);
    w.clock.pass(std::chrono::hours{30});
    w.act("teacher", reference, w.escalating());
    check_strips(w);
    auto point = w.command(Action::AddPoint, {{"point", "Ask the school"}, {"owner", "receiving"}, {"by", "2026-12-11"}});
    w.act("teacher", reference, point);
    w.act("worker", reference, w.command(Action::DeclareDanger, {{"what", "Alone at home"}}));
    check_strips(w);
    w.clock.pass(std::chrono::days{60});
    expire_due(w.ledger, w.transact, w.clock.now());
    check_strips(w);
    w.act("teacher", reference,
          w.command(Action::Withdraw, {{"why", "over"}, {"safe_now", "yes"}, {"protection", "the plan"}}));
    w.raise();
    check_strips(w);
}

TEST_CASE("the strip of a list follows the calendar: when it is moved, and when a meeting is entered") {
    World w;
    Calendars calendars{w.journal, w.installation, w.administration, w.clock, w.random, w.digests};
    REQUIRE(w.administration.adopt("riverside", "trial 3", "trial.yaml"));
    const auto reference = w.raise();
    w.clock.pass(std::chrono::hours{1});
    w.act("teacher", reference, w.escalating());
    const auto minute = [&] {
        const auto rows = all_rows(w);
        return *std::ranges::find(rows, std::string("minute"), &Row::rule);
    };
    CHECK_FALSE(minute().due);
    const auto day = *calendar::parse_date("2026-12-03");
    REQUIRE(calendars.set({.partnership = "riverside", .meetings = {{"subgroup", {day}}}}));
    REQUIRE(minute().counted);
    CHECK(minute().counted->because.front().why == "the next meeting of subgroup");
    check_strips(w);

    w.clock.pass(std::chrono::minutes{1});
    REQUIRE(calendars.set({.partnership = "riverside", .closed = {{*calendar::parse_date("2026-11-20"), "Repairs"}}}));
    w.clock.pass(std::chrono::minutes{1});
    REQUIRE(calendars.move_open("riverside", "Nobody is in"));
    check_strips(w);
}

TEST_CASE("a list is narrowed down by partnership, stage, topic and post, one and all together") {
    World w;
    const auto needs = raise_about(w, "levels-of-need"), roles = raise_about(w, "roles");
    w.clock.pass(std::chrono::hours{1});
    w.act("teacher", roles, w.escalating());
    const auto mine = [&](Filter only) { return listed(w, "teacher", Part::Raised, std::move(only)); };
    CHECK(mine({.topic = "roles"}) == std::vector{roles});
    CHECK(mine({.stage = "Stage 1"}) == std::vector{needs});
    CHECK(mine({.stage = "Stage 2", .topic = "levels-of-need"}).empty());
    CHECK(mine({.partnership = "riverside"}).size() == 2);
    CHECK(mine({.partnership = "hillside"}).empty());
    CHECK(mine({.topic = "role"}).empty());
    CHECK(mine({.topic = R"(roles","x":")"}).empty());

    w.import("post,person,deputy,from,until\nschool.head,teacher,yes,,\n");
    CHECK(listed(w, "teacher", Part::YourMove, {.post = PostId("school.teacher")}) == std::vector{needs});
    CHECK(listed(w, "teacher", Part::YourMove, {.post = PostId("school.head")}) == std::vector{roles});
    CHECK(listed(w, "teacher", Part::YourMove, {.post = PostId("care.worker")}).empty());
    CHECK(w.lists.posts_with_work(PersonId("teacher"), Part::YourMove) ==
          std::vector{PostId("school.head"), PostId("school.teacher")});
    CHECK(w.lists.posts_with_staff_work(PersonId("manager"), Part::TheirMove) == std::vector{PostId("care.worker")});
}

TEST_CASE("what is overdue is listed alone, never what may be left undone; what is still owed counts also at the end") {
    World w;
    const auto early = w.raise();
    const auto over = w.raise();
    w.clock.pass(std::chrono::days{5});
    const auto late = w.raise();
    w.act("teacher", over,
          w.command(Action::Withdraw, {{"why", "over"}, {"safe_now", "yes"}, {"protection", "the plan"}}));
    CHECK(listed(w, "teacher", Part::YourMove, {.overdue = true}) == std::vector{early});
    CHECK(listed(w, "worker", Part::TheirMove, {.overdue = true}) == std::vector{early});
    CHECK(listed(w, "teacher", Part::Raised, {.overdue = true}) == std::vector{early});
    CHECK(listed(w, "teacher", Part::Ended, {.overdue = true}).empty());
    CHECK(listed(w, "teacher", Part::Ended, {}) == std::vector{over});
    for (const auto& row : all_rows(w)) {
        const bool runs = !row.ended || !row.duty.empty();
        const bool alone = runs && !row.optional && row.due && *row.due < w.clock.now();
        CHECK(row.overdue == alone);
    }
    CHECK(listed(w, "teacher", Part::YourMove, {}).size() == 2);
    CHECK(listed(w, "teacher", Part::YourMove, {}).back() == late);
}

TEST_CASE("a narrowed list is turned page by page without a gap, also for somebody who is excluded from some") {
    World w;
    std::vector<std::string> wanted;
    for (int i = 0; i < 9; ++i) {
        const auto reference = raise_about(w, i % 2 == 0 ? "roles" : "levels-of-need");
        if (i % 2 == 0) wanted.push_back(reference);
        w.clock.pass(std::chrono::days{1});
    }
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), wanted[2], PersonId("teacher"), "related", "e1"));
    wanted.erase(wanted.begin() + 2);
    std::vector<std::string> seen;
    Page page{.limit = 1, .only = {.topic = "roles"}};
    do {
        const auto part = w.lists.work(PersonId("teacher"), Part::Raised, page);
        for (const auto& row : part.rows) seen.push_back(row.reference);
        page.after = part.next;
    } while (page.after);
    CHECK(seen == wanted);
}
