// With what somebody shows who they are: a password, a code. Wrong ones slow down the next try.
#pragma once
#include <atomic>
#include <semaphore>

#include "app/authenticators.h"
#include "app/people.h"
#include "app/recovery_codes.h"
#include "app/throttle.h"

namespace app {

/// Wrong; or not looked at, because of the wait.
struct NotProved {
    std::chrono::seconds wait{0};
};

struct Attempt {
    std::string secret;   // as it was typed
    std::string address;  // the peer's, for the throttle
};

enum class CodeKind { Authenticator, Recovery };

class Proofs {
public:
    Proofs(People&, Authenticators&, RecoveryCodes&, Throttle&, const store::Passwords&);

    /// By e-mail address as it was typed. Costs the same whether or not there is such an account.
    tl::expected<void, NotProved> check_password(const std::string& email, const std::optional<PersonId>&,
                                                 const Attempt&);
    tl::expected<CodeKind, NotProved> check_code(const PersonId&, const Attempt&);
    bool needs_code(const PersonId& person) const { return authenticators_.is_on(person); }
    bool has_password(const PersonId& person) const { return people_.kept_password(person).has_value(); }

private:
    People& people_;
    Authenticators& authenticators_;
    RecoveryCodes& recovery_codes_;
    Throttle& throttle_;
    const store::Passwords& passwords_;
    // Each check takes much memory and a tenth of a second: two at a time, few waiting.
    std::counting_semaphore<> checks_{2};
    std::atomic<int> waiting_{0};
};

/// "Too many tries: wait 2 minutes, then try again"
base::Refusal too_many_tries(std::chrono::seconds wait);

}  // namespace app
