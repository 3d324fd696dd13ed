// Every use case, made once over one data folder: nothing else in the program makes any.
#pragma once
#include "app/administration.h"
#include "app/api_tokens.h"
#include "app/calendars.h"
#include "app/drafts.h"
#include "app/guardian.h"
#include "app/invitations.h"
#include "app/kept_forms.h"
#include "app/lists.h"
#include "app/moves.h"
#include "app/own_account.h"
#include "app/people.h"
#include "app/read.h"
#include "app/transact.h"
#include "crypto/one_time_codes.h"
#include "main/data_folder.h"

namespace program {

/// From text to a checked pack, by way of yaml/ and policy/.
app::PackReader pack_reader();

/// The same for what was adopted once, which is read again for ever: without the check.
app::PackReader adopted_pack_reader();

/// What lies under all use cases and outlives them.
struct Ground {
    DataFolder& folder;
    const base::Clock& clock;
    store::Random& random;
    const store::Passwords& passwords;
    app::SessionLimits session_limits = {};
};

struct UseCases {
    explicit UseCases(const Ground&);

    app::Journal journal;
    app::Installation installation;
    app::ReadsLog reads_log;
    app::Repeats repeats;
    app::Transact transact;
    app::Reading reading;
    app::Lists lists;
    app::People people;
    app::Administration administration;
    app::Moves moves;
    app::Calendars calendars;
    app::Sessions sessions;
    app::Throttle throttle;
    crypto::HmacCodes codes;
    app::Authenticators authenticators;
    app::RecoveryCodes recovery_codes;
    app::AccountHistory account_history;
    app::Proofs proofs;
    app::SignIn sign_in;
    app::OneTimeLinks links;
    app::Invitations invitations;
    app::OwnAccount own_account;
    app::KeptForms kept_forms;
    app::Drafts drafts;
    app::ApiTokens tokens;
};

}  // namespace program
