// `concordat policy test` and `concordat run`: scenarios played, and what came of them.
#include "base/text.h"
#include "cli/packs.h"
#include "cli/policy_commands.h"
#include "cli/findings_json.h"
#include "policy/house_rules.h"
#include "rehearsal/rehearse.h"
#include "yaml/parse.h"

#include <algorithm>
#include <iostream>

namespace cli {
namespace {

namespace fs = std::filesystem;

/// A scenario file beside its pack, with the cast it plays with.
struct Script {
    fs::path file;
    policy::Pack pack;
    rehearsal::Cast cast;
    std::vector<rehearsal::Scenario> scenarios;
};

tl::expected<policy::Node, base::Findings> read_tree(const fs::path& path) {
    const auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    return yaml::parse(*text, path.string());
}

tl::expected<rehearsal::Cast, base::Findings> cast_beside(const fs::path& script) {
    const auto tree = read_tree(script.parent_path() / "cast.yaml");
    if (!tree) return tl::unexpected(tree.error());
    return rehearsal::load_cast(*tree);
}

tl::expected<Script, base::Findings> read_script(const fs::path& file, const fs::path& pack_file) {
    auto loaded = read_pack(pack_file);
    if (!loaded) return tl::unexpected(loaded.error());
    const auto tree = read_tree(file);
    if (!tree) return tl::unexpected(tree.error());
    auto suite = rehearsal::load_suite(*tree);
    if (!suite) return tl::unexpected(suite.error());
    Script script{file, policy::with_house_rules(std::move(loaded->pack)), {}, std::move(suite->scenarios)};
    if (suite->cast) {
        script.cast = std::move(*suite->cast);
        return script;
    }
    auto cast = cast_beside(file);
    if (!cast) return tl::unexpected(cast.error());
    script.cast = std::move(*cast);
    return script;
}

/// Scenario files below a path: any `examples/*.yaml` but the cast itself.
std::vector<fs::path> scripts_below(const fs::path& path) {
    std::error_code error;
    if (fs::is_regular_file(path, error)) return {path};
    std::vector<fs::path> scripts;
    for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
        const auto& file = entry.path();
        const bool example = file.parent_path().filename() == "examples" && file.extension() == ".yaml";
        if (example && file.filename() != "cast.yaml") scripts.push_back(file);
    }
    std::ranges::sort(scripts);
    return scripts;
}

rehearsal::Restart restart(const PolicyArgs& args) {
    return args.restart_every_step ? rehearsal::Restart::EveryStep : rehearsal::Restart::Never;
}

struct Tally {
    int passed = 0;
    int failed = 0;
    json::Array rows;
};

void play(const Script& script, const PolicyArgs& args, const Console& console, Tally& tally) {
    for (const auto& scenario : script.scenarios) {
        const auto played = rehearsal::rehearse(scenario, script.cast, script.pack, restart(args));
        const bool ok = played.failures.empty();
        ++(ok ? tally.passed : tally.failed);
        if (args.json) {
            tally.rows.push_back(json::Object().set("file", script.file.string()).set("scenario", scenario.title)
                                     .set("passed", ok).set("failures", as_json(played.failures)));
        } else {
            console.out << (ok ? "ok      " : "FAILED  ") << scenario.title << '\n';
            print(played.failures, console.err);
        }
    }
}

void print_log(const rehearsal::Rehearsal& played, const Console& console) {
    for (const auto& step : played.log) {
        console.out << step.heading << '\n';
        for (const auto& event : step.events) console.out << "    recorded   " << event << '\n';
        if (!step.refusal.empty()) console.out << "    refused    " << step.refusal << '\n';
        if (!step.permitted.empty()) console.out << "    permitted  " << base::join(step.permitted, ", ") << '\n';
    }
}

json::Value log_as_json(const rehearsal::Rehearsal& played) {
    json::Array steps;
    for (const auto& step : played.log) {
        json::Array events, permitted;
        for (const auto& event : step.events) events.push_back(event);
        for (const auto& action : step.permitted) permitted.push_back(action);
        steps.push_back(json::Object().set("step", step.heading).set("events", std::move(events))
                            .set("permitted", std::move(permitted)).set("refused", step.refusal));
    }
    return steps;
}

}  // namespace

int run_policy_test(const PolicyArgs& args, const Console& console) {
    Tally tally;
    base::Findings findings;
    for (const auto& path : args.files) {
        const auto scripts = scripts_below(path);
        if (scripts.empty()) findings.push_back({{path}, "there are no scenarios here", "they stand in examples/*.yaml beside a pack", {}});
        for (const auto& file : scripts) {
            const auto script = read_script(file, file.parent_path().parent_path() / "policy.yaml");
            if (script) play(*script, args, console, tally);
            else findings.insert(findings.end(), script.error().begin(), script.error().end());
        }
    }
    print(findings, console.err);
    if (args.json) {
        console.out << json::to_pretty_text(json::Object().set("scenarios", tally.rows).set("findings", as_json(findings)));
    } else {
        console.out << tally.passed << " passed, " << tally.failed << " failed\n";
    }
    return tally.failed == 0 && findings.empty() ? Done : Findings;
}

int run_script(const PolicyArgs& args, const Console& console) {
    const auto pack = find_pack(args.pack, console);
    const auto script = pack ? read_script(args.script, *pack) : tl::unexpected(pack.error());
    if (!script) {
        print(script.error(), console.err);
        return Findings;
    }
    bool ok = true;
    json::Array all;
    for (const auto& scenario : script->scenarios) {
        const auto played = rehearsal::rehearse(scenario, script->cast, script->pack, restart(args));
        ok = ok && played.failures.empty();
        print(played.failures, console.err);
        if (args.json) {
            all.push_back(json::Object().set("scenario", scenario.title).set("steps", log_as_json(played)));
        } else {
            console.out << "== " << scenario.title << '\n';
            print_log(played, console);
        }
    }
    if (args.json) console.out << json::to_pretty_text(all);
    return ok ? Done : Findings;
}

}  // namespace cli
