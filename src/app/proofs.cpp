#include "app/proofs.h"

#include <algorithm>

namespace app {
namespace {

using Refused = tl::unexpected<NotProved>;

constexpr int waiting_max = 16;
constexpr std::chrono::seconds busy_wait{5};
constexpr std::size_t password_bytes_max = 1024;
constexpr std::size_t code_digits = 6;

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

/// Apps show "123 456", and people type it so.
std::string without_blanks(const std::string& typed) {
    std::string text;
    std::ranges::copy_if(typed, std::back_inserter(text), [](char c) { return c != ' ' && c != '\t'; });
    return text;
}

bool is_digits(const std::string& text) {
    return text.size() == code_digits && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Proofs::Proofs(People& people, Authenticators& authenticators, RecoveryCodes& recovery_codes,
               Throttle& throttle, const store::Passwords& passwords)
    : people_(people),
      authenticators_(authenticators),
      recovery_codes_(recovery_codes),
      throttle_(throttle),
      passwords_(passwords) {}

tl::expected<void, NotProved> Proofs::check_password(const std::string& email,
                                                     const std::optional<PersonId>& person,
                                                     const Attempt& attempt) {
    const std::string account = comparable_email(email);
    if (const auto wait = throttle_.wait(account, attempt.address); wait.count() > 0)
        return Refused(NotProved{wait});
    const auto kept = person ? people_.kept_password(*person) : std::nullopt;
    bool right = false;
    {
        const Turn turn(checks_, waiting_);
        if (!turn.admitted()) return Refused(NotProved{busy_wait});
        const bool fits = attempt.secret.size() <= password_bytes_max;
        right = passwords_.verify(kept, fits ? attempt.secret : std::string{}) && fits;
    }
    if (!right || !person) {
        throttle_.failed(account, attempt.address);
        return Refused(NotProved{});
    }
    throttle_.succeeded(account, attempt.address);
    if (passwords_.outdated(*kept)) people_.strengthen(*person, attempt.secret, *kept);
    return {};
}

/// Counted apart from passwords: whoever knows the password has not thereby a fresh start at the codes.
tl::expected<CodeKind, NotProved> Proofs::check_code(const PersonId& person, const Attempt& attempt) {
    const std::string account = "code of " + person.get();
    if (const auto wait = throttle_.wait(account, attempt.address, Guessed::Code); wait.count() > 0)
        return Refused(NotProved{wait});
    const std::string code = without_blanks(attempt.secret);
    const bool is_apps = is_digits(code);
    const bool right = is_apps ? authenticators_.is_right(person, code)
                               : needs_code(person) && recovery_codes_.spend(person, code);
    if (!right) {
        throttle_.failed(account, attempt.address);
        return Refused(NotProved{});
    }
    throttle_.succeeded(account, attempt.address);
    return is_apps ? CodeKind::Authenticator : CodeKind::Recovery;
}

base::Refusal too_many_tries(std::chrono::seconds wait) {
    const auto minutes = (wait.count() + 59) / 60;
    const std::string time = wait < std::chrono::minutes{1} ? std::to_string(wait.count()) + " seconds"
                             : minutes == 1                 ? "1 minute"
                                                            : std::to_string(minutes) + " minutes";
    return {"too_many_tries", "Too many tries: wait " + time + ", then try again"};
}

}  // namespace app
