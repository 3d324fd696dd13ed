#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "cli/admin.h"

namespace cli {
namespace {

using Refused = tl::unexpected<base::Refusal>;

/// While it lives, what is typed at a terminal is not shown there.
class Unseen {
public:
    Unseen() : at_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!at_terminal_) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen() {
        if (at_terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }

private:
    termios before_{};
    bool at_terminal_;
};

base::Result<std::string> password_of(const UserArgs& args, const Console& console) {
    if (args.no_password) return std::string{};
    std::string password;
    if (args.password_file.empty()) {
        console.err << "password for " << args.email << ", on one line: " << std::flush;
        const Unseen unseen;
        std::getline(console.in, password);
        console.err << '\n';
    } else {
        std::ifstream file(args.password_file);
        if (!file)
            return Refused(
                {"password_missing", "the file '" + args.password_file + "' cannot be read", {}, "password"});
        std::getline(file, password);
    }
    if (!password.empty() && password.back() == '\r') password.pop_back();
    if (!password.empty()) return password;
    return Refused({"password_missing",
                    "there is no password: give it in a file, on standard input, or say --no-password",
                    {},
                    "password"});
}

/// A data guardian is of the partnerships that are named, or of all.
std::vector<app::HeldRole> roles_of(const UserArgs& args) {
    std::vector<app::HeldRole> roles;
    for (const auto& word : args.roles) {
        const auto role = *app::parse_account_role(word);
        if (role == app::AccountRole::Administrator || args.partnerships.empty()) {
            roles.push_back({role, {}});
            continue;
        }
        for (const auto& partnership : args.partnerships) roles.push_back({role, partnership});
    }
    return roles;
}

/// Looked at before the person is added, so that nothing is done by halves.
std::optional<base::Refusal> unknown_place(const UserArgs& args, const app::Installation& installation) {
    const auto known = installation.now();
    for (const auto& key : args.partnerships) {
        if (!known->find_partnership(key))
            return base::Refusal{"no_such_partnership", "there is no partnership '" + key + "'", {}, "partnership"};
    }
    for (const auto& id : args.posts) {
        if (!known->directory.find_post(app::PostId(id))) {
            return base::Refusal{
                "no_such_post", "there is no post '" + id + "': import the posts first", {}, "post"};
        }
    }
    return {};
}

/// Beside whoever holds it already.
void give_post(const std::string& id, const app::PersonId& person, const Staffing& staffing) {
    const auto known = staffing.installation.now();
    const auto* post = known->directory.find_post(app::PostId(id));
    auto holders = post->holders;
    holders.push_back({person});
    staffing.administration.change_directory({directory::HoldersSet{post->id, std::move(holders)}});
}

}  // namespace

base::Result<app::PersonId> add_to_staff(const UserArgs& args, const std::string& password,
                                         const Staffing& staffing) {
    if (const auto no = unknown_place(args, staffing.installation)) return Refused(*no);
    const auto person = staffing.people.add_person({.name = args.name, .email = args.email, .password = password});
    if (!person) return person;
    for (const auto& held : roles_of(args)) {
        const auto given = staffing.people.give_role(*person, held);
        if (!given) return Refused(given.error());
    }
    for (const auto& post : args.posts) give_post(post, *person, staffing);
    return person;
}

int run_user_add(const UserArgs& args, const Console& console, const Staffing& staffing) {
    if (const auto no = unknown_place(args, staffing.installation)) return complain(args.folder, console, *no);
    const auto password = password_of(args, console);
    if (!password) return complain(args.folder, console, password.error());
    const auto person = add_to_staff(args, *password, staffing);
    if (!person) return complain(args.folder, console, person.error());

    json::Array roles(args.roles.begin(), args.roles.end());
    json::Array posts(args.posts.begin(), args.posts.end());
    json::Object added;
    added.set("person", person->get()).set("roles", std::move(roles)).set("posts", std::move(posts));
    return answer(args.folder, console, added,
                  "added " + args.name + (args.no_password ? ", who cannot sign in yet" : "") + " (" +
                      person->get() + ")");
}

}  // namespace cli
