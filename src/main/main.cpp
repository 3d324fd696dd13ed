#include "cli/deadline.h"
#include "cli/policy_commands.h"

#include <CLI/CLI.hpp>
#include <iostream>

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

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Concordat keeps professional disagreements about a child's safety moving until they are settled.", "concordat"};
    app.require_subcommand(1);
    std::string packs;
    app.add_option("--packs", packs, "folder in which packs are looked for first");
    cli::DeadlineArgs deadline;
    cli::PolicyArgs policy;
    auto* deadline_command = cli::add_deadline(app, deadline);
    const auto policy_commands = cli::add_policy_commands(app, policy);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error);
        return status == 0 ? cli::Done : cli::WrongUsage;
    }
    const cli::Console console{std::cin, std::cout, std::cerr, pack_folders(packs)};
    if (*deadline_command) return cli::run_deadline(deadline, std::cin, std::cout, std::cerr);
    if (*policy_commands.check) return cli::run_policy_check(policy, console);
    if (*policy_commands.show) return cli::run_policy_show(policy, console);
    if (*policy_commands.timetable) return cli::run_policy_timetable(policy, console);
    if (*policy_commands.test) return cli::run_policy_test(policy, console);
    if (*policy_commands.run) return cli::run_script(policy, console);
    return cli::WrongUsage;
}
