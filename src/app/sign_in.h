// Signing in: the same answer, at the same cost, whether or not there is such an account.
#pragma once
#include "app/account_history.h"
#include "app/proofs.h"
#include "app/sessions.h"

namespace app {

struct NotSignedIn {
    base::Refusal refusal;  // "sign_in_failed", "code_wrong", "proof_wrong", "too_many_tries", "not_a_demo"
    std::chrono::seconds retry_after{0};
};

struct Credentials {
    std::string email;
    std::string password;
    std::string address;             // the peer's, for the throttle
    std::string carried_token = {};  // of the session that came with it, if any
    Place place = {};
};

/// A code is still to come: the token of a half session, for the cookie.
struct CodeNeeded {
    std::string token;
};

using Entered = std::variant<NewSession, CodeNeeded>;

struct CodeTyped {
    std::string half_token;
    std::string code;
    std::string address;
    Place place = {};
};

/// A second look at somebody who is signed in: a code where they have an authenticator, else the password.
struct ProofTyped {
    std::string token;
    std::string secret;
    std::string address;
};

class SignIn {
public:
    SignIn(const Installation&, Proofs&, Sessions&, AccountHistory&);

    tl::expected<Entered, NotSignedIn> with_password(const Credentials&);
    tl::expected<NewSession, NotSignedIn> with_code(const CodeTyped&);
    /// For whoever has just shown or chosen the right password.
    Entered let_in(const PersonId&, const std::string& carried_token, const Place&);

    bool needs_code(const PersonId& person) const { return proofs_.needs_code(person); }
    tl::expected<NewSession, NotSignedIn> prove(const ProofTyped&);

    /// Only in a demo: without a password.
    tl::expected<NewSession, NotSignedIn> as_persona(const PersonId&, const std::string& carried_token = {},
                                                     const Place& = {});
    /// In a demo, somebody who has nothing to prove who they are with.
    bool is_mere_persona(const PersonId&) const;
    tl::expected<NewSession, NotSignedIn> prove_as_persona(const std::string& token);

private:
    const Installation& installation_;
    Proofs& proofs_;
    Sessions& sessions_;
    AccountHistory& history_;
};

}  // namespace app
