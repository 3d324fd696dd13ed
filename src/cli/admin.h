// `concordat partnership`, `directory` and `user`: from an empty folder to a partnership at work.
#pragma once
#include <string>
#include <vector>

#include "app/administration.h"
#include "app/people.h"
#include "cli/options.h"

namespace cli {

struct PartnershipArgs {
    FolderArgs folder;
    std::string key;  // add: default, made from the name
    std::string name;
    std::string pack;      // file or key
    std::string calendar;  // empty: the one that the pack names
    std::string approved_by;  // a post, or a person by name
    std::string approved_on;
};

struct DirectoryArgs {
    FolderArgs folder;
    std::vector<std::string> files;
    std::string what;  // agencies, posts, holdings, closings
};

struct UserArgs {
    FolderArgs folder;
    std::string name;
    std::string email;
    std::string password_file;  // empty: the first line of standard input
    bool no_password = false;
    std::vector<std::string> roles;
    std::vector<std::string> partnerships;  // that a data guardian is for; empty: all
    std::vector<std::string> posts;
};

struct AdminArgs {
    PartnershipArgs partnership;
    DirectoryArgs directory;
    UserArgs user;
};

struct AdminCommands {
    CLI::App* partnership_add = nullptr;
    CLI::App* partnership_adopt = nullptr;
    CLI::App* directory_import = nullptr;
    CLI::App* directory_export = nullptr;
    CLI::App* user_add = nullptr;
};

/// What somebody may administer, for each command that makes an account.
void add_role_options(CLI::App& command, UserArgs& args);

AdminCommands add_admin_commands(CLI::App& app, AdminArgs& args);

/// What is wrong with its words alone: said before a folder is made.
base::Findings faults_of_words(const PartnershipArgs&);

/// Each returns the exit status.
int run_partnership_add(const PartnershipArgs&, const Console&, app::Administration&,
                        const app::Installation&);
int run_partnership_adopt(const PartnershipArgs&, const Console&, app::Administration&,
                          const app::Installation&);
int run_directory_import(const DirectoryArgs&, const Console&, app::Administration&);
int run_directory_export(const DirectoryArgs&, const Console&, const app::Administration&);

/// What adding a person touches.
struct Staffing {
    app::People& people;
    app::Administration& administration;
    const app::Installation& installation;
};
int run_user_add(const UserArgs&, const Console&, const Staffing&);

/// The person with their roles and posts, or nothing of it.
base::Result<app::PersonId> add_to_staff(const UserArgs&, const std::string& password, const Staffing&);

}  // namespace cli
