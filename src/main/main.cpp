#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "base/text.h"
#include "cli/access.h"
#include "cli/deadline.h"
#include "cli/exclusion.h"
#include "cli/policy_commands.h"
#include "cli/serve.h"
#include "cli/who_sees.h"
#include "http/server.h"
#include "main/access_commands.h"
#include "main/demo.h"
#include "main/edition_commands.h"
#include "main/folder_commands.h"
#include "main/guardian_commands.h"
#include "main/service.h"
#include "sqlite/folder.h"
#include "store/fault.h"

namespace {

namespace fs = std::filesystem;

/// Beside the program, where it is installed, and in the tree it was built in.
std::vector<fs::path> pack_folders(const std::string& named) {
    std::vector<fs::path> folders;
    if (!named.empty()) folders.emplace_back(named);
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto* below : {"packs", "../share/concordat/packs", "../../packs"}) {
        const auto folder = fs::weakly_canonical(program / below, error);
        if (fs::is_directory(folder, error)) folders.push_back(folder);
    }
    return folders;
}

std::string environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value ? value : "";
}

void warn_of_variables();

int serve(const cli::ServeArgs& args, const cli::Console& console) {
    warn_of_variables();
    const auto settings = cli::read_settings(args, environment);
    if (!settings) return cli::complain({}, console, settings.error());
    return program::serve(*settings, console);
}

/// One command of the program: what CLI11 knows of it, and what it does.
struct Command {
    CLI::App* asked_for;
    std::function<int(const cli::Console&)> run;
};

struct Arguments {
    std::string packs;
    cli::DeadlineArgs deadline;
    cli::PolicyArgs policy;
    cli::AdminArgs admin;
    cli::AccessArgs access;
    cli::EditionArgs editions;
    cli::ReplayArgs replay;
    cli::TokenArgs token;
    cli::ExclusionArgs exclusion;
    cli::WhoSeesArgs who_sees;
    cli::LedgerArgs ledger;
    cli::RecordArgs record;
    cli::ServeArgs serve;
    program::DemoArgs demo;
};

std::vector<Command> commands_of(CLI::App& app, Arguments& args) {
    using cli::Console;
    auto* serve_command = cli::add_serve_command(app, args.serve);
    auto* demo = program::add_demo_command(app, args.demo);
    const auto admin = cli::add_admin_commands(app, args.admin);
    const auto access = cli::add_access_commands(app, args.access);
    const auto token = cli::add_token_commands(app, args.token);
    const auto editions = cli::add_edition_commands(app, args.editions);
    auto* record = cli::add_record(app, args.record);
    const auto exclusion = cli::add_exclusion_commands(app, args.exclusion);
    auto* who_sees = cli::add_who_sees(app, args.who_sees);
    const auto ledger = cli::add_ledger_commands(app, args.ledger);
    const auto policy = cli::add_policy_commands(app, args.policy);
    auto* replay = cli::add_policy_replay(app, args.replay);
    auto* deadline = cli::add_deadline(app, args.deadline);
    return {
        {serve_command, [&](const Console& c) { return serve(args.serve, c); }},
        {demo, [&](const Console& c) { return program::make_demo(args.demo, c); }},
        {admin.partnership_add,
         [&](const Console& c) { return program::partnership_add(args.admin.partnership, c); }},
        {admin.partnership_adopt,
         [&](const Console& c) { return program::partnership_adopt(args.admin.partnership, c); }},
        {editions.rule, [&](const Console& c) { return program::partnership_rule(args.editions.rule, c); }},
        {editions.move, [&](const Console& c) { return program::partnership_move(args.editions.move, c); }},
        {editions.calendar,
         [&](const Console& c) { return program::partnership_calendar(args.editions.calendar, c); }},
        {admin.directory_import,
         [&](const Console& c) { return program::directory_import(args.admin.directory, c); }},
        {admin.directory_export,
         [&](const Console& c) { return program::directory_export(args.admin.directory, c); }},
        {admin.user_add, [&](const Console& c) { return program::user_add(args.admin.user, c); }},
        {access.invite, [&](const Console& c) { return program::user_invite(args.access, c); }},
        {access.reset, [&](const Console& c) { return program::user_reset(args.access, c); }},
        {access.sign_out, [&](const Console& c) { return program::user_sign_out(args.access, c); }},
        {token.add, [&](const Console& c) { return program::token_add(args.token, c); }},
        {token.list, [&](const Console& c) { return program::token_list(args.token, c); }},
        {token.revoke, [&](const Console& c) { return program::token_revoke(args.token, c); }},
        {token.calendar, [&](const Console& c) { return program::token_calendar(args.token, c); }},
        {record, [&](const Console& c) { return program::record(args.record, c); }},
        {exclusion.set, [&](const Console& c) { return program::exclusion_set(args.exclusion, c); }},
        {exclusion.lift, [&](const Console& c) { return program::exclusion_lift(args.exclusion, c); }},
        {exclusion.list, [&](const Console& c) { return program::exclusion_list(args.exclusion, c); }},
        {who_sees, [&](const Console& c) { return cli::run_who_sees(args.who_sees, c); }},
        {ledger.verify, [&](const Console& c) { return program::verify(args.ledger, c); }},
        {ledger.rebuild, [&](const Console& c) { return program::rebuild(args.ledger, c); }},
        {ledger.doctor, [&](const Console& c) { return program::doctor(args.ledger, c); }},
        {policy.check, [&](const Console& c) { return cli::run_policy_check(args.policy, c); }},
        {policy.show, [&](const Console& c) { return cli::run_policy_show(args.policy, c); }},
        {policy.timetable, [&](const Console& c) { return cli::run_policy_timetable(args.policy, c); }},
        {policy.test, [&](const Console& c) { return cli::run_policy_test(args.policy, c); }},
        {policy.schema, [&](const Console& c) { return cli::run_policy_schema(args.policy, c); }},
        {policy.diagram, [&](const Console& c) { return cli::run_policy_diagram(args.policy, c); }},
        {policy.matrix, [&](const Console& c) { return cli::run_policy_matrix(args.policy, c); }},
        {policy.diff, [&](const Console& c) { return cli::run_policy_diff(args.policy, c); }},
        {replay, [&](const Console& c) { return program::policy_replay(args.replay, c); }},
        {policy.run, [&](const Console& c) { return cli::run_script(args.policy, c); }},
        {deadline, [&](const Console& c) { return cli::run_deadline(args.deadline, c.in, c.out, c.err); }},
    };
}

int run(const std::vector<Command>& commands, const cli::Console& console) {
    try {
        for (const auto& command : commands) {
            if (!*command.asked_for) continue;
            const int status = command.run(console);
            if (console.out.flush()) return status;
            console.err << "concordat: the answer could not be written: it is not whole.\n";
            return cli::Fault;
        }
        return cli::WrongUsage;
    } catch (const sqlite::InUse& refused) {
        console.err << "concordat: " << refused.what() << ' ' << refused.remedy() << '\n';
        return cli::Findings;
    } catch (const store::Fault& fault) {
        console.err << "concordat: " << fault.what() << ' ' << fault.remedy() << '\n';
    } catch (const std::exception& fault) {
        console.err << "concordat: " << fault.what() << '\n';
    }
    return cli::Fault;
}

/// Where the first word is no command: which it is, and what may have been meant.
std::string unknown_command(const CLI::App& app, int count, char** words) {
    if (count < 2 || words[1][0] == '-') return {};
    const std::string word = words[1];
    std::vector<std::string> commands;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) commands.push_back(command->get_name());
    if (std::ranges::find(commands, word) != commands.end()) return {};
    const auto meant = base::nearest(word, commands);
    return "there is no command '" + word + "'" + (meant.empty() ? "." : ": did you mean '" + meant + "'?") + " See 'concordat --help'.";
}

/// A setting that nobody knows is no fault: the variable may be another program's. It is said.
void warn_of_variables() {
    for (char** one = environ; one && *one; ++one) {
        const std::string variable(*one);
        const auto name = variable.substr(0, variable.find('='));
        if (!name.starts_with("CONCORDAT_") || cli::is_setting(name)) continue;
        std::cerr << "concordat: the environment variable " << name << " is not a setting, and is not looked at\n";
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{
        "Concordat keeps professional disagreements about a child's safety moving until they are settled.",
        "concordat"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "concordat " CONCORDAT_VERSION);
    app.footer(
        "Exit status: 0 done, 1 findings or a refusal, 2 wrong usage, 3 a fault.\n"
        "Each command has its own help: concordat serve --help");
    Arguments args;
    app.add_option("--packs", args.packs, "folder in which packs are looked for first");
    const auto commands = commands_of(app, args);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (const auto unknown = unknown_command(app, argc, argv); !unknown.empty()) {
            std::cerr << "concordat: " << unknown << '\n';
            return cli::WrongUsage;
        }
        const int status = app.exit(error);
        return status == 0 ? cli::Done : cli::WrongUsage;
    }
    return run(commands, {std::cin, std::cout, std::cerr, pack_folders(args.packs)});
}
