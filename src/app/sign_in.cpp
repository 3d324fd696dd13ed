#include "app/sign_in.h"

#include "app/snapshot.h"

namespace app {
namespace {

constexpr int waiting_max = 16;
constexpr std::chrono::seconds busy_wait{5};
constexpr std::size_t password_bytes_max = 1024;

NotSignedIn failed() {
    return {{"sign_in_failed", "Enter the e-mail address and the password of your account", {}, "email"}};
}

NotSignedIn too_many(std::chrono::seconds wait) {
    return {{"too_many_tries",
             "Too many tries: wait " + std::to_string(wait.count()) + " seconds, then try again"},
            wait};
}

/// Leaves the queue, and where it got that far the check, however the block is left.
class Turn {
public:
    Turn(std::counting_semaphore<>& checks, std::atomic<int>& waiting) : checks_(checks), waiting_(waiting) {
        admitted_ = waiting_.fetch_add(1) < waiting_max;
        if (admitted_) checks_.acquire();
    }
    ~Turn() {
        if (admitted_) checks_.release();
        waiting_.fetch_sub(1);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool admitted() const { return admitted_; }

private:
    std::counting_semaphore<>& checks_;
    std::atomic<int>& waiting_;
    bool admitted_;
};

}  // namespace

SignIn::SignIn(const Installation& installation, People& people, Sessions& sessions, Throttle& throttle,
               const store::Passwords& passwords)
    : installation_(installation),
      people_(people),
      sessions_(sessions),
      throttle_(throttle),
      passwords_(passwords) {}

tl::expected<NewSession, NotSignedIn> SignIn::with_password(const Credentials& credentials) {
    const std::string account = comparable_email(credentials.email);
    if (const auto wait = throttle_.wait(account, credentials.address); wait.count() > 0) {
        return tl::unexpected(too_many(wait));
    }
    const auto known = installation_.now();
    const auto person = known->by_email.find(account);
    const bool is_known = person != known->by_email.end();
    const auto kept = is_known ? people_.kept_password(person->second) : std::nullopt;
    bool right = false;
    {
        const Turn turn(checks_, waiting_);
        if (!turn.admitted()) return tl::unexpected(too_many(busy_wait));
        const bool fits = credentials.password.size() <= password_bytes_max;
        right = passwords_.verify(kept, fits ? credentials.password : std::string{}) && fits;
    }
    if (!right || !is_known) {
        throttle_.failed(account, credentials.address);
        return tl::unexpected(failed());
    }
    throttle_.succeeded(account, credentials.address);
    if (passwords_.outdated(*kept)) people_.strengthen(person->second, credentials.password);
    return sessions_.begin(person->second, credentials.carried_token);
}

tl::expected<NewSession, NotSignedIn> SignIn::as_persona(const PersonId& person,
                                                         const std::string& carried_token) {
    const auto known = installation_.now();
    if (!known->demo || !known->find_person(person)) {
        return tl::unexpected(
            NotSignedIn{{"not_a_demo", "Only a demo can be signed in to without a password"}});
    }
    return sessions_.begin(person, carried_token);
}

}  // namespace app
