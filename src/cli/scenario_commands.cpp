// `concordat policy test` and `concordat run`: scenarios played, and what came of them.
#include "cli/findings_json.h"
#include "cli/policy_commands.h"
#include "cli/rehearsal_log.h"
#include "cli/scripts.h"
#include "rehearsal/rehearse.h"

#include <iostream>

namespace cli {
namespace {

rehearsal::Restart restart(const PolicyArgs& args) {
    return args.restart_every_step ? rehearsal::Restart::EveryStep : rehearsal::Restart::Never;
}

/// A file by its bare name has no folder to stand beside: `cd examples; concordat policy test a.yaml`.
std::filesystem::path pack_beside(const std::filesystem::path& script) {
    const auto folder = script.parent_path();
    if (folder.has_parent_path() || folder.has_root_path()) return folder.parent_path() / "policy.yaml";
    return (folder.empty() ? std::filesystem::path("..") : folder / "..") / "policy.yaml";
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

}  // namespace

int run_policy_test(const PolicyArgs& args, const Console& console) {
    Tally tally;
    base::Findings findings;
    const auto keep = [&](const base::Findings& more) { findings.insert(findings.end(), more.begin(), more.end()); };
    for (const auto& path : args.files) {
        const auto scripts = find_scripts(path, console);
        if (!scripts) {
            keep(scripts.error());
            continue;
        }
        for (const auto& file : *scripts) {
            const auto script = read_script(file, pack_beside(file));
            if (script) play(*script, args, console, tally);
            else keep(script.error());
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
    const auto file = find_script(args.script);
    auto script = !pack ? tl::unexpected(pack.error()) : !file ? tl::unexpected(file.error()) : read_script(*file, *pack);
    if (!script) {
        print(script.error(), console.err);
        return Findings;
    }
    const auto questions = args.questions ? Questions::Shown : Questions::Hidden;
    bool ok = true;
    json::Array all;
    for (const auto& scenario : script->scenarios) {
        const auto played = rehearsal::rehearse(scenario, script->cast, script->pack, restart(args));
        ok = ok && played.failures.empty();
        if (args.json) {
            all.push_back(json::Object().set("scenario", scenario.title).set("passed", played.failures.empty())
                              .set("steps", log_as_json(played, questions)).set("failures", as_json(played.failures)));
        } else {
            console.out << "== " << scenario.title << '\n' << log_in_words(played, questions) << std::flush;
        }
        print(played.failures, console.err);
    }
    if (args.json) console.out << json::to_pretty_text(all);
    return ok ? Done : Findings;
}

}  // namespace cli
