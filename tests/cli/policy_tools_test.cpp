// What owners of policies look at their packs with, as they type it.
#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "cli/packs.h"
#include "cli/policy_commands.h"
#include "json/json.h"
#include "store/temporary_folder.h"

namespace {

struct Run {
    int status = 0;
    std::string out, err;
};

/// `concordat policy WORDS`, with the packs of the repository.
Run run(std::vector<std::string> words) {
    CLI::App app("concordat");
    cli::PolicyArgs args;
    const auto commands = cli::add_policy_commands(app, args);
    words.insert(words.begin(), "policy");
    std::reverse(words.begin(), words.end());
    app.parse(std::move(words));
    std::istringstream in;
    std::ostringstream out, err;
    const cli::Console console{in, out, err, {"packs", "packs/examples"}};
    const std::vector<std::pair<CLI::App*, std::function<int(const cli::PolicyArgs&, const cli::Console&)>>>
        all{{commands.schema, cli::run_policy_schema},
            {commands.diagram, cli::run_policy_diagram},
            {commands.matrix, cli::run_policy_matrix},
            {commands.diff, cli::run_policy_diff},
            {commands.show, cli::run_policy_show},
            {commands.timetable, cli::run_policy_timetable}};
    for (const auto& [command, does] : all) {
        if (*command) return {does(args, console), out.str(), err.str()};
    }
    return {-1, {}, {}};
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> packs() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("packs")) {
        if (entry.path().filename() == "policy.yaml") found.push_back(entry.path());
    }
    return found;
}

}  // namespace

TEST_CASE("every pack has a flowchart with all its stages, and a matrix with a way up from each") {
    REQUIRE(packs().size() >= 5);
    for (const auto& pack : packs()) {
        INFO(pack.string());
        const auto shown = run({"show", pack.string(), "--json"});
        REQUIRE(shown.status == 0);
        const auto drawn = run({"diagram", pack.string()});
        CHECK(drawn.status == 0);
        const auto matrix = run({"matrix", pack.string(), "--json"});
        const auto rows = json::parse(matrix.out);
        REQUIRE(rows.has_value());
        const auto policy = json::parse(shown.out);
        REQUIRE(policy.has_value());
        for (const auto& stage : policy->at("stages").get_array()) {
            CHECK(says(drawn.out, ">" + stage.at("label").get_string() + ": "));
            const auto& may = rows->at("may").get_array();
            CHECK(std::any_of(may.begin(), may.end(), [&](const json::Value& row) {
                return row.at("stage") == stage.at("key") && row.at("action") == json::Value("escalate");
            }));
        }
    }
}

TEST_CASE("the matrix says who decides at the top and under which condition") {
    const auto result = run({"matrix", "chew-stoke"});
    CHECK(result.status == 0);
    CHECK(says(result.out, "Stage 5: The chair of the board, or a resolution panel\n"));
    CHECK(says(result.out,
               "  Resolve it directly [stage 5]\n      the partnership's independent chair\n      where the "
               "way chosen is 'The chair resolves it directly'\n"));
    CHECK(says(result.out, "At any stage\n"));
    CHECK(says(result.out,
               "  Go straight to any higher stage [immediate harm]\n      the raising side\n      where "
               "immediate danger is declared\n"));
}

TEST_CASE("a flowchart goes to the file that is named, and a key that nobody knows is a finding") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "out.svg";
    const auto result = run({"diagram", "medway", "-o", file.string()});
    CHECK(result.status == 0);
    CHECK(result.out.empty());
    CHECK(read(file).starts_with("<svg "));
    const auto unknown = run({"diagram", "medwey"});
    CHECK(unknown.status == 1);
    CHECK(says(unknown.err, "did you mean 'medway'?"));
    CHECK(run({"diagram", "medway", "-o", (folder.path() / "nowhere" / "out.svg").string()}).status == 3);
}

TEST_CASE("two editions are compared rule by rule, with the status of a finding where they differ") {
    const testing::TemporaryFolder folder;
    auto text = read("packs/north-tyneside/policy.yaml");
    const std::string before = "nag: 5 working days";
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    const auto file = folder.path() / "policy.yaml";
    std::ofstream(file) << text.replace(at, before.size(), "nag: 3 working days");
    const auto same = run({"diff", "north-tyneside", "packs/north-tyneside/policy.yaml"});
    CHECK(same.status == 0);
    CHECK(same.out == "both say the same\n");
    const auto differ = run({"diff", "north-tyneside", file.string()});
    CHECK(differ.status == 1);
    CHECK(differ.out == "changed  The policy: reminder was '5 working days', is now '3 working days'\n");
    const auto listed = json::parse(run({"diff", "north-tyneside", file.string(), "--json"}).out);
    REQUIRE(listed.has_value());
    CHECK(listed->at("differences").get_array().at(0).at("kind") == json::Value("changed"));
}

TEST_CASE("a policy is shown under its names in another language, or it is said that it has none") {
    const auto welsh = run({"show", "cwm-derw", "--lang", "cy"});
    CHECK(welsh.status == 0);
    CHECK(says(welsh.out, "Yr ymarferwyr"));
    CHECK_FALSE(says(run({"show", "cwm-derw"}).out, "Yr ymarferwyr"));
    const auto none = run({"show", "medway", "--lang", "cy"});
    CHECK(none.status == 1);
    CHECK(says(none.err, "this policy has no names in 'cy'"));
    CHECK(says(run({"show", "cwm-derw", "--lang", "fr"}).err, "it has: cy"));
}

TEST_CASE("the schema is printed as the loader reads") {
    const auto printed = run({"schema"});
    CHECK(printed.status == 0);
    CHECK(printed.out == read("docs/pack.schema.json"));
}

TEST_CASE("the timetable of a policy with several routes says which dates are whose") {
    const auto said = run({"timetable", "strathbervie", "--from", "2026-11-19T10:00"});
    CHECK(said.status == cli::Done);
    const auto pack = *cli::read_pack("packs/examples/strathbervie/policy.yaml");
    std::size_t at = 0;
    for (const auto& route : pack.pack.routes) {
        const auto heading = said.out.find("Route: " + route.title + "\n", at);
        REQUIRE(heading != std::string::npos);
        at = heading + 1;
    }
}
