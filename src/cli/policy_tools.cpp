#include "cli/policy_tools.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "base/text.h"
#include "cli/packs.h"
#include "diagram/diagram.h"
#include "json/json.h"
#include "policy/house_rules.h"
#include "policy/languages.h"
#include "policy/schema.h"

namespace cli {

tl::expected<policy::Loaded, base::Findings> load_named(const std::string& key_or_file,
                                                        const Console& console) {
    const auto path = find_pack(key_or_file, console);
    return path ? read_pack(*path) : tl::unexpected(path.error());
}

void add_policy_tools(CLI::App& policy, PolicyArgs& args, PolicyCommands& commands) {
    commands.schema =
        policy.add_subcommand("schema", "The language of packs as a JSON Schema (2020-12), for editors");
    commands.schema->add_option("-o,--output", args.output, "file to write, instead of the console")
        ->type_name("FILE");
    commands.schema->footer(
        "Example: concordat policy schema -o pack.schema.json\n"
        "In a pack's first line: # yaml-language-server: $schema=pack.schema.json");

    commands.diagram = policy.add_subcommand("diagram", "The flowchart of a policy on one page, as SVG");
    commands.diagram->add_option("pack", args.pack, "key of a pack (medway) or a file")->required();
    commands.diagram->add_option("-o,--output", args.output, "file to write, instead of the console")
        ->type_name("OUT.svg");
    commands.diagram->add_option("--lang", args.language, "names in another language of the pack: cy")
        ->type_name("CODE");
    commands.diagram->add_flag("--json", args.json, "as JSON: the picture as the text 'svg'");
    commands.diagram->footer("Example: concordat policy diagram medway -o medway.svg");

    add_policy_comparisons(policy, args, commands);
}

tl::expected<policy::Loaded, base::Findings> load_named(const PolicyArgs& args, const Console& console) {
    auto loaded = load_named(args.pack, console);
    if (!loaded || args.language.empty()) return loaded;
    if (const auto* language = policy::find_language(loaded->pack, args.language)) {
        loaded->pack = policy::in_language(loaded->pack, *language);
        return loaded;
    }
    std::vector<std::string> known;
    for (const auto& language : loaded->pack.languages) known.push_back(language.code);
    const auto hint = known.empty() ? "it has names in one language only; leave --lang out"
                                    : "it has: " + base::join(known, ", ");
    return tl::unexpected(
        base::Findings{{{args.pack}, "this policy has no names in '" + args.language + "'", hint, {}}});
}

int put_out(const std::string& text, const PolicyArgs& args, const Console& console) {
    if (args.output.empty()) {
        console.out << text;
        return Done;
    }
    std::ofstream file(args.output, std::ios::binary);
    file << text << std::flush;
    if (file) return Done;
    console.err << "concordat: '" << args.output
                << "' cannot be written; check the folder and who may write there\n";
    return Fault;
}

int run_policy_diagram(const PolicyArgs& args, const Console& console) {
    auto loaded = load_named(args, console);
    if (!loaded) {
        print(loaded.error(), console.err);
        return Findings;
    }
    const auto key = loaded->pack.identity.key;
    const auto svg = diagram::draw(policy::with_house_rules(std::move(loaded->pack)));
    if (!args.json) return put_out(svg, args, console);
    return put_out(json::to_pretty_text(json::Object().set("policy", key).set("svg", svg)), args, console);
}

int run_policy_schema(const PolicyArgs& args, const Console& console) {
    return put_out(json::to_pretty_text(policy::pack_schema()), args, console);
}

}  // namespace cli
