#include "cli/access.h"

#include <CLI/CLI.hpp>

#include "calendar/local_time.h"
#include "cli/person.h"

namespace cli {
namespace {

constexpr auto default_origin = "http://127.0.0.1:8080";

CLI::App* command(CLI::App& group, const std::string& name, const std::string& about, AccessArgs& args) {
    auto* added = group.add_subcommand(name, about);
    add_folder(*added, args.user.folder);
    return added;
}

void add_origin(CLI::App& command, AccessArgs& args) {
    command.add_option("--address", args.origin, "Address of the service, as people reach it")
        ->default_val(default_origin);
}

void add_person_option(CLI::App& command, AccessArgs& args) {
    command.add_option("--person", args.person, "E-mail address or id")->required();
}

int answer_link(const AccessArgs& args, const Console& console, const app::NewLink& made) {
    const std::string link = args.origin + "/choose-password?link=" + made.secret;
    const std::string until = calendar::to_iso(made.link.expires);
    json::Object object;
    object.set("person", made.link.person.get()).set("link", link).set("expires", until);
    return answer(args.user.folder, console, object,
                  link + "\nIt is good for one use, until " + until +
                      ". It is not shown again: give it to nobody but that person.");
}

/// Somebody who is known by that address, or else a new person.
base::Result<app::PersonId> find_or_add(const AccessArgs& args, const Staffing& staffing) {
    const auto known = staffing.installation.now();
    const auto found = known->by_email.find(app::comparable_email(args.user.email));
    if (found != known->by_email.end()) {
        const bool wants_more = !args.user.roles.empty() || !args.user.posts.empty();
        if (!wants_more) return found->second;
        return tl::unexpected(base::Refusal{"known_already",
                                            "they have an account already: --role and --post are for somebody new. "
                                            "Invite them without, and give them the post in the directory",
                                            {}, "email"});
    }
    if (args.user.name.empty()) {
        return tl::unexpected(base::Refusal{
            "name_missing", "there is nobody with the e-mail address '" + args.user.email + "' yet: say their --name",
            {}, "name"});
    }
    return add_to_staff(args.user, {}, staffing);
}

}  // namespace

AccessCommands add_access_commands(CLI::App& app, AccessArgs& args) {
    auto& group = *app.get_subcommand("user");
    AccessCommands commands;
    auto* invite = command(group, "invite", "Invite a person: prints a link by which they choose a password", args);
    invite->add_option("--email", args.user.email, "The e-mail address they sign in with")->required();
    invite->add_option("--name", args.user.name, "Their name, where they are new");
    add_role_options(*invite, args.user);
    invite->add_option("--post", args.user.posts,
                       "Key of a post that they hold from now on, where they are new; may be repeated");
    add_origin(*invite, args);
    invite->footer(
        "The link is good for one use within seven days. Another invitation makes the first one useless.\n"
        "Example: concordat user invite --data data --name \"Ada Larkspur\" --email ada@riverside.example \\\n"
        "             --post riverside.bm --address https://concordat.riverside.example");
    commands.invite = invite;

    auto* reset = command(group, "reset", "Help a person who cannot sign in: prints a link for a new password", args);
    add_person_option(*reset, args);
    reset->add_flag("--second-factor", args.second_factor_too,
                    "Turns their second factor off too: they have lost app and recovery codes");
    add_origin(*reset, args);
    reset->footer(
        "Make sure first that it is they who ask. Ends all their sessions and revokes their tokens. The link is good for one use within a day;\n"
        "until then the old password is.\n"
        "Example: concordat user reset --data data --person ada@riverside.example \\\n"
        "             --address https://concordat.riverside.example");
    commands.reset = reset;

    auto* sign_out = command(group, "sign-out", "End all sessions of a person", args);
    add_person_option(*sign_out, args);
    sign_out->footer("Example: concordat user sign-out --data data --person ada@riverside.example");
    commands.sign_out = sign_out;
    return commands;
}

int run_user_invite(const AccessArgs& args, const Console& console, const Staffing& staffing,
                    const Admission& admission) {
    const auto person = find_or_add(args, staffing);
    if (!person) return complain(args.user.folder, console, person.error());
    const auto made = admission.invitations.invite(*person);
    if (!made) return complain(args.user.folder, console, made.error());
    return answer_link(args, console, *made);
}

int run_user_reset(const AccessArgs& args, const Console& console, const Staffing& staffing,
                   const Admission& admission) {
    const auto person = find_named(args.person, staffing.installation);
    if (!person) return complain(args.user.folder, console, person.error());
    const auto made = admission.invitations.offer_reset(*person);
    if (!made) return complain(args.user.folder, console, made.error());
    if (args.second_factor_too) admission.own_account.remove_second_factor(*person);
    admission.tokens.revoke_all(*person);
    return answer_link(args, console, *made);
}

int run_user_sign_out(const AccessArgs& args, const Console& console, const Staffing& staffing,
                      const Admission& admission) {
    const auto person = find_named(args.person, staffing.installation);
    if (!person) return complain(args.user.folder, console, person.error());
    admission.sessions.end_all(*person);
    const auto tokens = static_cast<std::int64_t>(admission.tokens.revoke_all(*person));
    admission.history.record(*person, app::AccessChange::SessionsEnded, {});
    return answer(args.user.folder, console,
                  json::Object().set("signed_out", person->get()).set("tokens_revoked", tokens),
                  "signed out everywhere: " + person->get() + "; tokens and calendar addresses revoked: " +
                      std::to_string(tokens));
}

}  // namespace cli
