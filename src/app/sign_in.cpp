#include "app/sign_in.h"

namespace app {
namespace {

using Refused = tl::unexpected<NotSignedIn>;

/// What to say where the try was looked at, and wrong.
Refused not_signed_in(const NotProved& no, const base::Refusal& wrong) {
    if (no.wait.count() > 0) return Refused({too_many_tries(no.wait), no.wait});
    return Refused({wrong, {}});
}

base::Refusal wrong_password() {
    return {"sign_in_failed", "The email address or password is not right", {}, "email"};
}

base::Refusal wrong_code() {
    return {"code_wrong", "Enter the code that your app shows now, or a recovery code; each works once", {},
            "code"};
}

Refused no_session() {
    return Refused({{"sign_in_failed", "Sign in again", {}, {}}, {}});
}

}  // namespace

SignIn::SignIn(const Installation& installation, Proofs& proofs, Sessions& sessions, AccountHistory& history)
    : installation_(installation), proofs_(proofs), sessions_(sessions), history_(history) {}

tl::expected<Entered, NotSignedIn> SignIn::with_password(const Credentials& typed) {
    const auto known = installation_.now();
    const auto found = known->by_email.find(comparable_email(typed.email));
    const auto person = found == known->by_email.end() ? std::nullopt : std::optional(found->second);
    const auto right = proofs_.check_password(typed.email, person, {typed.password, typed.address});
    if (!right) return not_signed_in(right.error(), wrong_password());
    return let_in(*person, typed.carried_token, typed.place);
}

Entered SignIn::let_in(const PersonId& person, const std::string& carried_token, const Place& place) {
    if (proofs_.needs_code(person)) return CodeNeeded{sessions_.begin_half(person, carried_token)};
    return sessions_.begin(person, carried_token, place);
}

tl::expected<NewSession, NotSignedIn> SignIn::with_code(const CodeTyped& typed) {
    const auto half = sessions_.find_half(typed.half_token);
    if (!half) return no_session();
    const auto right = proofs_.check_code(half->person, {typed.code, typed.address});
    if (!right) return not_signed_in(right.error(), wrong_code());
    if (*right == CodeKind::Recovery)
        history_.record(half->person, AccessChange::RecoveryCodeUsed, half->person);
    sessions_.end_half(typed.half_token);
    return sessions_.begin(half->person, {}, typed.place);
}

tl::expected<NewSession, NotSignedIn> SignIn::prove(const ProofTyped& typed) {
    const auto session = sessions_.find(typed.token);
    if (!session) return no_session();
    const auto& person = session->person;
    if (proofs_.needs_code(person)) {
        const auto right = proofs_.check_code(person, {typed.secret, typed.address});
        if (!right) return not_signed_in(right.error(), wrong_code());
        if (*right == CodeKind::Recovery) history_.record(person, AccessChange::RecoveryCodeUsed, person);
    } else {
        const auto known = installation_.now();
        const auto right =
            proofs_.check_password(known->find_person(person)->email, person, {typed.secret, typed.address});
        if (!right)
            return not_signed_in(right.error(), {"proof_wrong", "Enter the password of your account", {}, "password"});
    }
    auto renewed = sessions_.renew(typed.token);
    if (!renewed) return no_session();
    return std::move(*renewed);
}

tl::expected<NewSession, NotSignedIn> SignIn::as_persona(const PersonId& person,
                                                         const std::string& carried_token,
                                                         const Place& place) {
    const auto known = installation_.now();
    if (!known->demo || !known->find_person(person))
        return Refused({{"not_a_demo", "Only a demo can be signed in to without a password"}, {}});
    return sessions_.begin(person, carried_token, place);
}

bool SignIn::is_mere_persona(const PersonId& person) const {
    return installation_.now()->demo && !proofs_.has_password(person) && !proofs_.needs_code(person);
}

tl::expected<NewSession, NotSignedIn> SignIn::prove_as_persona(const std::string& token) {
    const auto session = sessions_.find(token);
    if (!session || !is_mere_persona(session->person))
        return Refused({{"not_a_demo", "Only a demo can be signed in to without a password"}, {}});
    auto renewed = sessions_.renew(token);
    if (!renewed) return no_session();
    return std::move(*renewed);
}

}  // namespace app
