#include "cli/token.h"

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "calendar/local_time.h"
#include "cli/person.h"

namespace cli {
namespace {

constexpr int calendar_days = 366;

std::vector<std::string> words_of(const std::set<app::Scope>& scopes) {
    std::vector<std::string> words;
    for (const auto scope : scopes) words.push_back(app::to_word(scope));
    return words;
}

json::Object described(const app::ApiToken& token) {
    const auto words = words_of(token.scopes);
    json::Object object;
    object.set("id", token.id)
        .set("person", token.person.get())
        .set("scopes", json::Array(words.begin(), words.end()))
        .set("label", token.label)
        .set("made", calendar::to_iso(token.made))
        .set("expires", calendar::to_iso(token.expires));
    return object;
}

std::string in_words(const app::ApiToken& token, const app::Snapshot& known) {
    const auto* person = known.find_person(token.person);
    const std::string name = person ? person->email : token.person.get();
    return token.id + "  " + name + "  " + base::join(words_of(token.scopes), ",") + "  until " +
           calendar::to_iso(token.expires) + (token.label.empty() ? "" : "  " + token.label);
}

int issue(const TokenArgs& args, const Console& console, app::ApiTokens& tokens,
          const app::Installation& installation, const std::set<app::Scope>& scopes) {
    const auto person = find_named(args.person, installation);
    if (!person) return complain(args.folder, console, person.error());
    const bool calendar = scopes.contains(app::Scope::Calendar);
    const auto issued =
        tokens.issue({*person, scopes, calendar ? calendar_days : args.days, args.label});
    if (!issued) return complain(args.folder, console, issued.error());
    const std::string shown =
        calendar ? args.origin + "/calendar/" + issued->secret + ".ics" : issued->secret;
    auto object = described(issued->token);
    object.set(calendar ? "href" : "token", shown);
    return answer(args.folder, console, object,
                  shown + "\nIt is not shown again. Revoke it with: concordat token revoke " +
                      issued->token.id);
}

CLI::App* command(CLI::App* group, const std::string& name, const std::string& about, TokenArgs& args) {
    auto* added = group->add_subcommand(name, about);
    add_folder(*added, args.folder);
    return added;
}

}  // namespace

TokenCommands add_token_commands(CLI::App& app, TokenArgs& args) {
    TokenCommands commands;
    auto* group = app.add_subcommand("token", "Tokens with which programs act for a person");
    group->require_subcommand(1);

    commands.add = command(group, "add", "Make a token for the HTTP API; it is shown once", args);
    commands.add->add_option("--person", args.person, "E-mail address or id of whom it acts for")->required();
    std::vector<std::string> scopes;
    for (const auto scope : app::all_scopes()) {
        if (scope != app::Scope::Calendar) scopes.push_back(app::to_word(scope));
    }
    commands.add->add_option("--scope", args.scopes, "What it may be used for; may be repeated")
        ->required()
        ->check(CLI::IsMember(scopes));
    commands.add->add_option("--days", args.days, "How long it is valid, 1 to 366 (default 90)");
    commands.add->add_option("--label", args.label, "What it is for, in words");
    commands.add->footer(
        "It may do what its person may do, within its scopes, and no more.\n"
        "Example: concordat token add --data data --person ada@riverside.example --scope read --scope act\n"
        "         curl -H \"Authorization: Bearer $TOKEN\" http://127.0.0.1:8080/api/v1/disagreements");

    commands.list = command(group, "list", "The tokens that are valid, without their secrets", args);
    commands.list->footer("Also while the service runs.\nExample: concordat token list --data data");

    commands.revoke = command(group, "revoke", "End a token at once", args);
    commands.revoke->add_option("id", args.id, "As 'token list' shows it")->required();
    commands.revoke->footer("Example: concordat token revoke --data data 1f3a5c7e9b2d");

    commands.calendar =
        command(group, "calendar", "An address at which a calendar program finds a person's dates", args);
    commands.calendar->add_option("--person", args.person, "E-mail address or id")->required();
    commands.calendar
        ->add_option("--address", args.origin, "Address of the service (default http://127.0.0.1:8080)")
        ->default_val("http://127.0.0.1:8080");
    commands.calendar->footer(
        "It shows references and duties, nobody's name. Whoever has the address can read it.\n"
        "Example: concordat token calendar --data data --person ada@riverside.example");
    return commands;
}

int run_token_add(const TokenArgs& args, const Console& console, app::ApiTokens& tokens,
                  const app::Installation& installation) {
    std::set<app::Scope> scopes;
    for (const auto& word : args.scopes) scopes.insert(*app::parse_scope(word));
    return issue(args, console, tokens, installation, scopes);
}

int run_token_calendar(const TokenArgs& args, const Console& console, app::ApiTokens& tokens,
                       const app::Installation& installation) {
    return issue(args, console, tokens, installation, {app::Scope::Calendar});
}

int run_token_list(const TokenArgs& args, const Console& console, const app::ApiTokens& tokens,
                   const app::Installation& installation) {
    json::Array rows;
    std::vector<std::string> lines;
    const auto known = installation.now();
    for (const auto& token : tokens.list()) {
        rows.push_back(described(token));
        lines.push_back(in_words(token, *known));
    }
    const std::string text = lines.empty() ? "there is no valid token" : base::join(lines, "\n");
    return answer(args.folder, console, json::Object().set("tokens", std::move(rows)), text);
}

int run_token_revoke(const TokenArgs& args, const Console& console, app::ApiTokens& tokens) {
    if (tokens.revoke(args.id))
        return answer(args.folder, console, json::Object().set("revoked", args.id), "revoked " + args.id);
    return complain(args.folder, console,
                    base::Refusal{"no_such_token", "there is no token '" + args.id + "': see 'token list'"});
}

}  // namespace cli
