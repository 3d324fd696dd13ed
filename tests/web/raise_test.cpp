#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

namespace {

const std::string questions = "/raise/riverside/questions";

Form with(Form form, const std::string& name, const std::string& value) {
    for (auto& [key, kept] : form) {
        if (key != name) continue;
        kept = value;
        return form;
    }
    form.emplace_back(name, value);
    return form;
}

Form without(Form form, const std::string& name) {
    std::erase_if(form, [&](const auto& field) { return field.first == name; });
    return form;
}

std::size_t live(House& house) {
    return house.world.rows("register").size();
}

}  // namespace

TEST_CASE(
    "a practitioner raises a disagreement: told what it is not, asked once, shown their answers, given a "
    "reference") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(teacher.get("/raise").headers.get("Location") == "/raise/riverside");
    const auto before = teacher.get("/raise/riverside");
    CHECK(shows(before, "call 999"));
    CHECK(shows(before, "It is not a complaint"));

    const auto check = teacher.fill_in(questions, raising());
    CHECK(check.status == 200);
    CHECK(title_of(check) == "Check your answers before you raise it - Riverside Partnership - Concordat");
    CHECK(shows(check, "Social worker (Riverside Care)"));
    CHECK(shows(check, "7 March 2019"));
    CHECK(live(house) == 0);

    Form answers = raising();
    answers.emplace_back("_step", "send");
    answers.emplace_back("_command", *Browser::hidden(check, "_command"));
    const auto sent = teacher.post(questions, answers);
    CHECK(sent.status == 303);
    CHECK(live(house) == 1);
    const std::string path(sent.headers.get("Location"));
    const auto raised = teacher.get(path);
    CHECK(shows(raised, "Disagreement raised"));
    CHECK(shows(raised, "What happens next"));
    CHECK(shows(raised, "Talk it through"));
    CHECK(shows(raised, "How this date was counted"));

    const auto again = teacher.post(questions, answers);
    CHECK(again.headers.get("Location") == path);
    CHECK(live(house) == 1);
}

TEST_CASE("what is missing is listed at the top with links, and every answer is kept") {
    House house;
    Browser teacher(house, "teacher");
    auto form = without(with(raising(), "child_dob-month", "13"), "protection");
    form = with(form, "view", "<b>kept & shown</b>");
    const auto page = teacher.fill_in(questions, form);
    CHECK(title_of(page).starts_with("Error: "));
    CHECK(shows(page, "There is a problem"));
    CHECK(shows(page, "href=\"#answer-child_dob-day\""));
    CHECK(shows(page, "must be a real date"));
    CHECK(shows(page, "href=\"#answer-protection\""));
    CHECK(shows(page, "&lt;b&gt;kept &amp; shown&lt;/b&gt;"));
    CHECK(live(house) == 0);
}

TEST_CASE("half a date is told by what it lacks") {
    House house;
    Browser teacher(house, "teacher");
    const auto page = teacher.fill_in(questions, with(raising(), "child_dob-day", ""));
    CHECK(shows(page, "must include a day"));
}

TEST_CASE("answers can be changed after they were checked") {
    House house;
    Browser teacher(house, "teacher");
    const auto check = teacher.fill_in(questions, raising());
    Form answers = raising();
    answers.emplace_back("_step", "change");
    answers.emplace_back("_command", *Browser::hidden(check, "_command"));
    const auto form = teacher.post(questions, answers);
    CHECK(form.status == 200);
    CHECK(shows(form, "No assessment was made</textarea>"));
    CHECK(shows(form, "value=\"2019\""));
    for (const std::string chosen : {"child-in-need", "levels-of-need", "care.worker"}) {
        const auto at = form.body.find("value=\"" + chosen + "\"");
        CHECK(form.body.substr(at, form.body.find('>', at) - at).find("checked") != std::string::npos);
    }
    CHECK(live(house) == 0);
}

TEST_CASE("raised straight at a higher stage that several posts could take, the form asks which") {
    House house;
    auto& world = house.world;
    REQUIRE(world.administration.add_partnership({"seaside", "Seaside Partnership", "trial jump", "trial.yaml"}));
    world.import(
        "key,name,sector,partnerships\n"
        "school,Fernbank School,school,riverside seaside\n"
        "care,Riverside Care,social-care,riverside seaside\n");
    world.import(
        "key,agency,kind,title,team,reports_to,contact,verified_on\n"
        "care.manager,care,team-manager,Team manager,North,,,\n"
        "care.manager2,care,team-manager,Team manager,South,,,\n");
    world.import("post,person,deputy,from,until\ncare.manager2,stranger,,,\n");
    const std::string seaside = "/raise/seaside/questions";
    Browser teacher(house, "teacher");
    Form form = raising();
    form.emplace_back("start", "managers");
    form.emplace_back("jump_reason", "It cannot wait");
    const auto asked = teacher.fill_in(seaside, form);
    CHECK(shows(asked, "choose one by its team or locality"));
    CHECK(shows(asked, "href=\"#answer-receiving_posts"));
    CHECK(shows(asked, "value=\"care.manager2\""));
    CHECK(shows(asked, "Team manager, South"));
    form.emplace_back("receiving_posts", "care.manager2");
    form.emplace_back("_command", *Browser::hidden(asked, "_command"));
    const auto check = teacher.post(seaside, form);
    CHECK(shows(check, "Check your answers"));
    form.emplace_back("_step", "send");
    CHECK(teacher.post(seaside, form).status == 303);
    CHECK(live(house) == 1);
}

TEST_CASE("nobody raises from a post that is not theirs, nor where they do not work") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(shows(teacher.fill_in(questions, with(raising(), "raiser_post", "care.manager")),
                "There is a problem"));
    CHECK(teacher.get("/raise/hillside").status == 404);
    CHECK(teacher.get("/raise/hillside/questions").status == 404);
    CHECK(teacher.get("/raise/nowhere").body == teacher.get("/raise/hillside").body);
    Browser stranger(house, "stranger");
    CHECK(shows(stranger.get("/raise"), "You hold no post"));
    CHECK(live(house) == 0);
}

TEST_CASE("[ALL-2] a safeguarding lead raises for a colleague, and says who said it, how and when") {
    House house;
    Browser lead(house, "dsl");
    const auto page = lead.fill_in(questions, raising());
    CHECK(shows(page, "Enter who said it"));
    Form form = raising();
    for (const auto& [name, value] : Form{{"said_by", "The class teacher"},
                                          {"said_how", "in-person"},
                                          {"said_at-day", "19"},
                                          {"said_at-month", "11"},
                                          {"said_at-year", "2026"}}) {
        form.emplace_back(name, value);
    }
    CHECK(shows(lead.fill_in(questions, form), "Check your answers"));
}
