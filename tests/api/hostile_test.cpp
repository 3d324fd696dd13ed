// Bad input: the right status and place, and nothing written.
#include "api/caller.h"

using namespace api::testing;

namespace {

struct Bad {
    std::string what;
    std::string body;
    int status;
    std::string pointer;
};

std::string nested(std::size_t depth) {
    return R"({"partnership":"riverside","answers":{"view":)" + std::string(depth, '[') +
           std::string(depth, ']') + "}}";
}

const std::vector<Bad>& bad_raisings() {
    static const std::vector<Bad> all{
        {"nothing", "", 400, ""},
        {"no JSON", "raise it", 400, ""},
        {"cut off", R"({"partnership":"riv)", 400, "/partnership"},
        {"more after it", R"({"partnership":"riverside"} {})", 400, ""},
        {"a comma too many", R"({"partnership":"riverside",})", 400, ""},
        {"no number", R"({"answers":{"view":NaN}})", 400, "/answers/view"},
        {"nested too deeply", nested(40), 400, "/answers/view/0/0/0/0/0/0/0/0/0/0/0/0/0/0"},
        {"a key twice", R"({"partnership":"riverside","partnership":"hillside"})", 400, "/partnership"},
        {"an answer twice", R"({"partnership":"riverside","answers":{"view":"a","view":"b"}})", 400,
         "/answers/view"},
        {"no UTF-8", "{\"partnership\":\"river\xff\"}", 400, ""},
        {"half a character", R"({"partnership":"\ud800"})", 400, "/partnership"},
        {"a number too large", R"({"partnership":123456789012345678901234567890})", 400, "/partnership"},
        {"a list", "[]", 422, ""},
        {"a text", R"("riverside")", 422, ""},
        {"null", "null", 422, ""},
        {"no partnership", R"({"answers":{}})", 422, "/partnership"},
        {"a partnership that is a number", R"({"partnership":7})", 422, "/partnership"},
        {"an unknown member", R"({"partnership":"riverside","anwsers":{}})", 422, "/anwsers"},
        {"answers that are a list", R"({"partnership":"riverside","answers":[]})", 422, "/answers"},
        {"an answer that is a number", R"({"partnership":"riverside","answers":{"view":7}})", 422,
         "/answers/view"},
        {"an answer that is null", R"({"partnership":"riverside","answers":{"view":null}})", 422,
         "/answers/view"},
        {"an answer that is an object", R"({"partnership":"riverside","answers":{"a/b":{}}})", 422,
         "/answers/a~1b"},
        {"an answer of numbers", R"({"partnership":"riverside","answers":{"to":[1]}})", 422, "/answers/to"},
        {"a time that is none", R"({"partnership":"riverside","happened_at":"yesterday"})", 422,
         "/happened_at"},
        {"a time that the clocks skipped", R"({"partnership":"riverside","happened_at":"2026-03-29T01:30"})", 422,
         "/happened_at"},
        {"about something", R"({"partnership":"riverside","about":"x"})", 422, "/about"},
    };
    return all;
}

}  // namespace

TEST_CASE("a body that is malformed, too deep, repeated, not text or of a wrong kind is refused by its place") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto events = office.events();
    for (const auto& bad : bad_raisings()) {
        INFO(bad.what);
        const auto response = teacher.post_text("/api/v1/disagreements", bad.body, with_key("k"));
        CHECK(response.status == bad.status);
        CHECK(response.header("Content-Type") == "application/problem+json");
        CHECK_MESSAGE(!response.error_at(bad.pointer).empty(), response.body);
    }
    CHECK(office.events() == events);
}

TEST_CASE("the same holds for every address that takes a body") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    const auto events = office.events();
    for (const auto& path : {path_of(first) + "/actions/add_note", path_of(first) + "/identity",
                             std::string("/api/v1/deadlines")}) {
        INFO(path);
        for (const auto* body : {"", "{", R"({"a":1,"a":2})", "{\"a\":\"\xc0\"}"})
            CHECK(teacher.post_text(path, body, with_key("k", 3)).status == 400);
        CHECK(teacher.post_text(path, R"("text")", with_key("k", 3)).status == 422);
        auto form = with_key("k", 3);
        form.add("content-type", "application/x-www-form-urlencoded");
        CHECK(teacher.post_text(path, "a=1", form).status == 415);
        const std::string large = "{\"answers\":{\"note\":\"" + std::string(600 * 1024, 'x') + "\"}}";
        CHECK(teacher.post_text(path, large, with_key("k", 3)).status == 413);
    }
    CHECK(office.events() == events);
}

TEST_CASE("an answer that is too long, or holds what is no text, is refused by its name") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto path = path_of(raised(teacher)) + "/actions/add_note";
    const auto events = office.events();
    for (const auto& words : {std::string(5000, 'x'), std::string("a\x01"), std::string("  ")}) {
        const auto response = teacher.post(path, note(words), with_key("k", 3));
        CHECK(response.status == 422);
        CHECK_FALSE(response.error_at("/answers/note").empty());
    }
    CHECK(office.events() == events);
}

TEST_CASE("'about' is said once") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto path = path_of(raised(teacher)) + "/actions/answer";
    const auto body = json::Object().set("about", "care").set("answers", json::Object().set("about", "school"));
    const auto response = teacher.post(path, body, with_key("k", 3));
    CHECK(response.status == 422);
    CHECK_FALSE(response.error_at("/about").empty());
}

TEST_CASE("an address that asks for what is not known is refused by the name of the parameter") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto error = [&](const std::string& target, const std::string& pointer) {
        const auto response = teacher.get(target);
        INFO(target, " ", response.body);
        CHECK(response.status == 400);
        CHECK_FALSE(response.error_at(pointer).empty());
    };
    error("/api/v1/disagreements?limit=0", "?limit");
    error("/api/v1/disagreements?limit=201", "?limit");
    error("/api/v1/disagreements?limit=ten", "?limit");
    error("/api/v1/disagreements?limit=5&limit=6", "?limit");
    error("/api/v1/disagreements?cursor=zz", "?cursor");
    error("/api/v1/disagreements?cursor=6", "?cursor");
    error("/api/v1/disagreements?part=mine", "?part");
    error("/api/v1/disagreements?overdue=perhaps", "?overdue");
    error("/api/v1/disagreements?prat=ended", "?prat");
    error("/api/v1/partnerships?x=1", "?x");
    error("/api/v1/directory/posts", "?partnership");
    error("/api/v1/policies/trial/timetable?from=soon", "?from");
    error("/api/v1/policies/trial/timetable?from=2026-02-30", "?from");
}

TEST_CASE("an address that is not there, or not for that method, says so as a problem") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto nowhere = teacher.get("/api/v1/everything");
    CHECK(nowhere.status == 404);
    CHECK(nowhere.header("Content-Type") == "application/problem+json");
    const auto wrong = teacher.send({http::Method::Delete, "/api/v1/disagreements"});
    CHECK(wrong.status == 405);
    CHECK(wrong.header("Allow") == "GET, HEAD, POST");
}
