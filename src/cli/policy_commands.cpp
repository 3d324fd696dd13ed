#include "cli/policy_commands.h"

#include "app/policy_json.h"
#include "calendar/local_time.h"
#include "cli/findings_json.h"
#include "cli/packs.h"
#include "cli/policy_tools.h"
#include "json/json.h"
#include "policy/describe.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace cli {
namespace {

int complain(const base::Findings& findings, const Console& console) {
    print(findings, console.err);
    return Findings;
}

}  // namespace

PolicyCommands add_policy_commands(CLI::App& app, PolicyArgs& args) {
    PolicyCommands commands;
    auto* policy = app.add_subcommand("policy", "Policies as data: check, show, test");
    policy->require_subcommand(1);
    const std::string either = "key of a pack (medway), its folder or its file";

    commands.check = policy->add_subcommand("check", "Every finding of a pack, with line, column, clause and hint");
    commands.check->add_option("files", args.files, "keys of packs, their folders or files")->required();
    commands.check->add_flag("--json", args.json, "findings as JSON");
    commands.check->footer("Example: concordat policy check packs/medway/policy.yaml");

    commands.show = policy->add_subcommand("show", "Ladder, clocks, duties, clauses and readings");
    commands.show->add_option("pack", args.pack, either)->required();
    commands.show->add_flag("--json", args.json, "as JSON");
    commands.show->add_option("--lang", args.language, "names in another language of the pack: cy")->type_name("CODE");
    commands.show->footer("Example: concordat policy show wigan");

    commands.timetable = policy->add_subcommand("timetable", "The latest date of every stage if nobody settles");
    commands.timetable->add_option("pack", args.pack, either)->required();
    commands.timetable->add_option("--from", args.from, "when it is raised: 2026-11-19T10:00, local time")->required();
    commands.timetable->add_flag("--json", args.json, "as JSON");
    commands.timetable->footer("Example: concordat policy timetable north-tyneside --from 2026-12-21T10:00");

    commands.test = policy->add_subcommand("test", "Plays scenarios against the engine");
    commands.test->add_option("paths", args.files, "scenario files, keys or folders of packs, or folders of such folders")->required();
    commands.test->add_flag("--restart-every-step", args.restart_every_step, "make the state anew from its history after each step");
    commands.test->add_flag("--json", args.json, "results as JSON");
    commands.test->footer("Example: concordat policy test packs");

    add_policy_tools(*policy, args, commands);

    commands.run = app.add_subcommand("run", "Plays a scenario file and prints after each step what is recorded, owed and permitted, and who is told");
    commands.run->add_option("--pack", args.pack, either)->required();
    commands.run->add_option("--script", args.script, "scenario file")->required();
    commands.run->add_flag("--restart-every-step", args.restart_every_step, "make the state anew from its history after each step");
    commands.run->add_flag("--questions", args.questions, "also what each permitted action asks");
    commands.run->add_flag("--json", args.json, "as JSON");
    commands.run->footer("Example: concordat run --pack medway --script packs/medway/examples/first-attempt.yaml");
    return commands;
}

int run_policy_check(const PolicyArgs& args, const Console& console) {
    base::Findings all;
    for (const auto& name : args.files) {
        const auto path = find_pack(name, console);
        const auto loaded = path ? read_pack(*path) : tl::unexpected(path.error());
        if (!loaded) all.insert(all.end(), loaded.error().begin(), loaded.error().end());
        else if (!args.json) console.out << path->string() << ": no findings\n";
    }
    if (args.json) {
        console.out << json::to_pretty_text(as_json(all));
        return all.empty() ? Done : Findings;
    }
    return all.empty() ? Done : complain(all, console);
}

int run_policy_show(const PolicyArgs& args, const Console& console) {
    const auto loaded = load_named(args, console);
    if (!loaded) return complain(loaded.error(), console);
    if (args.json) console.out << json::to_pretty_text(app::as_json(loaded->pack));
    else console.out << policy::describe(loaded->pack);
    return Done;
}

int run_policy_timetable(const PolicyArgs& args, const Console& console) {
    const auto path = find_pack(args.pack, console);
    const auto loaded = path ? read_pack(*path) : tl::unexpected(path.error());
    if (!loaded) return complain(loaded.error(), console);
    calendar::Edition edition{.key = loaded->pack.identity.calendar};
    const auto from = calendar::parse_moment(args.from, edition.zone);
    if (!from) return complain({{{}, from.error().why, "write --from like 2026-11-19T10:00", {}}}, console);
    const auto rows = policy::timetable(loaded->pack, edition, *from);
    if (args.json) {
        console.out << json::to_pretty_text(app::as_json(rows, edition.zone));
        return Done;
    }
    std::string route;
    for (const auto& row : rows) {
        if (row.route != route) console.out << (route.empty() ? "" : "\n") << "Route: " << row.route << "\n\n";
        route = row.route;
        console.out << row.title << '\n';
        console.out << "  opens " << calendar::in_words(row.opens, edition.zone) << '\n';
        console.out << "  " << row.limit << (row.clause.empty() ? "" : " (clause " + row.clause + ")");
        if (row.due) console.out << ": at the latest " << (row.due->date_only ? calendar::in_words(row.due->date) : calendar::in_words(row.due->at, edition.zone));
        console.out << '\n';
        for (const auto& reason : row.due ? row.due->because : std::vector<calendar::Reason>{}) {
            console.out << "    " << (reason.counted ? "+ " : "  ") << calendar::in_words(reason.date) << ": " << reason.why << '\n';
        }
        for (const auto& note : row.notes) console.out << "  " << note << '\n';
    }
    return Done;
}

}  // namespace cli
