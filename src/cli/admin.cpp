#include "cli/admin.h"

#include <CLI/CLI.hpp>

namespace cli {
namespace {

CLI::App* command(CLI::App* group, const std::string& name, const std::string& about, FolderArgs& folder) {
    auto* added = group->add_subcommand(name, about);
    add_folder(*added, folder);
    return added;
}

void add_approval(CLI::App& command, PartnershipArgs& args) {
    auto* by = command.add_option("--approved-by", args.approved_by, "Who approved it: a post, or a person by name");
    auto* on = command.add_option("--approved-on", args.approved_on, "On which day")->type_name("DATE");
    by->needs(on);
    on->needs(by);
}

void add_partnership(CLI::App& app, PartnershipArgs& args, AdminCommands& commands) {
    auto* group = app.add_subcommand("partnership", "Partnerships and the policies they work under");
    group->require_subcommand(1);

    auto* add = command(group, "add",
                        "Add a partnership that works under a policy; makes the folder where it is missing",
                        args.folder);
    add->add_option("--name", args.name, "Its name")->required();
    add->add_option("--pack", args.pack, "Its policy: a pack file, or the key of a pack")
        ->required()
        ->type_name("FILE|KEY");
    add->add_option("--key", args.key, "Its key in files and addresses (default: made from the name)");
    add->add_option("--calendar", args.calendar,
                    "Whose bank holidays close its days (default: as the pack says)")
        ->check(CLI::IsMember({"england-and-wales", "scotland", "northern-ireland", "uk-any", "none"}));
    add_approval(*add, args);
    add->footer(
        "Example: concordat partnership add --data data --name \"Riverside Safeguarding Children "
        "Partnership\" \\\n"
        "             --key riverside --pack north-tyneside");
    commands.partnership_add = add;

    auto* adopt = command(group, "adopt",
                          "Adopt another edition of a policy; what is under way keeps its own", args.folder);
    adopt->add_option("--key", args.key, "Key of the partnership")->required();
    adopt->add_option("--pack", args.pack, "The policy: a pack file, or the key of a pack")
        ->required()
        ->type_name("FILE|KEY");
    add_approval(*adopt, args);
    adopt->footer(
        "What is under way is moved with 'partnership move', if at all.\n"
        "Example: concordat partnership adopt --data data --key riverside --pack policies/2027.yaml \\\n"
        "             --approved-by \"Chair of the executive\" --approved-on 2026-11-18");
    commands.partnership_adopt = adopt;
}

void add_directory(CLI::App& app, DirectoryArgs& args, AdminCommands& commands) {
    auto* group = app.add_subcommand("directory", "Agencies, posts, and who holds them");
    group->require_subcommand(1);

    auto* import = command(group, "import", "Take in spreadsheets; of each, all rows or none", args.folder);
    import
        ->add_option("files", args.files, "CSV files; the first row tells agencies, posts, holdings and closings apart")
        ->required();
    import->footer(
        "Columns:\n"
        "  agencies  key,name,sector,partnerships (keys with blanks between)\n"
        "  posts     key,agency,kind,title,team,reports_to,contact,verified_on\n"
        "  holdings  post,person (e-mail or id),deputy (yes or no),from,until: all holders of each post "
        "named\n"
        "  closings  agency,closed_from,closed_until,why: all closed days of each agency named; they call the\n"
        "            deputies, and lengthen no date\n"
        "They are taken in in that order, whatever the order of the files.\n"
        "Example: concordat directory import --data data agencies.csv posts.csv holdings.csv");
    commands.directory_import = import;

    auto* export_command =
        command(group, "export", "Write one of the spreadsheets that import reads", args.folder);
    export_command->add_option("--what", args.what, "Which one")
        ->required()
        ->check(CLI::IsMember({"agencies", "posts", "holdings", "closings"}));
    export_command->footer(
        "Also while the service runs.\nExample: concordat directory export --data data --what posts > "
        "posts.csv");
    commands.directory_export = export_command;
}

void add_user(CLI::App& app, UserArgs& args, AdminCommands& commands) {
    auto* group = app.add_subcommand("user", "People's accounts");
    group->require_subcommand(1);

    auto* add = command(group, "add", "Add a person; the password is read from a file or from standard input",
                        args.folder);
    add->add_option("--name", args.name, "Their name")->required();
    add->add_option("--email", args.email, "The e-mail address they sign in with")->required();
    auto* file =
        add->add_option("--password-file", args.password_file, "File whose first line is the password")
            ->type_name("FILE");
    add->add_flag("--no-password", args.no_password, "They cannot sign in with a password yet")
        ->excludes(file);
    add_role_options(*add, args);
    add->add_option("--post", args.posts, "Key of a post that they hold from now on; may be repeated");
    add->footer(
        "Example: concordat user add --data data --name \"Ada Larkspur\" --email ada@riverside.example \\\n"
        "             --post riverside.bm --password-file ada.txt");
    commands.user_add = add;
}

}  // namespace

void add_role_options(CLI::App& command, UserArgs& args) {
    auto* role = command.add_option("--role", args.roles, "What a new person administers; may be given twice")
                     ->check(CLI::IsMember({"administrator", "data-guardian"}));
    command
        .add_option("--partnership", args.partnerships,
                    "Key of a partnership that the data guardian is for; may be repeated; without it, all")
        ->needs(role);
}

AdminCommands add_admin_commands(CLI::App& app, AdminArgs& args) {
    AdminCommands commands;
    add_partnership(app, args.partnership, commands);
    add_directory(app, args.directory, commands);
    add_user(app, args.user, commands);
    return commands;
}

}  // namespace cli
