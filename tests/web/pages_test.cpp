#include "base/text.h"
#include "web/answers.h"
#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

TEST_CASE("your work shows what waits for you, what waits for others and what has ended, with who you are") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher"), worker(house, "worker"), head(house, "head");
    const auto page = teacher.get("/work");
    CHECK(title_of(page) == "Your work - Concordat");
    CHECK(shows(page, "Person teacher"));
    CHECK(shows(page, "Class teacher (Fernbank School)"));
    CHECK(shows(page, reference));
    CHECK(shows(page, "Levels of need. Stage 1"));
    CHECK(shows(page, "Friday 20 November 2026</time> (in 1 working day)"));
    CHECK(shows(worker.get("/work"), "Their move (1)"));
    CHECK(shows(head.get("/work"), "You take part in nothing at present."));
    CHECK(shows(head.get("/work/staff"), reference));

    house.world.clock.set(app::testing::at("2026-11-24T10:00"));
    const auto late = Browser(house, "teacher").get("/work");
    CHECK(shows(late, "Overdue"));
    CHECK(shows(late, "(2 working days late)"));
}

TEST_CASE("lists longer than a page are turned by cursor") {
    House house;
    for (int i = 0; i < 62; ++i) house.world.raise();
    Browser teacher(house, "teacher");
    const auto first = teacher.get("/work/your-move");
    const std::regex next("href=\"(/work/your-move\\?sort=[^\"]*)\"");
    std::smatch found;
    REQUIRE(std::regex_search(first.body, found, next));
    std::string path = found[1].str();
    for (auto at = path.find("&amp;"); at != std::string::npos; at = path.find("&amp;"))
        path.replace(at, 5, "&");
    const auto second = teacher.get(path);
    CHECK(second.status == 200);
    CHECK(shows(second, "/disagreements/"));
    CHECK(shows(teacher.get("/work"), "(5 or more)"));
}

TEST_CASE("a disagreement is found by its reference however it is typed") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    CHECK(teacher.get("/find?reference=" + base::lower(reference)).headers.get("Location") ==
          "/disagreements/" + reference);
    CHECK(shows(teacher.get("/find?reference=nonsense"), "Enter a reference"));
}

TEST_CASE(
    "a disagreement shows safety first, what is owed with its reasons, both sides and everything that "
    "happened") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto page = teacher.get("/disagreements/" + reference);
    for (const std::string part :
         {"The child now", "What protects the child", "call 999", "What happens next", "Talk it through",
          "How this date was counted", "What you can do", "Where it stands", "Current stage",
          "What it is about", "Zephyrine Quillfeather", "Both sides", "Fernbank School", "Riverside Care",
          "What has happened", "The policy behind it", "Printed by Person teacher"}) {
        CHECK_MESSAGE(shows(page, part), part);
    }
    CHECK(page.body.find("The child now") < page.body.find("What happens next"));
    house.world.act("teacher", reference,
                    house.world.command(app::testing::Action::DeclareDanger, {{"what", "Alone at home"}}));
    CHECK(shows(teacher.get("/disagreements/" + reference), "Immediate danger has been declared"));
}

TEST_CASE("the flowchart of a policy is on its page, and a picture by itself that may load nothing") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(shows(teacher.get("/policies/riverside"), "src=\"/policies/riverside/diagram.svg\""));
    const auto picture = teacher.get("/policies/riverside/diagram.svg");
    CHECK(picture.body == diagram::draw(house.world.installation.now()->partnerships.at("riverside").pack()));
    CHECK(picture.status == 200);
    CHECK(picture.headers.get("Content-Type") == "image/svg+xml");
    CHECK(picture.headers.get("Content-Security-Policy").starts_with("default-src 'none'; style-src 'unsafe-inline';"));
    CHECK(shows(picture, "Stage 1: "));
    CHECK(teacher.get("/policies/elsewhere/diagram.svg").status == 404);
}

TEST_CASE("a policy can be read with its ladder, clauses and dates, and the dates of any day worked out") {
    House house;
    Browser teacher(house, "teacher");
    const auto page = teacher.get("/policies/riverside");
    for (const std::string part : {"Trial policy", "Stage 1", "Stage 2", "Talk it through",
                                   "The latest dates", "Clauses", "id=\"clause-1\""}) {
        CHECK_MESSAGE(shows(page, part), part);
    }
    const auto dated = teacher.get("/policies/riverside?from-day=23&from-month=12&from-year=2026");
    CHECK(shows(dated, "If it is raised on Wednesday 23 December 2026"));
    CHECK(shows(dated, "Christmas Day"));
    CHECK(shows(teacher.get("/policies/riverside?from-day=31&from-month=6&from-year=2026"),
                "must be a real date"));
}

TEST_CASE("the page of a policy says its steps and its named dates") {
    House house;
    REQUIRE(house.world.administration.add_partnership({"seaside", "Seaside Partnership", "trial jump", "trial.yaml"}));
    house.world.import("key,name,sector,partnerships\nschool,Fernbank School,school,riverside seaside\n");
    Browser teacher(house, "teacher");
    const auto page = teacher.get("/policies/seaside");
    CHECK(shows(page, "Notice given to the other side"));
    CHECK(shows(page, "The court hearing"));
    CHECK_FALSE(shows(teacher.get("/policies/riverside"), "The court hearing"));
}

TEST_CASE("a form of the policy keeps its sections, and refuses what names the child where it must") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher"), head(house, "head");
    house.world.act("teacher", reference, house.world.escalating());
    const std::string path = "/disagreements/" + reference + "/act/submit_form?about=alert";
    const auto form = head.get(path);
    CHECK(shows(form, "All of it"));
    CHECK(shows(head.fill_in(path, {{"worry", "Zephyrine is alone"}}), "take out what names them"));
    CHECK(head.fill_in(path, {{"worry", "A child is alone"}}).status == 303);
    CHECK(shows(head.get("/disagreements/" + reference), "Forms completed"));
}

TEST_CASE("an entry to correct is picked, not typed by number") {
    House house;
    const std::string reference = house.world.raise();
    Browser teacher(house, "teacher");
    const auto form = teacher.get("/disagreements/" + reference + "/act/correct");
    CHECK(shows(form, "Entry 1: Raised"));
    CHECK(shows(form, "Why you think it leaves the child unsafe"));
    CHECK(
        teacher
            .fill_in(
                "/disagreements/" + reference + "/act/correct",
                {{"event", "1"}, {"field", "view"}, {"value", "It is worse than that"}, {"why", "New facts"}})
            .status == 303);
    CHECK(shows(teacher.get("/disagreements/" + reference), "It is worse than that"));
}

TEST_CASE("times are read as people type them") {
    CHECK(web::parse_clock("14:30") == "14:30");
    CHECK(web::parse_clock(" 2.30 PM ") == "14:30");
    CHECK(web::parse_clock("9am") == "09:00");
    CHECK(web::parse_clock("12am") == "00:00");
    CHECK(web::parse_clock("12:15pm") == "12:15");
    for (const std::string odd :
         {"", "9", "25:00", "13pm", "0am", "9:5", "9:60", "noon", "1:2:3", "99999999999am"})
        CHECK_FALSE(web::parse_clock(odd));
}

TEST_CASE("a page of forty entries renders in few milliseconds") {
    House house;
    const std::string reference = house.world.raise();
    for (int i = 0; i < 40; ++i) {
        house.world.act(
            "teacher", reference,
            house.world.command(app::testing::Action::AddNote, {{"note", "Note " + std::to_string(i)}}));
    }
    Browser teacher(house, "teacher");
    const auto started = std::chrono::steady_clock::now();
    const auto page = teacher.get("/disagreements/" + reference);
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    CHECK(shows(page, "43 entries"));
    MESSAGE("43 entries, " << page.body.size() << " bytes, " << took.count() << " ms");
}
