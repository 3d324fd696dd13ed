// Each member of a meeting counts once: who could count in two rows counts in the one that wants them.
#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

using policy::Members;

/// Why these are not the right members; empty where they are.
std::string refused(const std::vector<Members>& rows, const std::vector<std::string>& posts) {
    Story story = raised();
    story.pack.meetings.front().members = rows;
    story.pack.meetings.front().widen_for_concerned = story.pack.meetings.front().concerned_where_possible = false;
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, up()));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, up()));
    const auto held = story.ask(who("office.chair"), Action::Convene, {{"about", {"panel"}}, {"on", {"2026-12-01"}}, {"members", posts}});
    return held ? "" : held.error().why;
}

const Members partners{.key = "partners", .title = "Partners", .kinds = {"head"}, .from = Members::From::DistinctAgencies, .at_least = 3, .at_most = 3};
const Members others{.key = "others", .title = "Others", .at_least = 0, .at_most = 2};
const std::vector<std::string> heads{"school.head", "care.head", "police.head"};

std::vector<std::string> heads_and(std::vector<std::string> more) {
    more.insert(more.begin(), heads.begin(), heads.end());
    return more;
}

}  // namespace

TEST_CASE("three partners and up to two others are three, four or five") {
    CHECK(refused({partners, others}, heads) == "");
    CHECK(refused({others, partners}, heads_and({"care.manager"})) == "");
    CHECK(refused({partners, others}, heads_and({"care.manager", "office.chair"})) == "");
    CHECK(refused({partners, others}, heads_and({"care.manager", "office.chair", "school.manager"})).find("may have at most 2") != std::string::npos);
    CHECK(refused({partners, others}, {"school.head", "care.head", "office.chair"}).find("needs at least 3 heads") != std::string::npos);
}

TEST_CASE("nobody is two of those who must be there") {
    const Members head{.key = "head", .title = "A head", .kinds = {"head"}};
    const Members anybody{.key = "anybody", .title = "Somebody else"};
    CHECK(refused({head, anybody}, {"care.head"}).find("each member counts once") != std::string::npos);
    CHECK(refused({anybody, head}, {"care.head", "police.worker"}) == "");
    CHECK(refused({anybody, head}, {"care.manager", "police.worker"}).find("needs at least 1 head") != std::string::npos);
}

TEST_CASE("one of each agency concerned, and one of the partnership besides") {
    const Members sides{.key = "sides", .title = "Both sides", .from = Members::From::EachConcerned};
    const Members office{.key = "office", .title = "The office", .kinds = {"chair"}, .from = Members::From::Partnership, .at_most = 1};
    CHECK(refused({sides, office}, {"school.head", "care.head", "office.chair"}) == "");
    CHECK(refused({sides, office}, {"school.head", "office.chair"}).find("care") != std::string::npos);
    CHECK(refused({sides, office, others}, {"school.head", "care.head", "office.chair", "police.head", "police.manager"}) == "");
}
