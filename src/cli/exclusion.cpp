#include "cli/exclusion.h"

#include <CLI/CLI.hpp>

#include "app/reference.h"
#include "app/relations.h"
#include "base/text.h"
#include "cli/person.h"

namespace cli {
namespace {

struct Excluding {
    app::PersonId guardian;
    app::PersonId person;
    std::string reference;
};

base::Result<Excluding> excluding_of(const ExclusionArgs& args, const GuardianDesk& desk) {
    const auto guardian = find_named(args.by, desk.installation);
    if (!guardian) return tl::unexpected(guardian.error());
    const auto reference = app::parse_reference(args.reference);
    if (!reference) return tl::unexpected(app::not_found());
    if (args.person.empty()) return Excluding{*guardian, {}, *reference};
    const auto person = find_named(args.person, desk.installation);
    if (!person) return tl::unexpected(person.error());
    return Excluding{*guardian, *person, *reference};
}

using Decree = base::Result<void> (app::Guardian::*)(const app::PersonId&, const std::string&, const app::PersonId&,
                                                     const std::string&, const std::string&);

int decree(const ExclusionArgs& args, const Console& console, const GuardianDesk& desk, Decree how,
           const std::string& said) {
    const auto asked = excluding_of(args, desk);
    if (!asked) return complain(args.folder, console, asked.error());
    const auto done =
        (desk.guardian.*how)(asked->guardian, asked->reference, asked->person, args.reason, desk.command_id);
    if (!done) return complain(args.folder, console, done.error());
    return answer(args.folder, console,
                  json::Object().set("reference", asked->reference).set("person", asked->person.get()),
                  asked->person.get() + said + asked->reference);
}

CLI::App* exclusion_command(CLI::App* group, const std::string& name, const std::string& about, ExclusionArgs& args) {
    auto* added = group->add_subcommand(name, about);
    add_folder(*added, args.folder);
    added->add_option("--by", args.by, "The data guardian who says so: e-mail address or id")->required();
    added->add_option("--reference", args.reference, "Of the disagreement")->required();
    return added;
}

void add_whom(CLI::App& command, ExclusionArgs& args) {
    command.add_option("--person", args.person, "E-mail address or id")->required();
    command.add_option("--reason", args.reason, "Why; it is recorded, sealed")->required();
}

}  // namespace

ExclusionCommands add_exclusion_commands(CLI::App& app, ExclusionArgs& args) {
    ExclusionCommands commands;
    auto* group = app.add_subcommand("exclusion", "Who must not learn that a disagreement exists");
    group->require_subcommand(1);
    commands.set = exclusion_command(group, "set", "Shut a person out of a disagreement, whatever their part in it", args);
    add_whom(*commands.set, args);
    commands.set->footer(
        "What they would have to do falls to their deputy or manager.\n"
        "Example: concordat exclusion set --data data --by guardian@riverside.example --reference K7QM-2RXD-9F \\\n"
        "             --person ada@riverside.example --reason \"Is related to the family\"");
    commands.lift = exclusion_command(group, "lift", "Let a person know of a disagreement again", args);
    add_whom(*commands.lift, args);
    commands.list = exclusion_command(group, "list", "Who is shut out of a disagreement", args);
    return commands;
}

int run_exclusion_set(const ExclusionArgs& args, const Console& console, const GuardianDesk& desk) {
    return decree(args, console, desk, &app::Guardian::set_exclusion, " is shut out of ");
}

int run_exclusion_lift(const ExclusionArgs& args, const Console& console, const GuardianDesk& desk) {
    return decree(args, console, desk, &app::Guardian::lift_exclusion, " may know again of ");
}

int run_exclusion_list(const ExclusionArgs& args, const Console& console, const GuardianDesk& desk) {
    const auto asked = excluding_of(args, desk);
    if (!asked) return complain(args.folder, console, asked.error());
    const auto excluded = desk.guardian.excluded(asked->guardian, asked->reference);
    if (!excluded) return complain(args.folder, console, excluded.error());
    json::Array ids;
    std::vector<std::string> lines;
    for (const auto& person : *excluded) {
        ids.emplace_back(person.get());
        lines.push_back(person.get());
    }
    const std::string text = lines.empty() ? "nobody is shut out" : base::join(lines, "\n");
    return answer(args.folder, console, json::Object().set("excluded", std::move(ids)), text);
}

}  // namespace cli
