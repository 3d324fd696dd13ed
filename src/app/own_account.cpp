#include "app/own_account.h"

namespace app {
namespace {

using Refused = tl::unexpected<base::Refusal>;

Refused wrong_code_of_app() {
    return Refused({"code_wrong", "Enter the six digits that your app shows now", {}, "code"});
}

Refused gone() {
    return Refused({"session_ended", "Sign in again"});
}

}  // namespace

Access OwnAccount::access(const PersonId& person) const {
    return {parts_.proofs.has_password(person), parts_.authenticators.is_on(person),
            parts_.recovery_codes.left(person)};
}

base::Result<PersonId> OwnAccount::check_own_password(const std::string& token, const Attempt& attempt) {
    const auto session = parts_.sessions.find(token);
    if (!session) return gone();
    const auto known = parts_.installation.now();
    const auto& email = known->find_person(session->person)->email;
    const auto right = parts_.proofs.check_password(email, session->person, attempt);
    if (right) return session->person;
    if (right.error().wait.count() > 0) return Refused(too_many_tries(right.error().wait));
    return Refused({"old_password_wrong", "Enter the password that you have now", {}, "password"});
}

base::Result<NewSession> OwnAccount::change_password(const PasswordChange& change) {
    const auto person = check_own_password(change.token, {change.old_password, change.address});
    if (!person) return Refused(person.error());
    if (change.new_password == change.old_password) {
        return Refused(
            {"password_same", "Choose a password that is not the one that you have now", {}, "new-password"});
    }
    auto set = parts_.people.set_password(*person, change.new_password);
    if (!set) {
        set.error().field = "new-password";
        return Refused(set.error());
    }
    parts_.history.record(*person, AccessChange::PasswordChanged, *person);
    parts_.sessions.end_others(*person, change.token);
    auto renewed = parts_.sessions.renew(change.token);
    if (!renewed) return gone();
    return std::move(*renewed);
}

base::Result<std::vector<std::string>> OwnAccount::turn_on_second_factor(const PersonId& person,
                                                                         const std::string& code) {
    if (parts_.authenticators.is_on(person))
        return Refused({"second_factor_on", "Your second factor is on already"});
    // The codes first: a second factor without them would shut out whoever loses the app.
    auto codes = parts_.recovery_codes.make(person);
    if (!parts_.authenticators.turn_on(person, code)) {
        parts_.recovery_codes.forget(person);
        return wrong_code_of_app();
    }
    parts_.history.record(person, AccessChange::SecondFactorOn, person);
    return codes;
}

base::Result<std::vector<std::string>> OwnAccount::make_recovery_codes(const PersonId& person) {
    if (!parts_.authenticators.is_on(person))
        return Refused({"second_factor_off", "Turn on your second factor first"});
    parts_.history.record(person, AccessChange::RecoveryCodesMade, person);
    return parts_.recovery_codes.make(person);
}

base::Result<NewSession> OwnAccount::turn_off_second_factor(const SecondFactorOff& off) {
    const auto person = check_own_password(off.token, {off.password, off.address});
    if (!person) return Refused(person.error());
    const auto right = parts_.proofs.check_code(*person, {off.code, off.address});
    if (!right && right.error().wait.count() > 0) return Refused(too_many_tries(right.error().wait));
    if (!right) return wrong_code_of_app();
    remove_second_factor(*person, *person);
    auto renewed = parts_.sessions.renew(off.token);
    if (!renewed) return gone();
    return std::move(*renewed);
}

void OwnAccount::remove_second_factor(const PersonId& person, const PersonId& by) {
    parts_.authenticators.turn_off(person);
    parts_.recovery_codes.forget(person);
    parts_.history.record(person, AccessChange::SecondFactorOff, by);
}

}  // namespace app
