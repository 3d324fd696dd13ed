// What somebody changes about their own account: their password, their second factor.
#pragma once
#include "app/account_history.h"
#include "app/proofs.h"
#include "app/sessions.h"

namespace app {

struct PasswordChange {
    std::string token;  // of the session it is done in
    std::string old_password;
    std::string new_password;
    std::string address;
};

struct SecondFactorOff {
    std::string token;
    std::string password;
    std::string code;
    std::string address;
};

/// What the page of somebody's account says of how they get in.
struct Access {
    bool has_password = false;
    bool has_second_factor = false;
    std::size_t recovery_codes_left = 0;
};

class OwnAccount {
public:
    struct Parts {
        const Installation& installation;
        People& people;
        Proofs& proofs;
        Authenticators& authenticators;
        RecoveryCodes& recovery_codes;
        Sessions& sessions;
        AccountHistory& history;
    };
    explicit OwnAccount(const Parts& parts) : parts_(parts) {}

    Access access(const PersonId&) const;
    std::vector<AccessChanged> history(const PersonId& person) const { return parts_.history.of(person); }

    /// The session goes on under a new token; the others end. Refusals: "old_password_wrong",
    /// "too_many_tries", "password_weak", "password_same".
    base::Result<NewSession> change_password(const PasswordChange&);

    /// The secret to take into an app, as bytes; it is asked for once a code has confirmed it.
    std::string propose_second_factor(const PersonId& person) { return parts_.authenticators.propose(person); }
    /// Recovery codes, to be shown this once. Refusals: "code_wrong", "too_many_tries", "second_factor_on".
    base::Result<std::vector<std::string>> turn_on_second_factor(const PersonId&, const std::string& code);
    /// "second_factor_off" where there is none.
    base::Result<std::vector<std::string>> make_recovery_codes(const PersonId&);
    /// Refusals: "old_password_wrong", "code_wrong", "too_many_tries".
    base::Result<NewSession> turn_off_second_factor(const SecondFactorOff&);
    /// For the console: whoever has lost app and codes.
    void remove_second_factor(const PersonId&, const PersonId& by = {});

private:
    base::Result<PersonId> check_own_password(const std::string& token, const Attempt&);

    Parts parts_;
};

}  // namespace app
