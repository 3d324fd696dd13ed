#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

namespace {

/// A disagreement at its second stage, where the head owes a form.
std::string with_a_form_owed(House& house) {
    const auto reference = house.world.raise();
    house.world.act("teacher", reference, house.world.escalating());
    return reference;
}

std::string page_of(const std::string& reference) {
    return "/disagreements/" + reference;
}

std::string alert_path(const std::string& reference) {
    return page_of(reference) + "/act/submit_form?about=alert";
}

/// Gives the address of the draft.
std::string save_alert(Browser& browser, const std::string& reference, const std::string& words = "<i>Half a wor</i>") {
    const auto answer = browser.fill_in(alert_path(reference), {{"worry", words}, {"_save", "yes"}});
    REQUIRE(answer.status == 303);
    CHECK(answer.headers.get("Location") == page_of(reference) + "?done=saved");
    const auto work = browser.get("/work");
    const std::regex draft("/drafts/[0-9a-f]{32}");
    std::smatch found;
    REQUIRE(std::regex_search(work.body, found, draft));
    return found[0].str();
}

void withdraw(Browser& browser, const std::string& reference) {
    REQUIRE(browser.fill_in(page_of(reference) + "/act/withdraw",
                            {{"why", "Settled"}, {"safe_now", "yes"}, {"protection", "The plan"}}).status == 303);
}

}  // namespace

TEST_CASE("half a form of the policy is saved, stands among one's drafts, and is gone on with as it was left") {
    House house;
    const auto reference = with_a_form_owed(house);
    Browser head(house, "head");
    CHECK(shows(head.get(alert_path(reference)), "Save and come back later"));
    const auto before = events(house);
    const auto draft = save_alert(head, reference);
    CHECK(events(house) == before);

    const auto saved = head.get(page_of(reference) + "?done=saved");
    CHECK(shows(saved, "Your draft has been saved. Nothing has been sent."));
    CHECK(shows(saved, "Your drafts"));
    CHECK(shows(saved, "Thursday 17 December 2026"));
    const auto work = head.get("/work");
    CHECK(shows(work, "Your drafts (1)"));
    CHECK(shows(work, reference));
    CHECK(head.get(draft).headers.get("Location") == alert_path(reference));
    CHECK(head.get(draft + "/questions").headers.get("Location") == alert_path(reference));

    const auto form = head.get(alert_path(reference));
    CHECK(shows(form, "&lt;i&gt;Half a wor&lt;/i&gt;</textarea>"));
    CHECK(shows(form, "It has not been sent, and nobody else can see it."));
    CHECK(draft == "/drafts/" + *Browser::hidden(form, "_command"));
    CHECK_FALSE(shows(form, "There is a problem"));
}

TEST_CASE("a draft that is sent, twice, is one form, and is gone") {
    House house;
    const auto reference = with_a_form_owed(house);
    Browser head(house, "head");
    const auto draft = save_alert(head, reference);
    const auto form = head.get(alert_path(reference));
    Form whole{{"worry", "A child is alone"}};
    whole = Browser::with_hidden(form, std::move(whole));
    whole.emplace_back("_checked", "yes");
    const auto sent = head.post(alert_path(reference), whole);
    CHECK(sent.headers.get("Location") == page_of(reference) + "?done=submit_form");
    const auto after = events(house);
    CHECK(head.post(alert_path(reference), whole).headers.get("Location") == sent.headers.get("Location"));
    CHECK(events(house) == after);
    CHECK(head.get(draft).status == 404);
    CHECK_FALSE(shows(head.get("/work"), "Your drafts"));
    CHECK_FALSE(shows(head.get(page_of(reference)), "Your drafts"));
}

TEST_CASE("nobody else sees that something is half written: not a colleague, not the other side, not the office") {
    House house;
    const auto reference = with_a_form_owed(house);
    Browser head(house, "head");
    const auto draft = save_alert(head, reference, "secretword");
    for (const std::string person : {"teacher", "dsl", "worker", "manager", "keeper", "guardian"}) {
        Browser other(house, person);
        CHECK(other.get(draft).status == 404);
        CHECK(other.post(draft + "/throw-away", {}).status == 404);
        for (const auto& path : {page_of(reference), alert_path(reference), std::string("/work")}) {
            CHECK_FALSE(shows(other.get(path), "secretword"));
            CHECK_FALSE(shows(other.get(path), "Your drafts"));
        }
    }
    CHECK(head.get(draft + "/ask").status == 404);
    for (const auto& path : {page_of(reference), std::string("/work"), draft + "/throw-away"})
        CHECK_FALSE(shows(head.get(path), "secretword"));
}

TEST_CASE("a draft of an act is thrown away after a question") {
    House house;
    const auto reference = with_a_form_owed(house);
    Browser head(house, "head");
    const auto draft = save_alert(head, reference);
    CHECK(shows(head.get(draft + "/throw-away"), "Delete this draft?"));
    CHECK(head.post(draft + "/throw-away", {}).headers.get("Location") == page_of(reference));
    CHECK_FALSE(shows(head.get(alert_path(reference)), "Half a wor"));
}

TEST_CASE("what was saved for something that cannot be done any more is still read, and can be thrown away") {
    House house;
    const auto reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto path = page_of(reference) + "/act/escalate";
    REQUIRE(teacher.fill_in(path, {{"why", "<i>Half a wor</i>"}, {"_save", "yes"}}).status == 303);
    withdraw(teacher, reference);
    const auto page = teacher.get(path);
    CHECK(page.status == 409);
    CHECK(shows(page, "What you had saved"));
    CHECK(shows(page, "&lt;i&gt;Half a wor&lt;/i&gt;"));
    CHECK(shows(page, "/throw-away"));
}

TEST_CASE("whoever comes too late to do it at all still reads what they typed") {
    House house;
    const auto reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto path = page_of(reference) + "/act/escalate";
    const auto form = teacher.get(path);
    Form typed{{"why", "Typed <slowly>"}};
    typed = Browser::with_hidden(form, std::move(typed));
    withdraw(teacher, reference);
    const auto late = teacher.post(path, typed);
    CHECK(late.status == 409);
    CHECK(shows(late, "is not open to you any more"));
    CHECK(shows(late, "Typed &lt;slowly&gt;"));
}

TEST_CASE("that a child is in danger is never put off, and what takes a line only is not saved half done") {
    House house;
    const auto reference = house.world.raise();
    Browser teacher(house, "teacher");
    CHECK(shows(teacher.get(page_of(reference) + "/act/add_note"), "Save and come back later"));
    CHECK_FALSE(shows(teacher.get(page_of(reference) + "/act/declare_danger"), "Save and come back later"));
}

TEST_CASE("somebody shut out of a disagreement finds no draft of it") {
    House house;
    const auto reference = with_a_form_owed(house);
    Browser head(house, "head");
    const auto draft = save_alert(head, reference);
    REQUIRE(house.world.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("head"), "related", "e1"));
    CHECK(head.get(draft).status == 404);
    CHECK(head.get(draft).body == head.get("/drafts/" + std::string(32, '0')).body);
    CHECK_FALSE(shows(head.get("/work"), reference));
    CHECK(head.post(draft + "/throw-away", {}).status == 404);
}
