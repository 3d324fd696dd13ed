#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/packs.h"
#include "cli/findings_json.h"

namespace cli {

void add_folder(CLI::App& command, FolderArgs& args) {
    command.add_option("--data", args.data, "Data folder of the installation")
        ->envname("CONCORDAT_DATA")
        ->required()
        ->type_name("DIR");
    command.add_flag("--json", args.json, "Answer in JSON");
}

int answer(const FolderArgs& args, const Console& console, const json::Object& as_json,
           const std::string& as_text) {
    if (args.json)
        console.out << json::to_pretty_text(as_json);
    else
        console.out << as_text << '\n';
    return Done;
}

int complain(const FolderArgs& args, const Console& console, const base::Findings& findings) {
    if (args.json)
        console.out << json::to_pretty_text(json::Object().set("findings", as_json(findings)));
    else
        print(findings, console.err);
    return Findings;
}

int complain(const FolderArgs& args, const Console& console, const base::Refusal& refusal) {
    if (args.json) {
        json::Object said;
        said.set("rule", refusal.rule).set("why", refusal.why);
        if (!refusal.clause.empty()) said.set("clause", refusal.clause);
        if (!refusal.field.empty()) said.set("field", refusal.field);
        console.out << json::to_pretty_text(json::Object().set("refused", std::move(said)));
    } else {
        console.err << "refused: " << refusal.why;
        if (!refusal.clause.empty()) console.err << " (" << refusal.clause << ")";
        console.err << '\n';
    }
    return Findings;
}

}  // namespace cli
