#include "web/browser.h"

using namespace web::testing;
using app::PersonId;

TEST_CASE("nobody sees a page of the house without signing in, and is led back to where they wanted to go") {
    House house;
    Browser browser(house);
    const std::string reference = house.world.raise();
    for (const std::string& path : std::vector<std::string>{"/work", "/raise", "/policies", "/register",
                                                            "/disagreements/" + reference}) {
        const auto answer = browser.get(path);
        CHECK(answer.status == 303);
        CHECK(answer.headers.get("Location").starts_with("/sign-in"));
    }
    CHECK(browser.get("/disagreements/" + reference).headers.get("Location") ==
          "/sign-in?then=%2Fdisagreements%2F" + reference);
    CHECK(browser.get("/").headers.get("Location") == "/sign-in");
}

TEST_CASE("somebody signs in with their password, and lands where they wanted to go") {
    House house;
    REQUIRE(house.world.people.set_password(PersonId("teacher"), "seven green bottles standing"));
    Browser browser(house);
    const auto wrong = browser.send(browser.posting(
        "/sign-in", {{"email", "teacher@example.org"}, {"password", "seven red bottles standing"}}));
    CHECK(wrong.status == 200);
    CHECK(title_of(wrong).starts_with("Error: Sign in"));
    CHECK_FALSE(shows(wrong, "seven red bottles"));
    const auto unknown =
        browser.send(browser.posting("/sign-in", {{"email", "teacher@example.org"}, {"password", "x"}}));
    CHECK(unknown.body == wrong.body);

    const auto right = browser.send(browser.posting("/sign-in", {{"email", "Teacher@example.org"},
                                                                 {"password", "seven green bottles standing"},
                                                                 {"then", "/policies"}}));
    CHECK(right.status == 303);
    CHECK(right.headers.get("Location") == "/policies");
    const std::string cookie(right.headers.get("Set-Cookie"));
    CHECK(cookie.find("HttpOnly") != std::string::npos);
    CHECK(cookie.find("SameSite=Lax") != std::string::npos);
    CHECK(browser.get("/work").status == 200);
}

TEST_CASE("after signing in nobody is led out of the house") {
    House house;
    REQUIRE(house.world.people.set_password(PersonId("teacher"), "seven green bottles standing"));
    for (const std::string then :
         {"//evil.example", "https://evil.example/", "/\\evil.example", "/%2e%2e/x", "javascript:alert(1)",
          "/work\r\nSet-Cookie: a=b", "", "/sign-out", "work"}) {
        Browser browser(house);
        const auto answer =
            browser.send(browser.posting("/sign-in", {{"email", "teacher@example.org"},
                                                      {"password", "seven green bottles standing"},
                                                      {"then", then}}));
        CHECK(answer.status == 303);
        CHECK(answer.headers.get("Location") == "/work");
    }
}

TEST_CASE("outside a demo nobody signs in as a persona") {
    House house;
    Browser browser(house);
    CHECK_FALSE(shows(browser.get("/sign-in"), "Sign in to the demo"));
    const auto answer = browser.send(browser.posting("/sign-in/persona", {{"person", "teacher"}}));
    CHECK(answer.status == 404);
    CHECK(browser.cookie().empty());
}

TEST_CASE("who signs out, or does nothing for too long, is asked to sign in again") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(teacher.get("/work").status == 200);
    house.world.clock.pass(std::chrono::minutes{31});
    CHECK(teacher.get("/work").status == 303);

    Browser head(house, "head");
    const std::string old = head.cookie();
    CHECK(head.post("/sign-out", {}).headers.get("Location") == "/signed-out");
    CHECK_FALSE(house.sessions.find(old));
    CHECK(head.get("/signed-out").status == 200);
}

TEST_CASE("a form without its token, with another's, or from elsewhere changes nothing") {
    House house;
    const std::string reference = house.world.raise();
    Browser head(house, "head");
    Browser teacher(house, "teacher");
    const std::string path = "/disagreements/" + reference + "/act/add_note";
    const auto page = teacher.get(path);
    Form form{{"note", "A note"},
              {"_command", *Browser::hidden(page, "_command")},
              {"_revision", *Browser::hidden(page, "_revision")}};
    const auto before = events(house);

    CHECK(teacher.send(teacher.posting(path, form)).status == 403);
    Form theirs = form;
    theirs.emplace_back("_token", head.token());
    CHECK(teacher.send(teacher.posting(path, theirs)).status == 403);

    Form own = form;
    own.emplace_back("_token", teacher.token());
    for (const auto& [name, value] : Form{{"origin", "http://evil.example"},
                                          {"origin", "null"},
                                          {"sec-fetch-site", "cross-site"},
                                          {"sec-fetch-site", "same-site"},
                                          {"origin", "http://127.0.0.1:8080.evil.example"}}) {
        auto forged = teacher.posting(path, own);
        forged.headers.set(name, value);
        CHECK(teacher.send(forged).status == 403);
    }
    auto without_origin = teacher.posting(path, own);
    without_origin.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    CHECK(teacher.send(without_origin).status == 403);
    CHECK(events(house) == before);

    CHECK(teacher.send(teacher.posting(path, own)).status == 303);
    CHECK(events(house) == before + 1);
}

TEST_CASE("a POST to any address from elsewhere is refused") {
    House house;
    Browser teacher(house, "teacher");
    for (const std::string path : {"/sign-in", "/sign-in/persona", "/sign-out", "/raise/riverside/questions",
                                   "/drafts/X/questions/child", "/drafts/X/check", "/disagreements/X/act/answer", "/disagreements/X/identity"}) {
        auto forged = teacher.posting(path, {{"_token", teacher.token()}});
        forged.headers.set("origin", "http://evil.example");
        CHECK(teacher.send(forged).status == 403);
    }
}

TEST_CASE("addresses that are not there, methods that do not fit, and health") {
    House house;
    Browser teacher(house, "teacher");
    CHECK(teacher.get("/nowhere").status == 404);
    const auto wrong = teacher.send(teacher.posting("/work", {}));
    CHECK(wrong.status == 405);
    CHECK(wrong.headers.get("Allow") == "GET, HEAD");
    Browser nobody(house);
    CHECK(nobody.get("/health/live").status == 200);
    CHECK(nobody.get("/health/ready").status == 200);
    house.ready = false;
    CHECK(nobody.get("/health/ready").status == 503);
    CHECK(nobody.get("/health/live").status == 200);
    CHECK(nobody.get("/assets/fingerprint/app.css").status == 200);
    CHECK(house.site.failed().status == 500);
    CHECK(house.site.refused({503, "busy", "/work"}).body.find("the service is unavailable") != std::string::npos);
    CHECK(house.site.refused({413, "a body over the limit", "/raise"}).body.find("too much to send") !=
          std::string::npos);
    CHECK(house.site.refused({400, "a broken head", ""}).status == 400);
    for (const std::string path :
         {"/help", "/accessibility", "/privacy", "/cookies", "/sign-in", "/signed-out"}) {
        CHECK(nobody.get(path).status == 200);
    }
}

TEST_CASE("a form that is no form is answered, and changes nothing") {
    House house;
    Browser teacher(house, "teacher");
    auto odd = teacher.posting("/sign-out", {});
    odd.headers.set("content-type", "text/plain");
    CHECK(teacher.send(odd).status == 400);
    odd = teacher.posting("/sign-out", {});
    odd.body = "%zz=%zz";
    CHECK(teacher.send(odd).status == 400);
}
