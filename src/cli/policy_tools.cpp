#include "cli/policy_tools.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "cli/packs.h"
#include "json/json.h"
#include "policy/schema.h"

namespace cli {

void add_policy_tools(CLI::App& policy, PolicyArgs& args, PolicyCommands& commands) {
    commands.schema = policy.add_subcommand("schema", "The language of packs as a JSON Schema (2020-12), for editors");
    commands.schema->add_option("-o,--output", args.output, "file to write, instead of the console")->type_name("FILE");
    commands.schema->footer("Example: concordat policy schema -o pack.schema.json\n"
                            "In a pack's first line: # yaml-language-server: $schema=pack.schema.json");
}

int put_out(const std::string& text, const PolicyArgs& args, const Console& console) {
    if (args.output.empty()) {
        console.out << text;
        return Done;
    }
    std::ofstream file(args.output, std::ios::binary);
    file << text << std::flush;
    if (file) return Done;
    console.err << "concordat: '" << args.output << "' cannot be written; check the folder and who may write there\n";
    return Fault;
}

int run_policy_schema(const PolicyArgs& args, const Console& console) {
    return put_out(json::to_pretty_text(policy::pack_schema()), args, console);
}

}  // namespace cli
