#include "cli/deadline.h"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "app/deadline_answer.h"
#include "cli/deadline_batch.h"

namespace {

struct Run {
    int status = 0;
    std::string out, err;
};

Run run(std::vector<std::string> words, const std::string& input = {}) {
    CLI::App app("concordat");
    cli::DeadlineArgs args;
    const auto* command = cli::add_deadline(app, args);
    words.insert(words.begin(), "deadline");
    std::reverse(words.begin(), words.end());
    app.parse(std::move(words));
    REQUIRE(command->parsed());
    std::istringstream in(input);
    std::ostringstream out, err;
    const int status = cli::run_deadline(args, in, out, err);
    return {status, out.str(), err.str()};
}

bool is_wrong_usage(std::vector<std::string> words) {
    try {
        run(std::move(words));
    } catch (const CLI::ParseError&) {
        return true;
    }
    return false;
}

/// The answer to one line of a batch.
json::Value answer(const std::string& line) {
    const auto result = run({"--batch"}, line + "\n");
    const auto value = json::parse(result.out);
    REQUIRE_MESSAGE(value.has_value(), result.out);
    CHECK(result.status == (value->find("error") != nullptr ? 1 : 0));
    return *value;
}

/// A question with some members in place of the usual ones; "null" takes one away.
std::string question(const std::string& changes) {
    const auto usual = json::parse(R"({"id":7,"start":"2026-11-19","limit":{"n":5,"unit":"working_day"},
        "convention":"next_working_day_is_day_one","calendar":"england-and-wales"})");
    auto object = usual->get_object();
    const auto parsed = json::parse("{" + changes + "}");
    REQUIRE_MESSAGE(parsed.has_value(), changes);
    for (const auto& [key, value] : parsed->get_object()) {
        if (value.is_null())
            object.erase(key);
        else
            object.set(key, value);
    }
    return json::to_text(object);
}

std::string due(const std::string& changes) {
    const auto value = answer(question(changes));
    CHECK(value.at("id") == json::Value(7));
    const auto* due = value.find("due");
    if (due == nullptr) return "error: " + value.at("error").get_string();
    CHECK_FALSE(value.at("because").get_array().empty());
    return due->get_string();
}

std::string error(const std::string& changes) {
    const auto text = due(changes);
    REQUIRE_MESSAGE(text.starts_with("error: "), changes << " gives " << text);
    return text.substr(7);
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

const std::string hours = R"("convention":"elapsed","limit":{"n":48,"unit":"hour"})";
const std::string open_hours = R"("convention":"clock_runs_in_hours","limit":{"n":3,"unit":"working_hour"})";
const std::string office = R"(,"hours":{"mon":["09:00-17:00"],"tue":["09:00-17:00"],"wed":["09:00-17:00"],)"
                           R"("thu":["09:00-17:00"],"fri":["09:00-12:00","13:00-17:00"]})";

}  // namespace

TEST_CASE("one question is answered by its date on the first line, then the strip") {
    const auto result =
        run({"--from", "2026-12-23", "--limit", "2 working days", "--calendar", "england-and-wales",
             "--convention", "next_working_day_is_day_one", "--closed", "2026-12-24"});
    CHECK(result.status == 0);
    CHECK(result.out ==
          "2026-12-30\n"
          "Thursday 24 December 2026        -     extra holiday\n"
          "Friday 25 December 2026          -     Christmas Day\n"
          "Saturday 26 December 2026        -     Saturday\n"
          "Sunday 27 December 2026          -     Sunday\n"
          "Monday 28 December 2026          -     Boxing Day, substitute day\n"
          "Tuesday 29 December 2026      counted  working day 1 of 2\n"
          "Wednesday 30 December 2026    counted  working day 2 of 2\n"
          "Counted by next_working_day_is_day_one.\n");
}

TEST_CASE("a convention that was not given is named as assumed") {
    const auto result = run({"--from", "2026-11-19T14:30", "--limit", "48 hours", "--calendar", "none"});
    CHECK(result.status == 0);
    CHECK(result.out.starts_with("2026-11-21T14:30\n"));
    CHECK(result.out.ends_with("Counted by elapsed, assumed: no --convention was given.\n"));
}

TEST_CASE("the answer to one question can be JSON, refusals too") {
    const auto result =
        run({"--json", "--from", "2028-12-29", "--limit", "1 working day", "--calendar", "scotland"});
    CHECK(result.status == 0);
    CHECK(
        result.out ==
        R"({"due":"2029-01-03","because":[{"date":"2028-12-30","counted":false,"why":"Saturday"},)"
        R"({"date":"2028-12-31","counted":false,"why":"Sunday"},)"
        R"~({"date":"2029-01-01","counted":false,"why":"New Year's Day (from rules)"},)~"
        R"~({"date":"2029-01-02","counted":false,"why":"2 January (from rules)"},)~"
        R"~({"date":"2029-01-03","counted":true,"why":"working day 1 of 1 (from rules)"}],"from_rules":true,)~"
        R"("convention":"next_working_day_is_day_one","convention_assumed":true})"
        "\n");
    const auto refused =
        run({"--json", "--from", "2026-02-30", "--limit", "1 working day", "--calendar", "none"});
    CHECK(refused.status == 1);
    CHECK(refused.out == R"({"error":"--from: '2026-02-30' is not a date: there is no 30 February 2026"})"
                         "\n");
}

TEST_CASE("a question that cannot be answered exits with 1 and says all that is wrong") {
    const auto result = run({"--from", "19/11/2026", "--limit", "5 days", "--calendar", "wales", "--cutoff",
                             "4pm", "--reopened", "2026-13-01"});
    CHECK(result.status == 1);
    CHECK(result.out.empty());
    for (const auto* words : {"--from: ", "--limit: ", "--calendar: ", "--cutoff: ", "--reopened: "})
        CHECK(says(result.err, words));
    CHECK(run({"--from", "2026-11-19", "--limit", "as agreed", "--calendar", "none"}).status == 1);
}

TEST_CASE("every option of one question is heard") {
    CHECK(run({"--from", "2026-12-23T15:00", "--limit", "10 working hours", "--calendar", "none", "--hours",
               "mon-fri=09:00-12:30", "mon-fri=13:00-17:00", "--at-close", "next_open"})
              .out.starts_with("2026-12-25T09:30\n"));
    CHECK(run({"--from", "2026-11-19T16:30", "--cutoff", "16:00", "--limit", "1 working day", "--calendar",
               "none", "--weekend", "fri", "sat"})
              .out.starts_with("2026-11-22\n"));
    CHECK(run({"--from", "2026-11-20", "--limit", "1 working day", "--calendar", "none", "--weekend", "none"})
              .out.starts_with("2026-11-21\n"));
    CHECK(run({"--from", "2026-11-20", "--limit", "1 month", "--calendar", "none", "--roll-end", "backward"})
              .out.starts_with("2026-12-18\n"));
    CHECK(run({"--from", "2026-12-24", "--limit", "1 working day", "--calendar", "scotland", "--reopened",
               "2026-12-25"})
              .out.starts_with("2026-12-25\n"));
    CHECK(run({"--from", "2026-10-31T12:00", "--limit", "24 hours", "--calendar", "none", "--tz",
               "America/New_York"})
              .out.starts_with("2026-11-01T11:00\n"));
    CHECK(run({"--from-utc", "2026-10-25T01:30Z", "--limit", "1 hour", "--calendar", "none"})
              .out.starts_with("2026-10-25T02:30\n"));
    CHECK(run({"--from", "2026-11-19", "--limit", "-3 working days", "--calendar", "none"})
              .out.starts_with("2026-11-16\n"));
}

TEST_CASE("wrong usage is told apart from a refusal") {
    CHECK(is_wrong_usage({}));
    CHECK(is_wrong_usage({"--from", "2026-11-19", "--limit", "1 working day"}));
    CHECK(is_wrong_usage({"--batch", "--from", "2026-11-19"}));
    CHECK(is_wrong_usage({"--holidays"}));
}

TEST_CASE("lines are answered in order, one for one, and a bad one stops nothing") {
    const auto result = run({"--batch"}, question(R"("id":1)") + "\n\n{\n" + question(R"("id":"two")") +
                                             "\r\n[]\n \n" + question(R"("id":{"x":[1.5,null]})"));
    CHECK(result.status == 1);
    std::vector<std::string> starts;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) starts.push_back(line.substr(0, line.find(',', 6)));
    CHECK(starts == std::vector<std::string>{R"({"id":1)", R"({"id":null)", R"({"id":null)", R"({"id":"two")",
                                             R"({"id":null)", R"({"id":null)", R"({"id":{"x":[1.5)"});
    CHECK(says(result.out, R"({"id":null,"error":"the text is empty"})"));
    CHECK(run({"--batch"}, "").status == 0);
    CHECK(run({"--batch"}, "").out.empty());
}

TEST_CASE("a batch may begin with a byte order mark and end with blank lines; a blank line within it is answered") {
    const auto line = question(R"("id":1)");
    const auto plain = run({"--batch"}, line + "\n");
    const auto marked = run({"--batch"}, "\xEF\xBB\xBF" + line + "\n\n \n");
    CHECK(marked.status == 0);
    CHECK(marked.out == plain.out);
    const auto within = run({"--batch"}, line + "\n\n" + line + "\n");
    CHECK(within.status == 1);
    CHECK(std::ranges::count(within.out, '\n') == 3);
}

TEST_CASE("on the command line messages speak of options, not of the keys of a batch") {
    const auto twice = run({"--from", "2026-10-25T01:30", "--limit", "1 hour", "--calendar", "none"});
    CHECK(twice.err.find("give --from-utc") != std::string::npos);
    CHECK(twice.err.find("start_utc") == std::string::npos);
    const auto roll = run({"--from", "2026-11-20", "--limit", "48 hours", "--calendar", "none", "--roll-end", "forward"});
    CHECK(roll.err.find("--roll-end is for limits in calendar days") != std::string::npos);
}

TEST_CASE("a line that is too long is an error of that line") {
    const auto fits = question(R"("id":")" + std::string(60'000, 'x') + "\"");
    const auto result = run({"--batch"}, std::string(1'000'000, ' ') + "\n" + fits + "\n" +
                                             std::string(app::line_bytes_max, '[') + "\n");
    CHECK(result.status == 1);
    CHECK(result.out.starts_with(
        "{\"id\":null,\"error\":\"the line is longer than 65536 bytes\"}\n{\"id\":\"xxx"));
    CHECK(std::count(result.out.begin(), result.out.end(), '\n') == 3);
}

TEST_CASE("a refused line still says whose it is, where that can be read") {
    CHECK(answer(R"({"id":7,"start":"2026-11-19","start":"2026-11-20"})").at("id") == json::Value(7));
    CHECK(answer(R"({"id":"a","limit":{"n":99999999999999999999999,"unit":"hour"}})").at("id") ==
          json::Value("a"));
    CHECK(answer(R"({"id":8,"x":)" + std::string(100, '[') + std::string(100, ']') + "}").at("id") ==
          json::Value(8));
    CHECK(answer("\"\xFF\"").at("error").get_string() == "the text is not UTF-8");
    CHECK(answer(std::string(60'000, '[')).at("id").is_null());
    CHECK(answer(std::string("{\"id\":1}\0x", 10)).at("id").is_null());
}

TEST_CASE("a line must say everything it needs, and nothing else") {
    CHECK(error(R"("start":null)") == "/start: is missing");
    CHECK(error(R"("limit":null)") == "/limit: is missing");
    CHECK(error(R"("calendar":null)") == "/calendar: is missing");
    CHECK(error(R"("convention":null)") ==
          "/convention: is missing; these fit the unit: next_working_day_is_day_one, roll_start_forward, "
          "roll_start_backward, start_is_day_one");
    CHECK(error(R"("limit":{"n":5})") == "/limit/unit: is missing");
    CHECK(error(R"("limit":{"unit":"working_day"})") == "/limit/n: is missing");
    CHECK(error(R"("wekend":["sat"])") == "/wekend: unknown key (did you mean 'weekend'?)");
    CHECK(error(R"("limit":{"n":5,"unit":"working_day","of":1})") == "/limit/of: unknown key");
}

TEST_CASE("a value of the wrong kind is refused where it stands") {
    CHECK(error(R"("start":20261119)") == "/start: must be a string, not a whole number");
    CHECK(error(R"("limit":"5 working days")") == "/limit: must be an object, not a string");
    CHECK(error(R"("limit":{"n":"5","unit":"working_day"})") ==
          "/limit/n: must be a whole number, not a string");
    CHECK(error(R"("limit":{"n":2.5,"unit":"working_day"})") ==
          "/limit/n: must be a whole number");
    CHECK(error(R"("limit":{"n":true,"unit":"working_day"})") ==
          "/limit/n: must be a whole number, not true or false");
    CHECK(error(R"("limit":{"n":1000001,"unit":"calendar_day"})") ==
          "/limit/n: must be from -1000000 to 1000000, not 1000001");
    CHECK(error(R"("weekend":"sat")") == "/weekend: must be a list, not a string");
    CHECK(error(R"("weekend":["sat",1])") == "/weekend/1: must be a string, not a whole number");
    CHECK(error(R"("extra_holidays":[["2026-12-24"]])") == "/extra_holidays/0: must be a string, not a list");
    CHECK(error(R"("hours":[])") == "/hours: must be an object of weekdays, not a list");
    CHECK(says(error(R"("hours":{"mon":9})"), "/hours/mon: must be windows"));
    CHECK(error(R"("cutoff":16)") == "/cutoff: must be a string, not a whole number");
}

TEST_CASE("a word that is not one of ours is refused") {
    CHECK(says(error(R"("calendar":"wales")"), "'wales' is no calendar"));
    CHECK(says(error(R"("limit":{"n":5,"unit":"days"})"), "'days' is no unit"));
    CHECK(says(error(R"("limit":{"n":5,"unit":"week"})"), "7 of calendar_day"));
    CHECK(says(error(R"("convention":"elapse")"), "did you mean 'elapsed'?"));
    CHECK(says(error(R"("weekend":["sat","sunn"])"), "/weekend/1: 'sunn' is no day of the week"));
    CHECK(error(R"("roll_end":"up")") == "/roll_end: must be none, forward or backward");
    CHECK(error(R"("at_close":"open")") == "/at_close: must be close or next_open");
    CHECK(says(error(R"("tz":"Europe/Atlantis")"), "/tz: 'Europe/Atlantis' is no time zone"));
    CHECK(says(error(R"("tz":"../zone","calendar":"wales")"), "; /tz: is no time zone"));
    CHECK(says(error(R"("cutoff":"24:00")"), "/cutoff"));
    CHECK(says(error(R"("cutoff":"4pm")"), "/cutoff: '4pm' is not a time of day"));
}

TEST_CASE("a date that does not exist, or comes out of bounds, is refused") {
    CHECK(says(error(R"("start":"2026-02-30")"), "there is no 30 February 2026"));
    CHECK(says(error(R"("start":"2026-11-19T25:00")"), "/start: "));
    CHECK(says(error(R"("start":"2026-11-19T14:30Z")"), "without a zone"));
    CHECK(says(error(R"("start":"2026-11-19 14:30")"), "write a T between them"));
    CHECK(says(error(R"("extra_holidays":["2026-12-24","24 December"])"), "/extra_holidays/1: "));
    CHECK(says(error(R"("start":"1977-06-01")"), "1978 to 2199"));
    CHECK(says(error(R"("start":"9999-12-31")"), "the year 9999 is out of bounds"));
    CHECK(says(error(R"("limit":{"n":900000,"unit":"working_day"})"), "1978 to 2199"));
    CHECK(says(error(R"("extra_holidays":["2026-12-24"],"reopened_days":["2026-12-24"])"),
               "both closed and re-opened"));
}

TEST_CASE("the days that count are those of the line") {
    CHECK(due("") == "2026-11-26");
    CHECK(due(R"("start":"2026-12-22","calendar":"none")") == "2026-12-29");
    CHECK(due(R"("start":"2026-12-22","calendar":"none","extra_holidays":["2026-12-25","2026-12-24"])") ==
          "2026-12-31");
    CHECK(due(R"("start":"2026-12-22","reopened_days":["2026-12-25","2026-12-26"])") == "2026-12-29");
    CHECK(due(R"("weekend":[])") == "2026-11-24");
    CHECK(due(R"("weekend":["fri","sat"])") == "2026-11-26");
    CHECK(
        says(error(R"("weekend":["mon","tue","wed","thu","fri","sat","sun"])"), "counting would never end"));
    CHECK(due(R"("start":"2026-11-19T16:00","cutoff":"16:00")") == "2026-11-27");
    CHECK(due(R"("start":"2026-11-19","cutoff":"00:00")") == "2026-11-26");
    CHECK(due(R"("limit":{"n":0,"unit":"working_day"},"start":"2026-11-21")") == "2026-11-21");
    CHECK(due(R"("limit":{"n":-1,"unit":"working_day"},"start":"2026-11-21")") == "2026-11-20");
    CHECK(
        due(R"("limit":{"n":2,"unit":"calendar_day"},"convention":"day_after_start_is_day_one","roll_end":"forward")") ==
        "2026-11-23");
    CHECK(due(R"("limit":{"n":1,"unit":"month"},"convention":"corresponding_date","start":"2026-01-31")") ==
          "2026-02-28");
}

TEST_CASE("hours run from a local time, or from the start of a day that has no time") {
    CHECK(due(hours + R"(,"start":"2026-11-19T14:30")") == "2026-11-21T14:30");
    CHECK(due(hours + R"(,"start":"2026-11-19T14:30:20")") == "2026-11-21T14:30:20");
    const auto dated = answer(question(hours));
    CHECK(dated.at("due") == json::Value("2026-11-21T00:00"));
    CHECK(says(json::to_text(dated), "the start has no time, so it is the start of that day"));
    CHECK(says(error(R"("convention":"elapsed","limit":{"n":-1,"unit":"hour"})"), "n is at least 0"));
    CHECK(says(error(R"("convention":"elapsed")"), "elapsed does not fit the unit working_day; these do: "));
}

TEST_CASE("a local time that the clocks skip or repeat needs its moment in UTC") {
    const std::string at = hours + R"(,"calendar":"none","start":)";
    CHECK(says(error(at + R"("2026-10-25T01:30")"),
               "occurs twice in Europe/London because the clocks change: give start_utc"));
    CHECK(says(error(at + R"("2026-03-29T01:30")"), "does not exist in Europe/London"));
    CHECK(says(error(R"("start":"2026-03-29T01:30")"), "does not exist"));
    CHECK(due(at + R"("2026-10-25T01:30","start_utc":"2026-10-25T00:30Z")") == "2026-10-27T00:30");
    CHECK(due(at + R"("2026-10-25T01:30","start_utc":"2026-10-25T01:30:00Z")") == "2026-10-27T01:30");
    CHECK(due(at + R"("2026-10-25T01:30","start_utc":"2026-10-25T01:30:00+00:00")") == "2026-10-27T01:30");
    CHECK(due(at + R"("2026-03-29T01:30","start_utc":"2026-03-29T01:30")") == "2026-03-31T02:30");
    CHECK(due(at + R"("2026-03-29T01:30","start_utc":"2026-03-29T00:30Z")") == "2026-03-31T01:30");
    CHECK(due(at + R"(null,"start_utc":"2026-07-01T12:00Z")") == "2026-07-03T13:00");
    CHECK(due(at + R"("2026-07-01","start_utc":"2026-07-01T12:00Z")") == "2026-07-03T13:00");
    CHECK(says(error(at + R"("2026-10-25T01:30","start_utc":"2026-10-25T02:30Z")"),
               "/start_utc: is not the start"));
    CHECK(says(error(at + R"("2026-03-29T01:30","start_utc":"2026-03-29T03:30Z")"),
               "/start_utc: is not the start"));
    CHECK(
        says(error(at + R"("2026-07-02","start_utc":"2026-07-01T12:00Z")"), "/start_utc: is not the start"));
    CHECK(says(error(at + R"("2026-10-25T01:30","start_utc":"2026-10-25T01:30+01:00")"),
               "is not a moment in UTC"));
    CHECK(error(at + R"("2026-10-25T01:30","start_utc":true)") ==
          "/start_utc: must be a string, not true or false");
}

TEST_CASE("open time is given by weekday, in any of the usual ways of writing it") {
    const std::string three = open_hours + R"(,"start":"2026-11-20T15:00")";
    CHECK(due(three + office) == "2026-11-23T10:00");
    CHECK(due(three + R"(,"hours":{"mon-fri":"09:00-17:00"})") == "2026-11-23T10:00");
    CHECK(due(three + R"(,"hours":{"friday":["09:00","17:00"],"monday":[["09:00","17:00"]]})") ==
          "2026-11-23T10:00");
    CHECK(due(three +
              R"(,"hours":{"fri":{"from":"09:00","to":"17:00"},"mon":[{"from":"09:00","to":"17:00"}]})") ==
          "2026-11-23T10:00");
    CHECK(due(three + R"(,"hours":{"fri":["09:00-17:00"],"mon":[],"tue":["09:00-24:00"]})") ==
          "2026-11-24T10:00");
    CHECK(due(open_hours + office + R"(,"start":"2026-11-20T09:00","at_close":"next_open")") ==
          "2026-11-20T13:00");
    CHECK(due(open_hours + office + R"(,"start":"2026-11-20T09:00","at_close":"close")") ==
          "2026-11-20T12:00");
    CHECK(says(error(three), "no working day has opening hours"));
    CHECK(says(error(three + R"(,"hours":{})"), "no working day has opening hours"));
    CHECK(says(error(three + R"(,"hours":{"fri":"09:00-09:00"})"), "/hours: the window 09:00-09:00"));
    CHECK(says(error(three + R"(,"hours":{"fri":"22:00-06:00"})"), "cut one that passes midnight in two"));
    CHECK(says(error(three + R"(,"hours":{"fri":["09:00-13:00","12:00-17:00"]})"), "overlaps 09:00-13:00"));
    CHECK(says(error(three + R"(,"hours":{"fryday":"09:00-17:00"})"),
               "/hours/fryday: 'fryday' is no day of the week"));
    CHECK(says(error(three + R"(,"hours":{"fri":"9-17"})"), "'9' is not a time of day"));
    CHECK(says(error(three + R"(,"hours":{"fri":["09:00"]})"), "two times with a dash"));
    CHECK(says(error(three + R"(,"hours":{"fri":"09:00-24:30"})"), "there is no such time"));
}
