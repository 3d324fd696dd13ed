// A partnership at work gets a new edition, rules on a reading and closes days, all by the console.
#include <doctest/doctest.h>

#include <algorithm>

#include "json/json.h"
#include "main/program.h"
#include "store/temporary_folder.h"

namespace {

using running::Ended;
using running::run;

/// A demo of today, and a new edition of the policy of one of its partnerships: stage 3 has less time.
struct Demo {
    testing::TemporaryFolder folder;
    std::string data = (folder.path() / "demo").string();
    std::string pack = (folder.path() / "new.yaml").string();

    Demo() {
        const auto made = run({"demo", "--data", data});
        REQUIRE_MESSAGE(made.status == 0, made.err);
        std::string text = running::read_file("packs/north-tyneside/policy.yaml");
        replace(text, "edition: \"2019-09\"", "edition: \"2027\"");
        replace(text, "{within: 5 working days, clause: \"5 stage 3\"", "{within: 3 working days, clause: \"5 stage 3\"");
        replace(text, "within: 5 working days\n        clause: \"5 stage 3\"", "within: 3 working days\n        clause: \"5 stage 3\"");
        running::write_file(pack, text);
    }

    static void replace(std::string& text, const std::string& before, const std::string& after) {
        const auto at = text.find(before);
        REQUIRE(at != std::string::npos);
        text.replace(at, before.size(), after);
    }

    Ended partnership(std::vector<std::string> arguments) const {
        const std::string verb = arguments.front();
        arguments.erase(arguments.begin());
        arguments.insert(arguments.begin(), {"partnership", verb, "--data", data, "--key", "harbour-point", "--json"});
        return run(arguments);
    }

    json::Value said(std::vector<std::string> arguments) const {
        const auto ended = partnership(std::move(arguments));
        REQUIRE_MESSAGE(ended.status == 0, ended.out << ended.err);
        return *json::parse(ended.out);
    }

    void adopt() const {
        said({"adopt", "--pack", pack, "--approved-by", "Chair of the executive", "--approved-on", "2020-01-06"});
    }
};

std::size_t changes_in(const json::Value& placed) {
    std::size_t count = 0;
    for (const auto& one : placed.get_array()) count += one.at("changes").get_array().size();
    return count;
}

void check_whole(const Demo& demo) {
    CHECK(run({"verify", "--data", demo.data}).status == 0);
    const auto looked_over = run({"doctor", "--data", demo.data});
    CHECK_MESSAGE(looked_over.status == 0, looked_over.out);
}

}  // namespace

TEST_CASE("A new edition is adopted with who approved it, compared with the past, and what is open is moved to it") {
    const Demo demo;
    const auto half = demo.partnership({"adopt", "--pack", demo.pack, "--approved-by", "Chair"});
    CHECK(half.status == 2);
    const auto replayed = run({"policy", "replay", "--data", demo.data, "--with", demo.pack, "--json"});
    CHECK_MESSAGE(replayed.status == 1, replayed.err);
    const auto counts = json::parse(replayed.out)->at("counts");
    CHECK(counts.at("compared").get_int() >= 10);
    CHECK(counts.at("without_place").get_int() == 0);
    CHECK(counts.at("due").at("count").get_int() > 0);
    const auto same = run({"policy", "replay", "--data", demo.data, "--with", "north-tyneside"});
    CHECK_MESSAGE(same.status == 0, same.out);

    demo.adopt();
    const auto planned = demo.said({"move", "--all", "--edition", "2027", "--dry-run"}).at("would_move");
    CHECK(planned.get_array().size() >= 5);
    CHECK(changes_in(planned) > 0);
    CHECK(demo.partnership({"move", "--all", "--edition", "2027"}).status == 1);
    const auto moved = demo.said({"move", "--all", "--edition", "2027", "--why", "Agreed by the executive"});
    CHECK(moved.at("moved") == planned);
    CHECK(demo.said({"move", "--all", "--edition", "2027", "--dry-run"}).at("would_move").get_array().empty());
    check_whole(demo);
}

TEST_CASE("What has no place in the new edition is named, and nothing is moved") {
    const Demo demo;
    std::string text = running::read_file(demo.pack);
    for (std::size_t at; (at = text.find("stage-1")) != std::string::npos;) text.replace(at, 7, "practitioners");
    running::write_file(demo.pack, text);
    demo.adopt();
    const auto stuck = demo.partnership({"move", "--all", "--edition", "2027", "--dry-run"});
    CHECK(stuck.status == 1);
    CHECK(stuck.out.find("stage 'stage-1' has no place in the new edition") != std::string::npos);
    CHECK(demo.partnership({"move", "--all", "--edition", "2027", "--why", "Agreed"}).status == 1);
    const auto moved =
        demo.said({"move", "--all", "--edition", "2027", "--map", "stage-1=practitioners", "--why", "Agreed"});
    CHECK(moved.at("moved").get_array().size() >= 5);
    check_whole(demo);
}

TEST_CASE("A reading is ruled on, and one that the policy does not have is refused with what was meant") {
    const Demo demo;
    const auto rule = [&](const std::string& reading) {
        return demo.partnership({"rule", "--reading", reading, "--ruling", "A working day", "--by",
                                 "Chair of the executive", "--on", "2020-01-06"});
    };
    const auto refused = rule("feedback-strat");
    CHECK(refused.status == 1);
    CHECK(refused.out.find("did you mean 'feedback-start'?") != std::string::npos);
    const auto ruled = rule("day");
    CHECK_MESSAGE(ruled.status == 0, ruled.err);
    check_whole(demo);
}

TEST_CASE("Days are closed: first looked at, then set, then what is open is moved by a decision") {
    const Demo demo;
    std::vector<std::string> closing{"calendar"};
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    for (int i = 0; i < 10; ++i) {
        const std::chrono::year_month_day day{today + std::chrono::days{i}};
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
        closing.insert(closing.end(), {"--close", std::string(text.data()) + "=Flood"});
    }
    auto looking = closing;
    looking.emplace_back("--preview");
    const auto would_move = demo.said(looking).at("would_move");
    CHECK(changes_in(would_move) > 0);
    CHECK(changes_in(demo.said({"calendar", "--preview"}).at("would_move")) == 0);
    CHECK(demo.said(closing).at("would_move") == would_move);
    CHECK(demo.partnership({"calendar", "--move-open"}).status == 2);
    const auto moved = demo.said({"calendar", "--move-open", "--why", "Nobody can get in"}).at("moved");
    CHECK(changes_in(moved) == changes_in(would_move));
    CHECK(changes_in(demo.said({"calendar", "--preview"}).at("would_move")) == 0);
    CHECK(demo.partnership({"calendar", "--close", "2026-13-01=Flood"}).status == 1);
    CHECK(demo.partnership({"calendar"}).status == 2);
    check_whole(demo);
}

TEST_CASE("An agency's closed days come in as a spreadsheet, and go out again") {
    const Demo demo;
    const auto agencies = run({"directory", "export", "--data", demo.data, "--what", "agencies"});
    const auto begin = agencies.out.find("\n") + 1;
    const std::string agency = agencies.out.substr(begin, agencies.out.find(',', begin) - begin);
    const std::string closings = "agency,closed_from,closed_until,why\r\n" + agency + ",2027-07-22,2027-08-31,Summer\r\n";
    const auto file = (demo.folder.path() / "closings.csv").string();
    running::write_file(file, closings);
    const auto taken = run({"directory", "import", "--data", demo.data, file});
    CHECK_MESSAGE(taken.status == 0, taken.err);
    CHECK(run({"directory", "export", "--data", demo.data, "--what", "closings"}).out == closings);
}
