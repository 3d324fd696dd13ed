// Tokens from the console, and the API behind the real server.
#include <doctest/doctest.h>

#include "json/json.h"
#include "main/browser.h"
#include "main/program.h"
#include "store/temporary_folder.h"

namespace {

using running::run;

struct Riverside {
    Riverside() {
        const auto added = run({"partnership", "add", "--data", data, "--name", "Riverside", "--key",
                                "riverside", "--pack", "north-tyneside"});
        REQUIRE_MESSAGE(added.status == 0, added.err);
        const auto user = run({"user", "add", "--data", data, "--name", "Bea Keeper", "--email",
                               "bea@riverside.example", "--no-password", "--post",
                               "riverside.business-manager"});
        REQUIRE_MESSAGE(user.status == 0, user.err);
    }

    running::Ended token(std::vector<std::string> words) const {
        words.insert(words.begin(), "token");
        words.insert(words.end(), {"--data", data});
        return run(words);
    }
    json::Value token_json(std::vector<std::string> words) const {
        words.emplace_back("--json");
        const auto ended = token(words);
        REQUIRE_MESSAGE(ended.status == 0, ended.err);
        return *json::parse(ended.out);
    }

    testing::TemporaryFolder folder;
    std::string data = (folder.path() / "d").string();
};

}  // namespace

TEST_CASE("a token is made, listed without its secret, and revoked") {
    const Riverside riverside;
    const auto made = riverside.token_json({"add", "--person", "Bea@Riverside.example", "--scope", "read",
                                            "--scope", "act", "--days", "30", "--label", "case system"});
    const auto secret = made.at("token").get_string();
    CHECK(secret.size() == 43);
    const auto listed = riverside.token({"list"});
    CHECK(listed.out.find(secret) == std::string::npos);
    CHECK(listed.out.find("bea@riverside.example  read,act") != std::string::npos);
    const auto id = made.at("id").get_string();
    CHECK(riverside.token({"revoke", id}).status == 0);
    CHECK(riverside.token({"revoke", id}).status == 1);
    CHECK(riverside.token({"list"}).out.find("no valid token") != std::string::npos);
}

TEST_CASE("a token for nobody, for nothing or for too long is refused") {
    const Riverside riverside;
    CHECK(riverside.token({"add", "--person", "nobody@x.example", "--scope", "read"}).status == 1);
    CHECK(riverside.token({"add", "--person", "bea@riverside.example", "--scope", "read", "--days", "400"})
              .status == 1);
    CHECK(riverside.token({"add", "--person", "bea@riverside.example", "--scope", "everything"}).status == 2);
    CHECK(riverside.token({"add", "--person", "bea@riverside.example"}).status == 2);
}

TEST_CASE("the API answers behind the real server, beside the pages") {
    const Riverside riverside;
    const auto link = riverside.token_json({"calendar", "--person", "bea@riverside.example", "--address", ""})
                          .at("href")
                          .get_string();
    const running::Service service(
        {.arguments = {"serve", "--data", riverside.data, "--listen", "127.0.0.1:0"}});
    running::Browser browser(service.port());
    const auto document = browser.get("/api/v1/openapi.json");
    CHECK(document.status == 200);
    CHECK(json::parse(document.body));
    CHECK(browser.get("/api/v1/disagreements").status == 401);
    CHECK(browser.get("/api/v1/disagreements").says("token_missing"));
    CHECK(browser.get("/metrics").status == 401);
    CHECK(browser.get("/api/v1/nothing").says("\"status\":404"));
    const auto feed = browser.get(link);
    CHECK(feed.status == 200);
    CHECK(feed.body.starts_with("BEGIN:VCALENDAR"));
    CHECK(browser.get("/calendar/nothing.ics").status == 404);
    // What the server itself refuses is a problem for a program, and a page for a person.
    const std::string too_much(2 * 1024 * 1024, 'x');
    const auto program = running::Browser(service.port()).send({.action = "/api/v1/deadlines", .fields = {{"words", too_much}}, .choices = {}});
    CHECK(program.status == 413);
    CHECK(program.says("\"rule\":\"too_large\""));
    const auto person = running::Browser(service.port()).send({.action = "/raise", .fields = {{"words", too_much}}, .choices = {}});
    CHECK(person.status == 413);
    CHECK(person.says("too much to send at once"));
}
