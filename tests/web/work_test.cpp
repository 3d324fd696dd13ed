#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

namespace {

std::string raise_on(House& house, const std::string& topic) {
    auto raising = house.world.raising();
    raising.answers.set("topic", topic);
    const auto done = house.world.transact.raise(PersonId("teacher"), "riverside", raising);
    REQUIRE(done);
    return done->reference;
}

/// Every strip of a page, as it is marked up.
std::vector<std::string> strips_of(const http::Response& page) {
    std::vector<std::string> strips;
    const std::string begin = "<ol class=\"app-day-strip\"", end = "</ol>";
    for (auto at = page.body.find(begin); at != std::string::npos; at = page.body.find(begin, at + 1))
        strips.push_back(page.body.substr(at, page.body.find(end, at) - at));
    return strips;
}

std::string link_after(const http::Response& page, const std::string& pattern) {
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex(pattern)));
    std::string path = found[1].str();
    for (auto at = path.find("&amp;"); at != std::string::npos; at = path.find("&amp;")) path.replace(at, 5, "&");
    return path;
}

}  // namespace

TEST_CASE("behind each date of a list stands the strip that the page of the disagreement has behind it") {
    House house;
    const auto reference = house.world.raise();
    house.world.act("teacher", reference, house.world.escalating());
    for (const auto& [person, path] : std::vector<std::pair<std::string, std::string>>{
             {"head", "/work"}, {"head", "/work/your-move"}, {"teacher", "/work/their-move"},
             {"teacher", "/work/raised"}, {"manager", "/work/your-move"}}) {
        Browser browser(house, person);
        const auto on_page = strips_of(browser.get("/disagreements/" + reference));
        const auto in_list = strips_of(browser.get(path));
        CHECK_MESSAGE(!in_list.empty(), person << " " << path);
        for (const auto& strip : in_list)
            CHECK_MESSAGE(std::ranges::find(on_page, strip) != on_page.end(), person << " " << path);
    }
}

TEST_CASE("a list is narrowed down by its address, says to what, and how to show everything again") {
    House house;
    const auto needs = raise_on(house, "levels-of-need"), roles = raise_on(house, "roles");
    Browser teacher(house, "teacher");
    const auto whole = teacher.get("/work/your-move");
    CHECK(shows(whole, "Filter this list"));
    CHECK(shows(whole, "<form action=\"/work/your-move\" method=\"get\""));
    CHECK_FALSE(shows(whole, "Selected filters"));
    CHECK_FALSE(shows(whole, "Whose post"));
    CHECK_FALSE(shows(whole, "Partnership</label>"));

    const auto page = teacher.get("/work/your-move?partnership=&stage=&topic=roles");
    CHECK(shows(page, roles));
    CHECK_FALSE(shows(page, needs));
    CHECK(shows(page, "Selected filters"));
    CHECK(shows(page, "Clear filters"));
    CHECK(shows(page, "<option value=\"roles\" selected>Roles</option>"));
    const auto both = teacher.get("/work/your-move?stage=Stage%201&topic=roles");
    const auto without_stage = link_after(both, "class=\"moj-filter__tag\" href=\"([^\"]*)\"><span[^>]*>[^<]*</span> Stage 1");
    CHECK(without_stage == "/work/your-move?topic=roles");

    const auto nothing = teacher.get("/work/your-move?overdue=yes");
    CHECK(shows(nothing, "Nothing in this list matches the filters."));
    CHECK_FALSE(shows(nothing, "Nothing waits for you."));
    CHECK_FALSE(shows(teacher.get("/work"), "Only what is overdue"));
    house.world.clock.pass(std::chrono::days{6});
    CHECK(shows(Browser(house, "teacher").get("/work"), "/work/your-move?overdue=yes"));
    CHECK(shows(Browser(house, "teacher").get("/work/your-move?overdue=yes"), roles));
}

TEST_CASE("what nobody offered is no filter, and is not written back into the page") {
    House house;
    const auto reference = house.world.raise();
    Browser teacher(house, "teacher");
    for (const std::string query : {"topic=zzzz", "stage=%3Cb%3Ezzzz", "post=care.worker", "partnership=hillside",
                                    "partnership=zzzz", "overdue=zzzz"}) {
        const auto page = teacher.get("/work/your-move?" + query);
        CHECK(page.status == 200);
        CHECK(shows(page, reference));
        CHECK_FALSE(shows(page, "zzzz"));
        CHECK_FALSE(shows(page, "Selected filters"));
    }
}

TEST_CASE("turning the page keeps the filter, and a deputy chooses whose post") {
    House house;
    for (int i = 0; i < 60; ++i) raise_on(house, i % 2 == 0 ? "roles" : "levels-of-need");
    Browser teacher(house, "teacher");
    const auto first = teacher.get("/work/raised?topic=roles");
    CHECK_FALSE(shows(first, "rel=\"next\""));
    const auto long_one = teacher.get("/work/your-move?topic=roles");
    const auto next = link_after(long_one, "href=\"(/work/your-move\\?topic=roles&amp;sort=[^\"]*)\"");
    const auto second = teacher.get(next);
    CHECK(shows(second, "/disagreements/"));
    CHECK(shows(second, "Selected filters"));

    house.world.import("post,person,deputy,from,until\nschool.head,teacher,yes,,\n");
    const auto reference = raise_on(house, "roles");
    house.world.act("teacher", reference, house.world.escalating());
    CHECK(shows(teacher.get("/work/your-move"), "Whose post"));
    const auto heads = teacher.get("/work/your-move?post=school.head");
    CHECK(shows(heads, reference));
    CHECK(shows(heads, "Headteacher (Fernbank School)"));
}

TEST_CASE("the page of a disagreement says what both sides hold, what came of it and who has still to confirm it") {
    House house;
    const auto reference = house.world.raise();
    Browser teacher(house, "teacher"), head(house, "head"), manager(house, "manager");
    const std::string path = "/disagreements/" + reference;
    const auto fresh = teacher.get(path);
    for (const std::string part : {"What both sides say", "What came of it", "Who confirms it"})
        CHECK_FALSE(shows(fresh, part));
    house.world.act("teacher", reference, house.world.escalating());
    REQUIRE(manager.fill_in(path + "/act/answer?about=care", {{"answer", "in-part"}, {"rationale", "A visit this week"}})
                .status == 303);
    REQUIRE(head.fill_in(path + "/act/propose_outcome?about=care", {{"outcome", "An assessment by Friday"}}).status ==
            303);
    const auto proposed = head.get(path);
    CHECK(shows(proposed, "What both sides say"));
    CHECK(shows(proposed, "A visit this week"));
    CHECK(shows(proposed, "What came of it"));
    CHECK(shows(proposed, "Who confirms it"));
    CHECK(shows(proposed, "Still to come"));
    CHECK(shows(proposed, "href=\"#outcome\""));
    CHECK(shows(proposed, "href=\"#positions\""));

    REQUIRE(manager.fill_in(path + "/act/confirm_outcome", {}).status == 303);
    const auto settled = head.get(path);
    CHECK(shows(settled, "Confirmed on"));
    CHECK(shows(settled, "Confirm the agreed outcome in writing"));
    const auto words = "An assessment by Friday";
    const auto once = settled.body.find(words);
    REQUIRE(once != std::string::npos);
    CHECK(settled.body.find(words, once + 1) == std::string::npos);
}

TEST_CASE("one's work says where a child is in danger, between whom it is, and all that is owed in one row") {
    House house;
    const auto reference = house.world.raise();
    house.world.act("worker", reference,
                    house.world.command(disagreement::Action::DeclareDanger, {{"what", "Alone at home"}}));
    const auto page = Browser(house, "teacher").get("/work/your-move");
    CHECK(shows(page, "Immediate danger"));
    CHECK(shows(page, "From Fernbank School to Riverside Care"));
    const std::string link = "/disagreements/" + reference + "\"";
    const auto once = page.body.find(link);
    REQUIRE(once != std::string::npos);
    CHECK(page.body.find(link, once + 1) == std::string::npos);
    for (const std::string path : {"/work", "/work/their-move"})
        CHECK_MESSAGE(shows(Browser(house, "worker").get(path), "Immediate danger"), path);
    CHECK(shows(Browser(house, "head").get("/work/staff"), "Immediate danger"));
    CHECK(shows(Browser(house, "keeper").get("/register/riverside"), "Immediate danger"));
}

TEST_CASE("what has ended says how, and nobody who can raise nothing is offered it") {
    House house;
    const auto reference = house.world.raise();
    house.world.act("teacher", reference,
                    house.world.command(disagreement::Action::Withdraw,
                                        {{"why", "over"}, {"safe_now", "yes"}, {"protection", "the plan"}}));
    CHECK(shows(Browser(house, "worker").get("/work"), "Withdrawn (Stage 1)"));
    CHECK(shows(Browser(house, "teacher").get("/work"), "href=\"/raise\""));
    CHECK_FALSE(shows(Browser(house, "guardian").get("/work"), "govuk-button\" data-module=\"govuk-button\">Raise"));
}
