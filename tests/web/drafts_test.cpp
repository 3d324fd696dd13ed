#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

namespace {

/// As somebody who presses the second button on the page with their view; gives the address of the draft.
std::string save_half(Browser& browser, const std::string& danger = "no") {
    const auto begun = answer_pages(browser, with(raising(), "danger", danger), questions, danger == "yes" ? "/call-999" : "/questions/agency");
    const auto way = answer_pages(browser, raising(), begun.draft() + "/questions/agency", "/questions/view");
    const auto saved = browser.post(way.at, {{"view", "<b>half a sen</b>"}, {"_save", "yes"}});
    REQUIRE(location_of(saved) == way.draft() + "?done=saved");
    return way.draft();
}

/// Asks that person; gives the address at which they look.
std::string ask_to_look(House& house, Browser& owner, const std::string& draft, const std::string& whom) {
    REQUIRE(owner.post(draft + "/ask", {{"whom", whom}}).status == 303);
    return "/looks/" + house.doors.drafts.asked_of(PersonId(whom)).front().draft.looks.front().id;
}

}  // namespace

TEST_CASE("half a page is saved without a word about what is missing, and gone on with as it was left") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(shows(teacher.get(questions), "Save and come back later"));
    CHECK_FALSE(shows(teacher.get("/work"), "Your drafts"));
    const auto draft = save_half(teacher);
    CHECK(events(house) == events(House()));
    CHECK(shows(teacher.get(draft + "?done=saved"), "Your draft has been saved. Nothing has been sent."));

    const auto work = teacher.get("/work");
    CHECK(shows(work, "Your drafts (1)"));
    CHECK(shows(work, "Thursday 17 December 2026"));
    CHECK(shows(work, "Levels of need, with Riverside Care"));
    CHECK(shows(teacher.get(draft), "Levels of need, with Riverside Care"));
    CHECK(shows(work, draft + "/questions"));
    CHECK(shows(teacher.get("/raise/riverside"), "1 draft here"));
    CHECK(location_of(teacher.get(draft + "/questions")) == draft + "/questions/outcome");
    const auto view = teacher.get(draft + "/questions/view");
    CHECK(shows(view, "&lt;b&gt;half a sen&lt;/b&gt;</textarea>"));
    CHECK_FALSE(shows(view, "There is a problem"));
    CHECK(shows(teacher.get(draft + "/questions/child"), "value=\"" + app::testing::canary_name + "\""));
}

TEST_CASE("whoever saves that a child is in immediate danger is told that a draft tells nobody") {
    House house;
    Browser teacher(house, "teacher");
    const std::string words = "a draft tells nobody. Call 999 now";
    CHECK_FALSE(shows(teacher.get(save_half(teacher)), words));
    CHECK(shows(teacher.get(save_half(teacher, "yes")), words));
}

TEST_CASE("a draft that is raised twice is one disagreement; its address says that it was raised") {
    House house;
    Browser teacher(house, "teacher");
    const auto check = answer_pages(teacher, raising(), save_half(teacher) + "/questions/view");
    CHECK(teacher.get(check.draft()).status == 200);
    const auto sent = send_checked(teacher, check);
    REQUIRE(sent.status == 303);
    CHECK(location_of(send_checked(teacher, check)) == location_of(sent));
    CHECK(house.world.rows("register").size() == 1);
    const std::string reference = location_of(sent).substr(0, location_of(sent).rfind('/'));
    for (const std::string below : {"", "/questions", "/questions/view", "/check", "/call-999", "/another-way"}) {
        const auto page = teacher.get(check.draft() + below);
        CHECK(page.status == 410);
        CHECK(shows(page, "You have raised this already"));
        CHECK(shows(page, "href=\"" + reference + "\""));
    }
    const auto late = teacher.post(check.draft() + "/questions/view", {{"view", "Typed in another window"}});
    CHECK(late.status == 410);
    CHECK(shows(late, "has not been saved"));
    const auto first = teacher.post(questions, {{"danger", "no"}, {"_command", check.draft().substr(8)}});
    CHECK(first.status == 410);
    CHECK_FALSE(shows(teacher.get("/work"), "Your drafts"));
}

TEST_CASE("whoever is shut out of what they raised is not told what became of their draft") {
    House house;
    Browser teacher(house, "teacher");
    const auto check = answer_pages(teacher, raising());
    const auto path = location_of(send_checked(teacher, check));
    const auto reference = path.substr(15, 12);
    REQUIRE(house.world.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("teacher"), "A reason", "x1"));
    CHECK(teacher.get(check.draft()).status == 404);
    CHECK(teacher.post(check.at, {}).status == 404);
}

TEST_CASE("the first page sent again goes on with the same draft and takes nothing else from it") {
    House house;
    Browser teacher(house, "teacher");
    const auto draft = save_half(teacher);
    CHECK(location_of(teacher.post(questions, {{"danger", "no"}, {"_command", draft.substr(8)}})) == draft + "/questions/agency");
    CHECK(shows(teacher.get(draft + "/questions/view"), "half a sen"));
    CHECK(shows(teacher.get("/work"), "Your drafts (1)"));
    CHECK(teacher.post(questions, {{"danger", "no"}, {"_command", "x"}}).status == 400);
}

TEST_CASE("a draft is thrown away after a question, by its owner") {
    House house;
    Browser teacher(house, "teacher");
    const auto draft = save_half(teacher);
    CHECK(shows(teacher.get(draft + "/throw-away"), "Delete this draft?"));
    CHECK(teacher.get(draft).status == 200);
    CHECK(teacher.post(draft + "/throw-away", {}).headers.get("Location") == "/work");
    for (const std::string below : {"", "/questions/view", "/check"}) {
        const auto page = teacher.get(draft + below);
        CHECK(page.status == 410);
        CHECK(shows(page, "You deleted it"));
    }
    CHECK(teacher.post(draft + "/questions/view", {{"view", "Too late"}}).status == 410);
    CHECK(teacher.post(draft + "/throw-away", {}).status == 410);
}

TEST_CASE("a draft that ran out has a plain page that says so, for its owner alone") {
    House house;
    Browser before(house, "teacher");
    const auto draft = save_half(before);
    house.world.clock.pass(std::chrono::days{28});
    Browser teacher(house, "teacher");
    for (const std::string below : {"", "/questions", "/questions/child", "/check", "/throw-away", "/ask"}) {
        const auto page = teacher.get(draft + below);
        CHECK(page.status == 410);
        CHECK(shows(page, "This draft has been deleted"));
        CHECK(Browser(house, "head").get(draft + below).status == 404);
    }
}

TEST_CASE("the eleventh draft is refused with a way to the ten; one left after its first question gives way") {
    House house;
    Browser teacher(house, "teacher");
    for (int i = 0; i < 9; ++i) save_half(teacher);
    const auto left = answer_pages(teacher, raising(), questions, "/questions/agency");
    const auto tenth = save_half(teacher);
    CHECK(teacher.get(left.draft()).status == 410);
    const auto page = answer_pages(teacher, raising(), questions, "/questions/agency");
    CHECK(page.page.status == 409);
    CHECK(shows(page.page, "You have as many drafts here as can be kept"));
    CHECK(shows(page.page, "href=\"/work#drafts\""));
    CHECK(shows(teacher.get("/work"), "id=\"drafts\""));
    CHECK(teacher.get(tenth).status == 200);
}

TEST_CASE("to everybody else a draft is a page that does not exist, to the byte") {
    House house;
    Browser teacher(house, "teacher");
    const auto draft = save_half(teacher);
    const auto look = ask_to_look(house, teacher, draft, "head");
    const std::string none(32, '0');
    for (const std::string person : {"head", "dsl", "worker", "manager", "keeper", "admin", "guardian", "nurse"}) {
        Browser other(house, person);
        for (const std::string below : {"", "/questions", "/questions/child", "/check", "/call-999", "/another-way",
                                        "/throw-away", "/ask"}) {
            const auto page = other.get(draft + below);
            CHECK(page.status == 404);
            CHECK(page.body == other.get("/drafts/" + none + below).body);
        }
        for (const std::string below : {"/throw-away", "/ask", "/take-back", "/questions/child", "/check"})
            CHECK(other.post(draft + below, {{"whom", "dsl"}}).status == 404);
        if (person == "head") continue;
        CHECK(other.get(look).body == other.get("/looks/" + none).body);
        CHECK(other.post(look, {{"comment", "x"}}).status == 404);
    }
    CHECK(teacher.get(draft).status == 200);
}

TEST_CASE("who was asked reads the answers under their labels, says something, and the owner sees it above the form") {
    House house;
    Browser teacher(house, "teacher");
    const auto draft = save_half(teacher);
    CHECK(shows(teacher.get(draft + "/ask"), "Person dsl"));
    CHECK_FALSE(shows(teacher.get(draft + "/ask"), "Person worker"));
    CHECK(shows(teacher.post(draft + "/ask", {}), "Select somebody from the list"));
    const auto look = ask_to_look(house, teacher, draft, "head");

    Browser head(house, "head");
    CHECK(shows(head.get("/work"), "Drafts you were asked to look at (1)"));
    CHECK(shows(head.get("/work"), "Draft from Person teacher"));
    const auto page = head.get(look);
    CHECK(shows(page, app::testing::canary_name));
    CHECK(shows(page, "Riverside Care: Social worker (Person worker"));
    CHECK(shows(page, "&lt;b&gt;half a sen&lt;/b&gt;"));
    CHECK_FALSE(shows(page, "Raise the disagreement"));
    CHECK(shows(head.post(look, {{"comment", " "}}), "Enter what you want to say"));
    CHECK(head.post(look, {{"comment", "Say when <she> was seen"}}).headers.get("Location") == look + "?done=comment");
    CHECK(house.world.reads.of(draft.substr(8)).size() == 2);
    const auto thanked = head.get(look + "?done=comment");
    CHECK(shows(thanked, "<p class=\"govuk-body\">Say when &lt;she&gt; was seen</p>"));
    CHECK(shows(thanked, "Go to your work"));

    for (const std::string below : {"", "/questions/view", "/questions/safety"}) {
        const auto seen = teacher.get(draft + below);
        CHECK(shows(seen, "Person head said about your draft"));
        CHECK(shows(seen, "Say when &lt;she&gt; was seen"));
    }
    const std::string id = look.substr(look.rfind('/') + 1);
    CHECK(teacher.post(draft + "/take-back", {{"look", id}}).status == 303);
    CHECK(head.get(look).status == 404);
    CHECK_FALSE(shows(head.get("/work"), "Drafts you were asked"));
    CHECK_FALSE(shows(teacher.get(draft + "/questions/view"), "Say when"));
}

TEST_CASE("what somebody typed when their session ended is not lost, neither a draft nor a comment") {
    House house;
    Browser teacher(house, "teacher"), head(house, "head");
    const auto draft = save_half(teacher);
    const auto look = ask_to_look(house, teacher, draft, "head");
    house.world.clock.pass(std::chrono::hours{1});
    const auto late = head.post(look, {{"comment", "Typed slowly"}});
    REQUIRE(late.status == 303);
    const std::string there = *http::percent_decoded(std::string(late.headers.get("Location")).substr(14));
    REQUIRE(there.starts_with("/carry-on/"));
    head.sign_in("head");
    CHECK(shows(head.get(there), "Typed slowly</textarea>"));

    const auto unsaved = teacher.post(draft + "/questions/view?then=check", {{"view", "More words"}, {"_save", "yes"}});
    const std::string back = *http::percent_decoded(location_of(unsaved).substr(14));
    teacher.sign_in("teacher");
    const auto again = teacher.get(back);
    CHECK(shows(again, "More words</textarea>"));
    CHECK(shows(again, "action=\"" + draft + "/questions/view?then=check\""));
    CHECK(shows(teacher.get(draft + "/questions/view"), "half a sen"));
}

TEST_CASE("a child's name in a draft is on no other person's page, and in no title, address or header") {
    House house;
    Browser teacher(house, "teacher");
    const auto draft = save_half(teacher);
    const auto look = ask_to_look(house, teacher, draft, "head");
    const auto& name = app::testing::canary_name;
    for (const std::string person : {"dsl", "worker", "manager", "keeper", "chair", "admin", "guardian", "nurse", "head"}) {
        Browser other(house, person);
        for (const std::string path : {"/work", "/work/raised", "/work/staff", "/register/riverside", "/raise",
                                       "/account", "/policies"})
            CHECK_FALSE(shows(other.get(path), name));
        if (person != "head") CHECK_FALSE(shows(other.get(look), name));
        CHECK_FALSE(shows(other.get(draft), name));
    }
    Browser head(house, "head");
    CHECK(shows(head.get(look), name));
    for (auto* browser : {&teacher, &head}) {
        for (const std::string& path : std::vector<std::string>{"/work", draft, draft + "/questions/child", draft + "/check",
                                                                draft + "/ask", draft + "/throw-away", look}) {
            const auto page = browser->get(path);
            CHECK(title_of(page).find(name) == std::string::npos);
            for (const auto& [header, value] : page.headers) CHECK(value.find(name) == std::string::npos);
        }
    }
    for (const std::string& path : std::vector<std::string>{"/work", draft, draft + "/ask", draft + "/throw-away"})
        CHECK_FALSE(shows(teacher.get(path), name));
}
