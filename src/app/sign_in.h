// Signing in: the same answer, at the same cost, whether or not there is such an account.
#pragma once
#include <atomic>
#include <semaphore>

#include "app/people.h"
#include "app/sessions.h"
#include "app/throttle.h"

namespace app {

struct NotSignedIn {
    base::Refusal refusal;  // "sign_in_failed", "too_many_tries", "not_a_demo"
    std::chrono::seconds retry_after{0};
};

struct Credentials {
    std::string email;
    std::string password;
    std::string address;             // the peer's, for the throttle
    std::string carried_token = {};  // of the session that came with it, if any
};

class SignIn {
public:
    SignIn(const Installation&, People&, Sessions&, Throttle&, const store::Passwords&);

    tl::expected<NewSession, NotSignedIn> with_password(const Credentials&);
    /// Only in a demo: without a password.
    tl::expected<NewSession, NotSignedIn> as_persona(const PersonId&, const std::string& carried_token = {});

private:
    const Installation& installation_;
    People& people_;
    Sessions& sessions_;
    Throttle& throttle_;
    const store::Passwords& passwords_;
    // Each check takes much memory and a tenth of a second: two at a time, few waiting.
    std::counting_semaphore<> checks_{2};
    std::atomic<int> waiting_{0};
};

}  // namespace app
