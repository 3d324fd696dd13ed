#include <set>

#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

TEST_CASE("whoever is excluded gets the same bytes as for a reference that does not exist") {
    House house;
    const std::string reference = house.world.raise();
    Browser worker(house, "worker");
    CHECK(worker.get("/disagreements/" + reference).status == 200);
    REQUIRE(house.world.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("worker"),
                                               "A relative", "x1"));
    for (const std::string below :
         {"", "/raised", "/record.pdf", "/identity", "/act/answer", "/act/answer?about=care", "/act/nonsense"}) {
        const auto excluded = worker.get("/disagreements/" + reference + below);
        const auto unknown = worker.get("/disagreements/ZZZZ-ZZZZ-ZZ" + below);
        CHECK(excluded.status == 404);
        CHECK(excluded.body == unknown.body);
        CHECK(excluded.headers == unknown.headers);
    }
    const Form form{
        {"note", "x"}, {"_command", "0123456789abcdef0123456789abcdef"}, {"_revision", "3"}, {"reason", "x"}};
    for (const std::string below : {"/act/add_note", "/identity"}) {
        const auto excluded = worker.post("/disagreements/" + reference + below, form);
        CHECK(excluded.status == 404);
        CHECK(excluded.body == worker.post("/disagreements/ZZZZ-ZZZZ-ZZ" + below, form).body);
    }
    CHECK_FALSE(shows(worker.get("/work"), reference));
    CHECK_FALSE(shows(worker.get("/work/your-move"), reference));
}

TEST_CASE("people of another partnership, strangers and administrators find nothing") {
    House house;
    const std::string reference = house.world.raise();
    for (const std::string person : {"nurse", "stranger", "admin", "keeper2"}) {
        Browser browser(house, person);
        CHECK(browser.get("/disagreements/" + reference).status == 404);
        CHECK(browser.get("/policies/riverside").status ==
              (person == "admin" ? browser.get("/policies/hillside").status : 404));
        CHECK(browser.get("/register/riverside").status == 404);
    }
}

TEST_CASE("who the child is stays hidden from the business manager until they give a reason") {
    House house;
    const std::string reference = house.world.raise();
    Browser keeper(house, "keeper");
    const std::string path = "/disagreements/" + reference;
    const auto masked = keeper.get(path);
    CHECK_FALSE(shows(masked, app::testing::canary_name));
    CHECK(shows(masked, "Open who the child is, with a reason"));
    const auto before = events(house);
    CHECK(shows(keeper.fill_in(path + "/identity", {{"reason", " "}}), "There is a problem"));
    CHECK(events(house) == before);
    const auto opened = keeper.fill_in(path + "/identity", {{"reason", "The panel needs the file"}});
    CHECK(opened.headers.get("Location") == path + "?done=identity");
    const auto page = keeper.get(path + "?done=identity");
    CHECK(shows(page, app::testing::canary_name));
    CHECK(shows(page, "That is on record"));

    Browser teacher(house, "teacher");
    CHECK(teacher.get(path + "/identity").status == 404);
}

TEST_CASE("the register shows references, topics, agencies and dates, and nobody's name") {
    House house;
    const std::string reference = house.world.raise();
    Browser keeper(house, "keeper");
    CHECK(keeper.get("/register").headers.get("Location") == "/register/riverside");
    const auto page = keeper.get("/register/riverside");
    CHECK(shows(page, reference));
    CHECK(shows(page, "Levels of need"));
    CHECK(shows(page, "From Fernbank School to Riverside Care"));
    CHECK_FALSE(shows(page, app::testing::canary_name));
    CHECK_FALSE(shows(page, app::testing::canary_words));
    Browser teacher(house, "teacher");
    CHECK_FALSE(shows(teacher.get("/work"), "/register"));
    CHECK(teacher.get("/register").status == 404);
}

TEST_CASE("titles and addresses carry no names") {
    House house;
    const std::string reference = house.world.raise();
    const std::string page = "/disagreements/" + reference;
    for (const std::string person : {"teacher", "head", "worker", "manager", "keeper"}) {
        Browser browser(house, person);
        for (const std::string& path : std::vector<std::string>{
                 "/work", page, page + "/raised", page + "/act/add_note", "/policies/riverside",
                 "/raise/riverside", "/sign-out", "/work/your-move"}) {
            const auto answer = browser.get(path);
            if (answer.status != 200) continue;
            const auto title = title_of(answer);
            CHECK(title.ends_with("- Concordat"));
            CHECK(title.find("Person") == std::string::npos);
            CHECK(title.find("Zephyrine") == std::string::npos);
            CHECK(answer.body.find("href=\"" + app::testing::canary_name) == std::string::npos);
        }
    }
}
