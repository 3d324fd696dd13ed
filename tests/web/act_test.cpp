#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

namespace {

std::string act(const std::string& reference, const std::string& action) {
    return "/disagreements/" + reference + "/act/" + action;
}

Form escalating() {
    return {{"reason", "unsettled"},
            {"why", "We still see it differently"},
            {"safe_now", "yes"},
            {"protection", "An aunt stays"}};
}

}  // namespace

TEST_CASE(
    "a disagreement is taken through its life by following its pages: up, answered, settled, confirmed, "
    "closed") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher"), head(house, "head"), manager(house, "manager"),
        keeper(house, "keeper");

    const auto up = teacher.fill_in(act(reference, "escalate"), escalating());
    CHECK(up.headers.get("Location") == "/disagreements/" + reference + "?done=escalate");
    const auto told = teacher.get(std::string(up.headers.get("Location")));
    CHECK(shows(told, "You took the disagreement up."));
    CHECK(shows(told, "What happens next"));

    const auto answered = manager.fill_in(act(reference, "answer") + "?about=care",
                                          {{"answer", "in-part"}, {"rationale", "A visit this week"}});
    CHECK(answered.status == 303);
    const auto proposed = head.fill_in(act(reference, "propose_outcome") + "?about=care",
                                       {{"outcome", "An assessment by Friday"}});
    CHECK(proposed.status == 303);
    CHECK(manager.fill_in(act(reference, "confirm_outcome"), {}).status == 303);
    const auto page = head.get("/disagreements/" + reference);
    CHECK(shows(page, "Settled"));
    CHECK(shows(page, "An assessment by Friday"));
    CHECK(keeper.get("/disagreements/" + reference).status == 200);
}

TEST_CASE("what moves it on is looked at once more before it is recorded, and can be changed; a note is not") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto path = act(reference, "escalate");
    const auto form = teacher.get(path);
    CHECK(shows(form, "What was raised"));
    Form sent = escalating();
    sent = Browser::with_hidden(form, std::move(sent));
    const auto before = events(house);
    const auto check = teacher.post(path, sent);
    CHECK(check.status == 200);
    CHECK(shows(check, "Check it before it is recorded"));
    CHECK(shows(check, "An aunt stays"));
    CHECK(events(house) == before);

    Form changed = sent;
    changed.emplace_back("_change", "yes");
    const auto again = teacher.post(path, changed);
    CHECK(shows(again, "An aunt stays</textarea>"));
    CHECK_FALSE(shows(again, "There is a problem"));
    CHECK(Browser::hidden(again, "_command") == Browser::hidden(form, "_command"));
    CHECK(events(house) == before);

    // What the engine would refuse is said before anything is to be checked.
    Form wrong = sent;
    std::erase_if(wrong, [](const auto& field) { return field.first == "reason"; });
    CHECK(shows(teacher.post(path, wrong), "There is a problem"));

    sent.emplace_back("_checked", "yes");
    CHECK(teacher.post(path, sent).status == 303);
    CHECK(events(house) > before);
    const auto note = teacher.get(act(reference, "add_note"));
    Form words{{"note", "Rang at noon"}};
    words = Browser::with_hidden(note, std::move(words));
    CHECK(teacher.post(act(reference, "add_note"), words).status == 303);
}

TEST_CASE("whoever confirms has the outcome before them; whoever declares danger is told to call first") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher"), head(house, "head"), manager(house, "manager");
    CHECK(shows(teacher.get(act(reference, "declare_danger")), "call 999 first"));
    REQUIRE(teacher.fill_in(act(reference, "escalate"), escalating()).status == 303);
    CHECK(shows(manager.get(act(reference, "answer") + "?about=care"), "What was raised"));
    REQUIRE(head.fill_in(act(reference, "propose_outcome") + "?about=care", {{"outcome", "An assessment by Friday"}}).status == 303);
    CHECK(shows(manager.get(act(reference, "confirm_outcome")), "An assessment by Friday"));
}

TEST_CASE("a form that stood open while its owner signed in again comes back with what was typed, and nothing is done") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto path = act(reference, "add_note");
    const auto form = teacher.get(path);
    Form note{{"note", "Half an hour of words"}};
    note = Browser::with_hidden(form, std::move(note));
    const auto before = events(house);
    note.emplace_back("_token", "of-another-session");
    const auto answer = teacher.send(teacher.posting(path, note));
    CHECK(answer.status == 403);
    CHECK(shows(answer, "Half an hour of words</textarea>"));
    CHECK(shows(answer, "It has not been sent yet"));
    CHECK(events(house) == before);
}

TEST_CASE("the same form sent twice is one effect") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto page = teacher.get(act(reference, "escalate"));
    Form form = escalating();
    form = Browser::with_hidden(page, std::move(form));
    form.emplace_back("_checked", "yes");
    const auto first = teacher.post(act(reference, "escalate"), form);
    const auto after = events(house);
    const auto second = teacher.post(act(reference, "escalate"), form);
    CHECK(first.status == 303);
    CHECK(second.headers.get("Location") == first.headers.get("Location"));
    CHECK(events(house) == after);
}

TEST_CASE("whoever comes second is shown what happened meanwhile, and keeps their answers") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher"), worker(house, "worker");
    const auto page = teacher.get(act(reference, "add_note"));
    Form note{{"note", "Seen at the gate <today>"}};
    note = Browser::with_hidden(page, std::move(note));
    REQUIRE(worker.fill_in(act(reference, "add_note"), {{"note", "A word from the worker"}}).status == 303);

    const auto second = teacher.post(act(reference, "add_note"), note);
    CHECK(second.status == 409);
    CHECK(shows(second, "Somebody else has acted meanwhile"));
    CHECK(shows(second, "A word from the worker"));
    CHECK(shows(second, "Seen at the gate &lt;today&gt;</textarea>"));
    for (auto& [name, value] : note) {
        if (name == "_revision") value = *Browser::hidden(second, "_revision");
    }
    CHECK(teacher.post(act(reference, "add_note"), note).status == 303);
}

TEST_CASE("what is refused is said at its field, and nothing is recorded") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto before = events(house);
    const auto page = teacher.fill_in(act(reference, "escalate"), {{"reason", "unsettled"}});
    CHECK(page.status == 200);
    CHECK(title_of(page).starts_with("Error: "));
    CHECK(shows(page, "href=\"#answer-why\""));
    CHECK(shows(page, "href=\"#answer-safe_now\""));
    CHECK(shows(page, "href=\"#answer-protection\""));
    CHECK(events(house) == before);
}

TEST_CASE(
    "what happened yesterday by telephone is entered with its own time, and a late entry with its reason") {
    House house;
    const std::string reference = house.world.raise();
    house.world.clock.pass(std::chrono::hours{24 * 5});
    Browser teacher(house, "teacher");
    Form talk{{"how", "telephone"},        {"summary", "We spoke"},      {"happened_at-day", "19"},
              {"happened_at-month", "11"}, {"happened_at-year", "2026"}, {"happened_at-time", "2:30pm"}};
    CHECK(shows(teacher.fill_in(act(reference, "record_discussion"), talk),
                "Enter why it is entered more than a working day after"));
    talk.emplace_back("late_reason", "I was ill");
    CHECK(teacher.fill_in(act(reference, "record_discussion"), talk).status == 303);
    const auto page = teacher.get("/disagreements/" + reference);
    CHECK(shows(page, "Thursday 19 November 2026 at 2:30pm"));
    CHECK(shows(page, ", entered "));

    talk[5].second = "half past two";
    CHECK(shows(teacher.fill_in(act(reference, "record_discussion"), talk), "href=\"#answer-happened_at-time\">Enter a real time, such as 2:30pm"));
    talk[5].second.clear();
    CHECK(shows(teacher.fill_in(act(reference, "record_discussion"), talk), "Enter a time, such as 2:30pm"));
    talk[5].second = "14:30";
    talk[4].second = "2027";
    CHECK(shows(teacher.fill_in(act(reference, "record_discussion"), talk), "The date must be today or in the past"));
    talk[5].second.clear();
    const auto to_come = teacher.fill_in(act(reference, "record_discussion"), talk);
    CHECK(shows(to_come, "The date must be today or in the past"));
    CHECK_FALSE(shows(to_come, "Enter a time"));
}

TEST_CASE("what a person may not do now is a page with the reason, and changes nothing") {
    House house;
    const std::string reference = house.world.raise();
    Browser worker(house, "worker");
    const auto page = worker.get(act(reference, "escalate"));
    CHECK(page.status == 409);
    CHECK(shows(page, "Nothing was changed"));
    CHECK(worker.get(act(reference, "no_such_thing")).status == 404);
    CHECK(shows(worker.get("/disagreements/" + reference), "What you cannot do now, and why"));
}

TEST_CASE("[ALL-2] the business manager enters what somebody without an account said") {
    House house;
    const std::string reference = house.world.raise();
    Browser keeper(house, "keeper");
    const std::string others = "/disagreements/" + reference + "/for-others";
    CHECK(shows(keeper.get("/disagreements/" + reference), others));
    const std::string path = act(reference, "record_discussion") + "?for=care.worker";
    CHECK(shows(keeper.get(others), path));
    const auto form = keeper.get(path);
    CHECK(shows(form, "You enter this for Social worker"));
    CHECK(
        shows(keeper.fill_in(path, {{"how", "telephone"}, {"summary", "They rang"}}), "There is a problem"));
    const auto done = keeper.fill_in(path, {{"how", "telephone"},
                                            {"summary", "They rang"},
                                            {"said_by", "The worker"},
                                            {"said_how", "telephone"},
                                            {"said_at-day", "19"},
                                            {"said_at-month", "11"},
                                            {"said_at-year", "2026"}});
    CHECK(done.status == 303);
    CHECK(shows(keeper.get("/disagreements/" + reference), "entered for them by Person keeper"));

    Browser teacher(house, "teacher");
    CHECK_FALSE(shows(teacher.get("/disagreements/" + reference), others));
    CHECK(shows(teacher.get(others), "nothing now that you could enter"));
}

TEST_CASE("a command id that no form of ours made is refused") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    for (const std::string id : {"", "expire/x", "ABCDEF", "0123456789abcdef0123456789abcdeg"}) {
        CHECK(teacher.post(act(reference, "add_note"), {{"note", "x"}, {"_command", id}, {"_revision", "3"}})
                  .status == 400);
    }
}

TEST_CASE("of sections that exclude each other one is filled in: said where they begin, and a mistake leads there") {
    House house;
    auto& world = house.world;
    REQUIRE(world.administration.add_partnership({"seaside", "Seaside Partnership", "trial forms", "trial.yaml"}));
    world.import(
        "key,name,sector,partnerships\nschool,Fernbank School,school,riverside seaside\n"
        "care,Riverside Care,social-care,riverside seaside\n");
    const auto raised = world.transact.raise(PersonId("teacher"), "seaside", world.raising());
    REQUIRE(raised);
    world.act("teacher", raised->reference, world.escalating());
    Browser head(house, "head");
    const auto path = act(raised->reference, "submit_form") + "?about=alert";
    const auto form = head.get(path);
    const std::string words = "Fill in exactly one of ‘What was agreed’ or ‘What is left’.";
    REQUIRE(shows(form, words));
    CHECK(form.body.find(words) > form.body.find("The worry"));
    CHECK(form.body.find(words) < form.body.find("name=\"agreed\""));
    const auto both = head.fill_in(path, {{"worry", "Alone"}, {"agreed", "A visit"}, {"left", "The rest"}});
    CHECK(shows(both, "<a href=\"#answer-agreed\">Fill in exactly one of"));
    CHECK(shows(head.fill_in(path, {{"worry", "Alone"}}), "<a href=\"#answer-agreed\">Fill in exactly one of"));
    CHECK(head.fill_in(path, {{"worry", "Alone"}, {"left", "The rest"}}).status == 303);
}
