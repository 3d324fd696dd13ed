#include "cli/ledger.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "app/rebuild.h"
#include "base/text.h"
#include "cli/packs.h"

namespace cli {
namespace {

tl::expected<std::optional<ledger::Head>, base::Findings> kept_head(const std::string& file) {
    if (file.empty()) return std::nullopt;
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    const auto head = ledger::parse_head(base::trimmed(*text));
    if (head) return *head;
    return tl::unexpected(base::Findings{
        {{file, 1, 1}, head.error().why, "give the line that 'concordat verify' printed", {}}});
}

json::Object as_json(const ledger::Verdict& verdict) {
    json::Object object;
    object.set("whole", !verdict.broken);
    if (!verdict.broken) return object.set("head", ledger::to_text(verdict.head)), object;
    object.set("position", verdict.broken->position).set("what", verdict.broken->what);
    return object;
}

void say_broken(const Console& console, const std::string& which, const ledger::Break& broken) {
    console.err << which << ": entry " << broken.position << " cannot be believed: " << broken.what << '\n';
}

}  // namespace

LedgerCommands add_ledger_commands(CLI::App& app, LedgerArgs& args) {
    LedgerCommands commands;
    commands.verify = app.add_subcommand(
        "verify", "Check the ledger from its first entry; prints its head, or the first broken entry");
    add_folder(*commands.verify, args.folder);
    commands.verify
        ->add_option("--head", args.head_file, "File with a head of this ledger that was kept elsewhere")
        ->type_name("FILE");
    commands.verify->footer(
        "Also while the service runs. Exit status 1 where something is broken.\n"
        "Example: concordat verify --data data > head.txt; later: concordat verify --data data --head "
        "head.txt");

    commands.rebuild = app.add_subcommand("rebuild", "Make all lists anew from the ledger");
    add_folder(*commands.rebuild, args.folder);
    commands.rebuild->footer("Not while the service runs.\nExample: concordat rebuild --data data");

    commands.doctor = app.add_subcommand("doctor", "Look a data folder over: files, lock, ledger, lists");
    add_folder(*commands.doctor, args.folder);
    commands.doctor->footer(
        "Changes nothing; also while the service runs. Exit status 1 where something is not well.\n"
        "Example: concordat doctor --data data");
    return commands;
}

int run_verify(const LedgerArgs& args, const Console& console, const store::EventStore& ledger,
               const store::EventStore& reads) {
    const auto kept = kept_head(args.head_file);
    if (!kept) return complain(args.folder, console, kept.error());
    const auto verdict = ledger.verify(*kept);
    const auto of_reads = reads.verify(std::nullopt);
    const bool whole = !verdict.broken && !of_reads.broken;
    if (args.folder.json) {
        console.out << json::to_pretty_text(
            json::Object().set("ledger", as_json(verdict)).set("reads", as_json(of_reads)));
        return whole ? Done : Findings;
    }
    if (verdict.broken)
        say_broken(console, "ledger", *verdict.broken);
    else
        console.out << ledger::to_text(verdict.head) << '\n';
    if (of_reads.broken) say_broken(console, "log of reads", *of_reads.broken);
    return whole ? Done : Findings;
}

int run_rebuild(const LedgerArgs& args, const Console& console, app::Journal& journal,
                const app::Installation& installation) {
    const std::size_t count = app::rebuild(journal, installation);
    return answer(
        args.folder, console, json::Object().set("disagreements", static_cast<std::int64_t>(count)),
        "lists made anew for " + std::to_string(count) + (count == 1 ? " disagreement" : " disagreements"));
}

int run_doctor(const LedgerArgs& args, const Console& console, const std::vector<Checked>& checks) {
    const bool well = std::ranges::all_of(checks, &Checked::well);
    json::Array listed;
    for (const auto& check : checks) {
        listed.emplace_back(
            json::Object().set("what", check.what).set("well", check.well).set("says", check.says));
        if (!args.folder.json)
            console.out << (check.well ? "well   " : "wrong  ") << check.what << ": " << check.says << '\n';
    }
    if (args.folder.json)
        console.out << json::to_pretty_text(
            json::Object().set("well", well).set("checks", std::move(listed)));
    return well ? Done : Findings;
}

}  // namespace cli
