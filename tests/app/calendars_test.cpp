#include "app/calendars.h"

#include <algorithm>

#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

const calendar::Date friday = *calendar::parse_date("2026-11-20");

struct Office : World {
    Calendars calendars{journal, installation, administration, clock, random, digests};

    CalendarChange closing(calendar::Date day) const {
        return {.partnership = "riverside", .closed = {{day, "Offices closed for repairs"}}};
    }
    std::string due_day(const std::string& reference, const std::string& rule) {
        for (const auto& duty : dossier(reference).duties) {
            if (duty.rule == rule && duty.due) return calendar::to_iso(duty.due->date);
        }
        return {};
    }
};

}  // namespace

TEST_CASE("a preview lists every open date that a closed day would move, and changes nothing") {
    Office w;
    const auto reference = w.raise();
    const auto before = w.ledger.head();
    const auto moved = w.calendars.preview(w.closing(friday));
    REQUIRE(moved);
    REQUIRE(moved->size() == 1);
    CHECK(moved->front().reference == reference);
    const auto& changes = moved->front().changes;
    const auto discuss = std::ranges::find(changes, "discuss", &DutyChange::rule);
    REQUIRE(discuss != changes.end());
    CHECK(calendar::to_iso(discuss->before->date) == "2026-11-20");
    CHECK(calendar::to_iso(discuss->after->date) == "2026-11-23");
    CHECK(w.ledger.head() == before);
    CHECK(w.calendars.preview(w.closing(*calendar::parse_date("2027-03-01")))->empty());
}

TEST_CASE("a new edition counts for what is raised from then on; what is under way keeps its own") {
    Office w;
    const auto old = w.raise();
    w.clock.pass(std::chrono::minutes{1});
    REQUIRE(w.calendars.set(w.closing(friday)));
    w.clock.pass(std::chrono::minutes{1});
    const auto fresh = w.raise();
    CHECK(w.due_day(old, "discuss") == "2026-11-20");
    CHECK(w.due_day(fresh, "discuss") == "2026-11-23");
}

TEST_CASE("open disagreements move by a recorded decision, and who owes something is told of its new date") {
    Office w;
    const auto reference = w.raise();
    w.clock.pass(std::chrono::minutes{1});
    REQUIRE(w.calendars.set(w.closing(friday)));
    w.clock.pass(std::chrono::minutes{1});
    CHECK_FALSE(w.calendars.move_open("riverside", " "));
    const auto moved = w.calendars.move_open("riverside", canary_words + ": nobody is in");
    REQUIRE(moved);
    REQUIRE(moved->size() == 1);
    CHECK(std::ranges::find(moved->front().changes, "discuss", &DutyChange::rule) != moved->front().changes.end());
    CHECK(w.due_day(reference, "discuss") == "2026-11-23");
    const auto dossier = w.dossier(reference);
    const auto& event = dossier.state.history.back().event;
    CHECK(event.fact == policy::Fact{policy::Happening::Moved, "calendar"});
    CHECK(event.by.agency == AgencyId("riverside"));
    CHECK(dossier.pack->identity.edition == "1");

    const auto notices = w.ledger.pending_notices(1000);
    const auto told = std::ranges::find_if(notices, [](const auto& notice) {
        return notice.body.find("\"rule\":\"date-moved\"") != std::string::npos;
    });
    REQUIRE(told != notices.end());
    CHECK(told->recipient == "post/school.teacher");
    CHECK(told->body.find(canary_words) == std::string::npos);
    // A second time there is nothing left to move.
    CHECK(w.calendars.move_open("riverside", "again")->empty());
    CHECK(w.calendars.preview({.partnership = "riverside"})->empty());
}

TEST_CASE("a day that was closed is opened again, and a day cannot be both") {
    Office w;
    REQUIRE(w.calendars.set(w.closing(friday)));
    w.clock.pass(std::chrono::minutes{1});
    REQUIRE(w.calendars.set({.partnership = "riverside", .reopened = {friday}}));
    w.clock.pass(std::chrono::minutes{1});
    CHECK(w.due_day(w.raise(), "discuss") == "2026-11-20");
    auto both = w.closing(friday);
    both.reopened = {friday};
    const auto refused = w.calendars.set(both);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().what == "2026-11-20 is both closed and re-opened");
    auto unsaid = w.closing(friday);
    unsaid.closed[friday] = " ";
    CHECK_FALSE(w.calendars.preview(unsaid));
}

TEST_CASE("meetings of a body that the policy does not name are refused with the one that was meant") {
    Office w;
    const auto day = *calendar::parse_date("2026-12-10");
    const auto refused = w.calendars.preview({.partnership = "riverside", .meetings = {{"subgruop", {day}}}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().hint == "did you mean 'subgroup'?");
    REQUIRE(w.calendars.set({.partnership = "riverside", .meetings = {{"subgroup", {day}}}}));
    CHECK(w.installation.now()->find_partnership("riverside")->meetings.at("subgroup").contains(day));
    // Meetings are no edition of the calendar.
    CHECK(w.installation.now()->find_partnership("riverside")->calendars.size() == 1);
}

TEST_CASE("when a body's meetings are entered or moved, whoever owes something by one is told its date") {
    Office w;
    REQUIRE(w.administration.adopt("riverside", "trial 3", "p.yaml"));
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    const auto told = [&] {
        std::vector<std::string> bodies;
        for (const auto& notice : w.ledger.pending_notices(1000)) {
            if (notice.body.find("\"rule\":\"date-moved\"") != std::string::npos) bodies.push_back(notice.recipient + " " + notice.body);
        }
        return bodies;
    };
    const auto meet_on = [&](const char* day) {
        return w.calendars.set({.partnership = "riverside", .meetings = {{"subgroup", {*calendar::parse_date(day)}}}});
    };
    CHECK(w.due_day(reference, "minute").empty());
    REQUIRE(meet_on("2026-12-10"));
    CHECK(w.due_day(reference, "minute") == "2026-12-10");
    REQUIRE(told().size() == 1);
    CHECK(told().front().starts_with("post/school.head "));
    CHECK(told().front().find("\"was\"") == std::string::npos);
    REQUIRE(meet_on("2026-12-03"));
    REQUIRE(told().size() == 2);
    CHECK(told().back().find("\"was\":\"2026-12-10T23:59:59Z\"") != std::string::npos);
    // The same dates again move nothing, and nothing of it stands in the history.
    REQUIRE(meet_on("2026-12-03"));
    CHECK(told().size() == 2);
    CHECK(w.dossier(reference).state.history.back().event.fact.happening != policy::Happening::Moved);
    CHECK_FALSE(w.ledger.verify({}).broken);
}
