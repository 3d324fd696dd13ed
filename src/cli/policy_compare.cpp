// `concordat policy matrix` and `concordat policy diff`: who may do what, and what a new edition changes.
#include <CLI/CLI.hpp>
#include <iostream>

#include "base/text.h"
#include "cli/packs.h"
#include "cli/policy_tools.h"
#include "disagreement/matrix.h"
#include "json/json.h"
#include "policy/diff.h"
#include "policy/house_rules.h"

namespace cli {
namespace {

using disagreement::Entitlement;

int complain(const base::Findings& findings, const Console& console) {
    print(findings, console.err);
    return Findings;
}

json::Array as_json(const std::vector<Entitlement>& rows) {
    json::Array list;
    for (const auto& row : rows) {
        list.push_back(json::Object()
                           .set("stage", row.stage)
                           .set("action", disagreement::to_word(row.action))
                           .set("about", row.about)
                           .set("title", row.title)
                           .set("who", row.who)
                           .set("only", json::Array(row.only.begin(), row.only.end()))
                           .set("until", row.until)
                           .set("clause", row.clause));
    }
    return list;
}

void print(const Entitlement& row, std::ostream& out) {
    out << "  " << row.title << (row.clause.empty() ? "" : " [" + row.clause + "]") << '\n';
    out << "      " << row.who << (row.until.empty() ? "" : ", " + row.until) << '\n';
    for (const auto& condition : row.only) out << "      " << condition << '\n';
}

void print_stage(const std::string& title, const std::string& stage, const std::vector<Entitlement>& rows,
                 std::ostream& out) {
    out << title << '\n';
    for (const auto& row : rows) {
        if (row.stage == stage) print(row, out);
    }
}

std::string_view word_of(policy::Difference::Kind kind) {
    switch (kind) {
        case policy::Difference::Kind::Added: return "added";
        case policy::Difference::Kind::Removed: return "removed";
        case policy::Difference::Kind::Changed: return "changed";
    }
    return {};
}

}  // namespace

void add_policy_comparisons(CLI::App& policy, PolicyArgs& args, PolicyCommands& commands) {
    const std::string either = "key of a pack (medway) or a file";
    commands.matrix =
        policy.add_subcommand("matrix", "Who may do what at which stage, and under which condition");
    commands.matrix->add_option("pack", args.pack, either)->required();
    commands.matrix->add_flag("--json", args.json, "as JSON");
    commands.matrix->footer("Example: concordat policy matrix st-helens");

    commands.diff = policy.add_subcommand(
        "diff", "What a new edition changes: rules, not lines. Exit status 1 where something differs");
    commands.diff->add_option("packs", args.files, "the edition before and the one after: keys or files")
        ->required()
        ->expected(2);
    commands.diff->add_flag("--json", args.json, "as JSON");
    commands.diff->footer("Example: concordat policy diff packs/medway/policy.yaml new-edition.yaml");
}

int run_policy_matrix(const PolicyArgs& args, const Console& console) {
    auto loaded = load_named(args.pack, console);
    if (!loaded) return complain(loaded.error(), console);
    const auto pack = policy::with_house_rules(std::move(loaded->pack));
    const auto rows = disagreement::matrix(pack);
    if (args.json) {
        console.out << json::to_pretty_text(json::Object()
                                                .set("policy", pack.identity.key)
                                                .set("edition", pack.identity.edition)
                                                .set("may", as_json(rows)));
        return Done;
    }
    for (const auto& stage : pack.stages) {
        print_stage(stage.label + ": " + stage.title, stage.key, rows, console.out);
        console.out << '\n';
    }
    print_stage("At any stage", {}, rows, console.out);
    return Done;
}

int run_policy_diff(const PolicyArgs& args, const Console& console) {
    const auto before = load_named(args.files.at(0), console);
    const auto after = load_named(args.files.at(1), console);
    base::Findings findings;
    for (const auto* loaded : {&before, &after}) {
        if (!*loaded) findings.insert(findings.end(), loaded->error().begin(), loaded->error().end());
    }
    if (!findings.empty()) return complain(findings, console);
    const auto differences = policy::differences(before->pack, after->pack);
    if (args.json) {
        json::Array list;
        for (const auto& one : differences) {
            list.push_back(json::Object()
                               .set("kind", word_of(one.kind))
                               .set("what", one.what)
                               .set("key", one.key)
                               .set("says", one.says)
                               .set("clause", one.clause));
        }
        console.out << json::to_pretty_text(json::Object().set("differences", std::move(list)));
    } else if (differences.empty()) {
        console.out << "both say the same\n";
    } else {
        for (const auto& one : differences)
            console.out << word_of(one.kind) << "  " << one.says
                        << (one.clause.empty() ? "" : " [" + one.clause + "]") << '\n';
    }
    return differences.empty() ? Done : Findings;
}

}  // namespace cli
