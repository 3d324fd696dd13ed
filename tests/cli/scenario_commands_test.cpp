// Scenarios as their writers call for them: by file, by folder, by the key of a pack.
#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/policy_commands.h"
#include "json/json.h"
#include "store/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

struct Heard {
    int status = 0;
    std::string out, err;
};

Heard heard(std::vector<std::string> words, const std::vector<fs::path>& pack_folders = {"packs", "packs/examples"}) {
    CLI::App app("concordat");
    cli::PolicyArgs args;
    const auto commands = cli::add_policy_commands(app, args);
    std::reverse(words.begin(), words.end());
    app.parse(std::move(words));
    std::istringstream in;
    std::ostringstream out, err;
    const cli::Console console{in, out, err, pack_folders};
    if (*commands.test) return {cli::run_policy_test(args, console), out.str(), err.str()};
    if (*commands.check) return {cli::run_policy_check(args, console), out.str(), err.str()};
    if (*commands.show) return {cli::run_policy_show(args, console), out.str(), err.str()};
    if (*commands.timetable) return {cli::run_policy_timetable(args, console), out.str(), err.str()};
    if (*commands.run) return {cli::run_script(args, console), out.str(), err.str()};
    return {-1, {}, {}};
}

bool speaks_of(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// A pack with scenarios of its own, in a folder of its own.
struct PackFolder {
    testing::TemporaryFolder folder;
    fs::path pack = folder.path() / "wigan";

    PackFolder() { fs::copy("packs/wigan", pack, fs::copy_options::recursive); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(pack / "examples" / name, std::ios::binary) << text;
    }

    Heard test(const std::string& name) const { return heard({"policy", "test", (pack / "examples" / name).string()}); }
};

}  // namespace

TEST_CASE("scenarios are found by a key, a folder, a policy.yaml and a file") {
    const auto by_folder = heard({"policy", "test", "packs/wigan"});
    CHECK(by_folder.status == 0);
    CHECK(heard({"policy", "test", "wigan"}).out == by_folder.out);
    CHECK(heard({"policy", "test", "packs/wigan/policy.yaml"}).out == by_folder.out);
    CHECK(heard({"policy", "test", "packs/wigan/examples"}).out == by_folder.out);
    CHECK(heard({"policy", "test", "packs/wigan/examples/level-4-and-forms.yaml"}).status == 0);
    CHECK(speaks_of(heard({"policy", "test", "packs/wigan/examples/cast.yaml"}).err, "this is the cast"));
    CHECK(speaks_of(heard({"policy", "test", "packs/wigann"}).err, "there is no such file or folder, and no pack of that key"));
    CHECK(speaks_of(heard({"policy", "test", "docs"}).err, "there are no scenarios here"));
}

TEST_CASE("a pack is found by its folder; of a folder of packs it is said which can be given") {
    CHECK(heard({"policy", "check", "packs/wigan"}).status == 0);
    const auto folder = heard({"policy", "check", "packs"});
    CHECK(folder.status == 1);
    CHECK(speaks_of(folder.err, "there is no policy.yaml in this folder (give one of: packs/chew-stoke, packs/medway"));
    const auto script = heard({"run", "--pack", "wigan", "--script", "packs/wigan"});
    CHECK(speaks_of(script.err, "one scenario file is wanted (give one of: packs/wigan/examples/level-4-and-forms.yaml"));
    CHECK(heard({"run", "--pack", "packs/examples/marlholm", "--script", "packs/examples/marlholm"}).status == 0);
    CHECK(speaks_of(heard({"policy", "check", "wigan"}, {}).err, "say with --packs in which folder they stand"));
}

TEST_CASE("an empty scenario file is told what a scenario needs, and so is an empty cast") {
    const PackFolder here;
    for (const std::string text : {"", "# only a remark\n", "\n\n---\n"}) {
        here.write("a.yaml", text);
        const auto result = here.test("a.yaml");
        CHECK(result.status == 1);
        CHECK(speaks_of(result.err, "the file is empty (a scenario file needs 'scenarios:'"));
        CHECK_FALSE(speaks_of(result.err, "policy:"));
    }
    here.write("a.yaml", "scenarios:\n  - scenario: x\n    steps: [{at: 2026-11-20 10:00}]\n");
    here.write("cast.yaml", "");
    CHECK(speaks_of(here.test("a.yaml").err, "the file is empty (a cast needs 'agencies:'"));
    fs::remove(here.pack / "examples" / "cast.yaml");
    CHECK(speaks_of(here.test("a.yaml").err, "there is no cast (put cast.yaml beside the scenarios"));
}

TEST_CASE("what is printed ends with the end of a line") {
    const std::vector<std::vector<std::string>> asked{{"policy", "show", "wigan"},
                                                      {"policy", "show", "wigan", "--json"},
                                                      {"policy", "timetable", "wigan", "--from", "2026-11-20T10:00"},
                                                      {"policy", "timetable", "wigan", "--from", "2026-11-20T10:00", "--json"}};
    for (const auto& words : asked) CHECK(heard(words).out.ends_with('\n'));
}

TEST_CASE("a run shows after each step what is owed by whom until when, who is told, and what is permitted") {
    const std::vector<std::string> run{"run", "--pack", "wigan", "--script", "packs/wigan/examples/level-4-and-forms.yaml"};
    const auto text = heard(run).out;
    CHECK(speaks_of(text, "2026-12-03 10:00 trust.rep escalate\n"));
    CHECK(speaks_of(text, "    owed       settle  "));
    CHECK(speaks_of(text, "by 2026-12-10"));
    CHECK(speaks_of(text, "    told       "));
    CHECK(speaks_of(text, "    permitted  to trust.rep: "));
    CHECK_FALSE(speaks_of(text, "one of: telephone"));

    auto asking = run;
    asking.emplace_back("--questions");
    CHECK(speaks_of(heard(asking).out, "one of: face-to-face | telephone"));

    asking.emplace_back("--json");
    const auto value = json::parse(heard(asking).out, {.bytes_max = 16 * 1024 * 1024});
    REQUIRE(value.has_value());
    const auto& step = value->get_array().front().find("steps")->get_array().front();
    const auto& duty = step.find("duties")->get_array().front();
    CHECK(duty.find("rule")->get_string() == "settle");
    CHECK(duty.find("due") != nullptr);
    CHECK(step.find("told")->if_array() != nullptr);
    CHECK(step.find("asks")->get_array().front().find("asks")->if_array() != nullptr);
}
