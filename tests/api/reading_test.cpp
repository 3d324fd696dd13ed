// Lists by page, the policy as data, dates in bulk, the directory.
#include "api/caller.h"

using namespace api::testing;

namespace {

/// All references of a list, page by page.
std::vector<std::string> walk(const Caller& caller, const std::string& target, const std::string& member) {
    std::vector<std::string> seen;
    std::string cursor;
    for (int page = 0; page < 50; ++page) {
        const auto response = caller.get(target + (cursor.empty() ? "" : "&cursor=" + cursor));
        REQUIRE_MESSAGE(response.status == 200, response.body);
        for (const auto& item : response.at("items").get_array())
            seen.push_back(json::to_text(item.at(member)));
        if (response.at("next").is_null()) return seen;
        cursor = response.text("next");
    }
    return seen;
}

bool all_different(std::vector<std::string> seen) {
    std::ranges::sort(seen);
    return std::ranges::adjacent_find(seen) == seen.end();
}

}  // namespace

TEST_CASE("lists are read page by page, nothing twice and nothing left out") {
    Office office;
    const auto teacher = office.caller("teacher");
    for (int i = 0; i < 7; ++i) raised(teacher, "raise-" + std::to_string(i));
    const auto keeper = office.caller("keeper");
    const auto rows = walk(keeper, "/api/v1/register?partnership=riverside&limit=2", "reference");
    CHECK(rows.size() == 7);
    CHECK(all_different(rows));
    CHECK(walk(teacher, "/api/v1/disagreements?limit=3", "duty").size() >= 7);
    const auto posts = walk(teacher, "/api/v1/directory/posts?partnership=riverside&limit=3", "id");
    CHECK(posts.size() == 8);
    CHECK(all_different(posts));
    CHECK(walk(teacher, "/api/v1/directory/posts?partnership=riverside&agency=care&limit=1", "id").size() == 3);
    CHECK(walk(teacher, "/api/v1/directory/agencies?partnership=riverside&limit=1", "id").size() == 3);
    const auto reference = keeper.get("/api/v1/register?partnership=riverside").at("items").get_array().front();
    const auto path = reference.at("href").get_string();
    const auto revisions = walk(teacher, path + "/events?limit=1", "revision");
    CHECK(revisions == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("lists are narrowed down by partnership, stage, topic, post and date") {
    Office office;
    const auto teacher = office.caller("teacher");
    raised(teacher);
    const auto count = [&](const std::string& query) {
        return walk(teacher, "/api/v1/disagreements?part=raised" + query, "reference").size();
    };
    const auto row = teacher.get("/api/v1/disagreements?part=raised").at("items").get_array().front();
    CHECK(count("") == 1);
    CHECK(count("&partnership=riverside&stage=" + http::percent_encoded(row.at("stage").get_string())) == 1);
    CHECK(count("&topic=" + row.at("topic").get_string()) == 1);
    for (const auto* none : {"&partnership=elsewhere", "&stage=Stage%209", "&topic=nothing", "&post=care.worker", "&overdue=yes"}) {
        CAPTURE(none);
        CHECK(count(none) == 0);
    }
}

TEST_CASE("a duty says who owes it, by when and why, and what would end it") {
    Office office;
    const auto first = raised(office.caller("teacher"));
    const auto& duties = first.at("duties").get_array();
    const auto discuss = std::ranges::find_if(
        duties, [](const auto& duty) { return duty.at("rule").get_string() == "discuss"; });
    REQUIRE(discuss != duties.end());
    CHECK(discuss->at("owner").at("id").get_string() == "school.teacher");
    CHECK(discuss->at("due").get_string() == "2026-11-20");
    CHECK(discuss->at("because").get_array().size() >= 1);
    CHECK(discuss->at("clause").get_string() == "1");
    CHECK(discuss->at("state").get_string() == "open");
    const auto& ways = discuss->at("ways").get_array();
    REQUIRE_FALSE(ways.empty());
    CHECK(ways.front().at("action").get_string() == "record_discussion");
    CHECK_FALSE(first.at("not_permitted").get_array().empty());
}

TEST_CASE("a disagreement is found however its reference is typed") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto reference = raised(teacher).text("reference");
    auto typed = base::lower(reference);
    std::erase(typed, '-');
    CHECK(teacher.get("/api/v1/disagreements/" + typed).text("reference") == reference);
}

TEST_CASE("policies, their timetables, and the questions of raising are data") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto partnerships = teacher.get("/api/v1/partnerships").at("items").get_array();
    REQUIRE(partnerships.size() == 1);
    const auto questions = teacher.get(partnerships.front().at("raise").get_string());
    REQUIRE(questions.status == 200);
    CHECK(questions.at("fields").get_array().size() > 10);
    const auto policies = teacher.get("/api/v1/policies").at("items").get_array();
    REQUIRE(policies.size() == 1);
    const auto policy = teacher.get(policies.front().at("href").get_string());
    CHECK(policy.at("stages").get_array().size() == 2);
    const auto timetable = teacher.get("/api/v1/policies/trial/timetable?from=2026-11-19");
    REQUIRE(timetable.status == 200);
    CHECK(timetable.text("from") == "2026-11-19T09:00");
    CHECK(timetable.at("rows").get_array().front().at("due").get_string() == "2026-11-20");
    CHECK(teacher.get("/api/v1/policies/trial?edition=9").status == 404);
}

TEST_CASE("dates in bulk: a list gets a list, lines get lines, and a bad one stops nothing") {
    Office office;
    const auto caller = office.caller("teacher", {Scope::Read});
    const std::string good = R"({"id":1,"start":"2026-12-21","limit":{"n":5,"unit":"working_day"},)"
                             R"("convention":"next_working_day_is_day_one","calendar":"england-and-wales"})";
    const std::string bad = R"({"id":"b","start":"2026-12-21"})";
    const auto list = caller.post_text("/api/v1/deadlines", "[" + good + "," + bad + ",7]");
    REQUIRE(list.status == 200);
    const auto& answers = list.value.get_array();
    REQUIRE(answers.size() == 3);
    CHECK(answers[0].at("due").get_string() == "2026-12-30");
    CHECK(answers[1].at("id").get_string() == "b");
    CHECK(answers[1].find("error"));
    CHECK(answers[2].find("error"));

    const auto lines = caller.post_text("/api/v1/deadlines", good + "\nnot json\n" + bad,
                                        {{"content-type", "application/x-ndjson"}});
    REQUIRE(lines.status == 200);
    const auto rows = base::split(lines.body, '\n');
    REQUIRE(rows.size() == 4);
    CHECK(json::parse(rows[0]) == answers[0]);
    CHECK(rows[1].find("\"error\"") != std::string::npos);
    CHECK(rows[2].find("\"id\":\"b\"") != std::string::npos);
    CHECK(caller.post_text("/api/v1/deadlines", "[]").body == "[]\n");
}

TEST_CASE("questions whose answers would fill the memory are refused") {
    Office office;
    const auto caller = office.caller("teacher", {Scope::Read});
    const std::string far = R"({"start":"2026-12-21","limit":{"n":40000,"unit":"working_day"},)"
                            R"("convention":"next_working_day_is_day_one","calendar":"england-and-wales"})";
    std::string list = "[" + far, lines = far;
    for (int i = 0; i < 20; ++i) list += "," + far, lines += "\n" + far;
    CHECK(caller.post_text("/api/v1/deadlines", list + "]").status == 413);
    const http::Fields ndjson{{"content-type", "application/x-ndjson"}};
    CHECK(caller.post_text("/api/v1/deadlines", lines, ndjson).status == 413);
    CHECK(caller.post_text("/api/v1/deadlines", std::string(600'000, '\n'), ndjson).status == 413);
}

TEST_CASE("a form shows its questions, what was handed in, and how to hand it in") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    const auto form = teacher.get(path_of(first) + "/forms/alert");
    REQUIRE(form.status == 200);
    CHECK(form.at("sections").get_array().front().at("fields").get_array().front().at("name").get_string() ==
          "worry");
    CHECK(form.at("submitted").get_array().empty());
    CHECK(teacher.get(path_of(first) + "/forms/nothing").status == 404);
}
