// Who may come in: tokens, their scopes, and the same gate as the pages.
#include "api/caller.h"

using namespace api::testing;

TEST_CASE("without a token, or with one that is not known, an address says that it wants one") {
    Office office;
    for (const auto& secret : {std::string(), std::string("not-a-token")}) {
        const auto response = Caller(office.api, secret).get("/api/v1/disagreements");
        CHECK(response.status == 401);
        CHECK(response.header("WWW-Authenticate").starts_with("Bearer"));
        CHECK(response.header("Content-Type") == "application/problem+json");
    }
}

TEST_CASE("a token opens only what it is for") {
    Office office;
    const auto reader = office.caller("teacher", {Scope::Read});
    CHECK(reader.get("/api/v1/disagreements").status == 200);
    const auto refused = reader.post("/api/v1/disagreements", raising(), with_key("k"));
    CHECK(refused.status == 403);
    CHECK(refused.header("WWW-Authenticate").find("scope=\"act\"") != std::string::npos);
    CHECK(reader.get("/metrics").status == 403);
    CHECK(reader.get("/api/v1/directory/posts?partnership=riverside").status == 403);
    CHECK(office.caller("teacher", {Scope::Calendar}).get("/api/v1/disagreements").status == 403);
    CHECK(office.caller("teacher", {Scope::Metrics}).get("/metrics").status == 200);
}

TEST_CASE("a token that ran out or was revoked opens nothing") {
    Office office;
    const auto issued = office.tokens.issue({app::PersonId("teacher"), {Scope::Read}, 1});
    const Caller caller(office.api, issued->secret);
    CHECK(caller.get("/api/v1/disagreements").status == 200);
    CHECK(office.tokens.revoke(issued->token.id));
    CHECK(caller.get("/api/v1/disagreements").status == 401);
    const auto later = office.caller("teacher");
    office.world.clock.pass(std::chrono::days{31});
    CHECK(later.get("/api/v1/disagreements").status == 401);
}

TEST_CASE("whoever has no part in it is told that there is no such disagreement") {
    Office office;
    const auto path = path_of(raised(office.caller("teacher")));
    const auto stranger = office.caller("stranger");
    const auto unknown = stranger.get("/api/v1/disagreements/2222-2222-22");
    for (const auto* rest : {"", "/events", "/forms/alert"}) {
        const auto response = stranger.get(path + rest);
        CHECK(response.status == 404);
        CHECK(response.body == unknown.body);
    }
    const auto acted = stranger.post(path + "/actions/add_note", note("x"), with_key("k", 3));
    CHECK(acted.status == 404);
    CHECK(acted.body == unknown.body);
    CHECK(office.caller("nurse").get("/api/v1/register?partnership=riverside").status == 404);
    CHECK(office.caller("nurse").get("/api/v1/partnerships/riverside/raise").status == 404);
    CHECK(office.caller("nurse").get("/api/v1/policies/trial?partnership=riverside").status == 404);
}

TEST_CASE("whoever is excluded cannot learn of it, also not from a command of theirs that landed before") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    REQUIRE(office.world.guardian.set_exclusion(app::PersonId("guardian"), first.text("reference"),
                                                app::PersonId("teacher"), "a relative", "x1"));
    CHECK(teacher.get(path_of(first)).status == 404);
    CHECK(teacher.get("/api/v1/disagreements?part=their-move").at("items").get_array().empty());
    const auto again = teacher.post("/api/v1/disagreements", raising(), with_key("raise-1"));
    CHECK(again.status == 404);
    CHECK(again.body.find(first.text("reference")) == std::string::npos);
}

TEST_CASE("the register and its report name nobody of the family") {
    Office office;
    raised(office.caller("teacher"));
    const auto keeper = office.caller("keeper");
    const auto rows = keeper.get("/api/v1/register?partnership=riverside");
    REQUIRE(rows.status == 200);
    REQUIRE(rows.at("items").get_array().size() == 1);
    const auto report = keeper.get("/api/v1/reports/quarter?partnership=riverside");
    REQUIRE(report.status == 200);
    CHECK(report.at("opened").get_int() == 1);
    CHECK(report.text("first") == "2026-10-01");
    CHECK(report.text("last") == "2026-12-31");
    for (const auto& body : {rows.body, report.body}) {
        for (const auto& word : {app::testing::canary_name, app::testing::canary_born})
            CHECK(body.find(word) == std::string::npos);
    }
    CHECK(keeper.get("/api/v1/reports/year?partnership=riverside&from=2025-03-01").at("opened").get_int() == 0);
    CHECK(keeper.get("/api/v1/reports/decade?partnership=riverside").status == 404);
}

TEST_CASE("opening who the child is wants a token that was made for it") {
    Office office;
    const auto path = path_of(raised(office.caller("teacher")));
    const auto acting = office.caller("keeper", {Scope::Read, Scope::Act});
    const auto events = office.events();
    CHECK(acting.post(path + "/identity", json::Object().set("reason", "the family called"), with_key("r1")).status == 403);
    CHECK(office.events() == events);
}

TEST_CASE("who the child is stays masked until it is released, with a reason that is on record") {
    Office office;
    const auto path = path_of(raised(office.caller("teacher")));
    const auto keeper = office.caller("keeper");
    const auto before = keeper.get(path + "/events");
    REQUIRE(before.status == 200);
    CHECK(before.body.find(app::testing::canary_name) == std::string::npos);
    const auto empty = keeper.post(path + "/identity", json::Object().set("reason", ""), with_key("r0"));
    CHECK(empty.status == 422);
    CHECK_FALSE(empty.error_at("/reason").empty());
    const auto events = office.events();
    CHECK(keeper.post(path + "/identity", json::Object().set("reason", "the family called"), with_key("r1"))
              .status == 200);
    CHECK(office.events() == events + 1);
    const auto again = keeper.post(path + "/identity", json::Object().set("reason", "the family called"), with_key("r1"));
    CHECK(again.header("Idempotent-Replayed") == "true");
    const auto other = keeper.post(path + "/identity", json::Object().set("reason", "something else"), with_key("r1"));
    CHECK(other.text("rule") == "command_reused");
    CHECK(office.events() == events + 1);
    CHECK(keeper.get(path + "/events").body.find(app::testing::canary_name) != std::string::npos);
}

TEST_CASE("a calendar at a secret address holds a person's dates and nobody's name") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    const auto made = teacher.post("/api/v1/calendar", json::Object());
    REQUIRE(made.status == 201);
    const std::string path = made.text("href").substr(std::string("http://127.0.0.1:8080").size());
    const auto feed = Caller(office.api, "").get(path);
    REQUIRE(feed.status == 200);
    CHECK(feed.body.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(feed.body.ends_with("END:VCALENDAR\r\n"));
    CHECK(feed.body.find("DTSTART;VALUE=DATE:20261120\r\n") != std::string::npos);
    CHECK(feed.body.find("SUMMARY:" + first.text("reference")) != std::string::npos);
    CHECK(feed.body.find(app::testing::canary_name) == std::string::npos);
    for (const auto& line : base::split(feed.body, '\n')) CHECK(line.size() <= 76);
    CHECK(Caller(office.api, "").get("/calendar/nothing.ics").status == 404);
    CHECK(Caller(office.api, "").get(path.substr(0, path.size() - 4)).status == 404);
    office.world.clock.pass(std::chrono::days{367});
    CHECK(Caller(office.api, "").get(path).status == 404);
}

TEST_CASE("a calendar ends with the token that it was made with, and opens nothing else") {
    Office office;
    const auto token = office.tokens.issue({app::PersonId("teacher"), {Scope::Read}, 5, "for a desk"});
    const Caller teacher(office.api, token->secret);
    const auto path_of_new = [&] {
        const auto made = teacher.post("/api/v1/calendar", json::Object());
        REQUIRE(made.status == 201);
        return made.text("href").substr(std::string("http://127.0.0.1:8080").size());
    };
    const Caller nobody(office.api, "");
    const auto path = path_of_new();
    const auto secret = path.substr(std::string("/calendar/").size(), path.size() - std::string("/calendar/.ics").size());
    CHECK(Caller(office.api, secret).post("/api/v1/deadlines", json::Array()).status == 401);
    CHECK(nobody.get(path).status == 200);
    REQUIRE(office.tokens.revoke(token->token.id));
    CHECK(nobody.get(path).status == 404);

    const auto later = office.tokens.issue({app::PersonId("teacher"), {Scope::Read}, 5, "for a desk"});
    const auto made = Caller(office.api, later->secret).post("/api/v1/calendar", json::Object());
    const auto feed = made.text("href").substr(std::string("http://127.0.0.1:8080").size());
    office.world.clock.pass(std::chrono::days{6});
    CHECK(nobody.get(feed).status == 404);
}

TEST_CASE("figures for those who watch over the service") {
    Office office;
    raised(office.caller("teacher"));
    const auto figures = office.caller("admin", {Scope::Metrics}).get("/metrics");
    REQUIRE(figures.status == 200);
    CHECK(figures.body.find("\nconcordat_disagreements 1\n") != std::string::npos);
    CHECK(figures.body.find("# TYPE concordat_ledger_entries_total counter\n") != std::string::npos);

    office.traffic.answered(201, std::chrono::milliseconds(30));
    office.traffic.answered(404, std::chrono::seconds(9));
    office.traffic.refused(413);
    const auto later = office.caller("admin", {Scope::Metrics}).get("/metrics").body;
    for (const std::string line :
         {"responses_total{class=\"2xx\"} 1", "responses_total{class=\"4xx\"} 2",
          "response_seconds_bucket{le=\"0.025\"} 0", "response_seconds_bucket{le=\"0.05\"} 1",
          "response_seconds_bucket{le=\"5\"} 1", "response_seconds_bucket{le=\"+Inf\"} 2",
          "response_seconds_sum 9.030000", "response_seconds_count 2"}) {
        CAPTURE(line);
        CHECK(later.find("\nconcordat_http_" + line + "\n") != std::string::npos);
    }
}

TEST_CASE("what the server itself refuses is a problem too, where a program asked") {
    const auto busy = api::Api::refused({503, "the service is busy", "/api/v1/disagreements"});
    CHECK(busy.status == 503);
    CHECK(busy.headers.get("Content-Type") == "application/problem+json");
    CHECK(json::parse(busy.body)->at("rule").get_string() == "busy");
    CHECK(json::parse(api::Api::refused({413, "a body over the limit", "/api/v1/x"}).body)->at("rule").get_string() == "too_large");
    CHECK(api::Api::refused({431, "too many headers", "/api/v1/x"}).status == 431);
}
