// `concordat user invite`, `reset` and `sign-out`: how people get in, and how somebody is kept out.
#pragma once
#include "app/api_tokens.h"
#include "app/invitations.h"
#include "app/own_account.h"
#include "cli/admin.h"

namespace cli {

struct AccessArgs {
    UserArgs user;       // invite: whom, and with which roles and posts
    std::string person;  // reset, sign-out: e-mail address or id
    std::string origin;  // address of the service, for the link
    bool second_factor_too = false;
};

struct AccessCommands {
    CLI::App* invite = nullptr;
    CLI::App* reset = nullptr;
    CLI::App* sign_out = nullptr;
};

/// Into the group "user" that add_admin_commands() made.
AccessCommands add_access_commands(CLI::App& app, AccessArgs& args);

struct Admission {
    app::Invitations& invitations;
    app::OwnAccount& own_account;
    app::Sessions& sessions;
    app::AccountHistory& history;
    app::ApiTokens& tokens;
};

/// Each returns the exit status.
int run_user_invite(const AccessArgs&, const Console&, const Staffing&, const Admission&);
int run_user_reset(const AccessArgs&, const Console&, const Staffing&, const Admission&);
int run_user_sign_out(const AccessArgs&, const Console&, const Staffing&, const Admission&);

}  // namespace cli
