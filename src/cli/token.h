// `concordat token`: what programs sign in with.
#pragma once
#include "app/api_tokens.h"
#include "app/installation.h"
#include "cli/options.h"

namespace cli {

struct TokenArgs {
    FolderArgs folder;
    std::string person;  // e-mail address or id
    std::vector<std::string> scopes;
    int days = 90;
    std::string label;
    std::string id;      // revoke
    std::string origin;  // calendar: the address of the service
};

struct TokenCommands {
    CLI::App* add = nullptr;
    CLI::App* list = nullptr;
    CLI::App* revoke = nullptr;
    CLI::App* calendar = nullptr;
};

TokenCommands add_token_commands(CLI::App& app, TokenArgs& args);

/// Each returns the exit status.
int run_token_add(const TokenArgs&, const Console&, app::ApiTokens&, const app::Installation&);
int run_token_list(const TokenArgs&, const Console&, const app::ApiTokens&, const app::Installation&);
int run_token_revoke(const TokenArgs&, const Console&, app::ApiTokens&);
int run_token_calendar(const TokenArgs&, const Console&, app::ApiTokens&, const app::Installation&);

}  // namespace cli
