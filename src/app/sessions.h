// Who is signed in: tokens that only their holder has, kept as hashes.
#pragma once
#include <optional>

#include "app/records.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

struct SessionLimits {
    std::chrono::seconds idle = std::chrono::minutes{30};
    std::chrono::seconds absolute = std::chrono::hours{12};
};

struct Session {
    PersonId person;
    base::Moment signed_in;
    std::string form_token;  // every form of this session carries it
};

struct NewSession {
    std::string token;  // for the cookie; nowhere kept
    Session session;
};

class Sessions {
public:
    Sessions(store::Drawers&, store::Random&, const store::Digests&, const base::Clock&, SessionLimits = {});

    /// A new token each time; the one that was carried before is ended.
    NewSession begin(const PersonId&, const std::string& carried_token = {});
    /// Nothing where there is none, or it has run out. Keeps a session that is in use alive.
    std::optional<Session> find(const std::string& token);
    void end(const std::string& token);
    void end_all(const PersonId&);

    bool is_form_token(const std::string& token, const std::string& form_token) const;

private:
    std::string form_token_of(const std::string& token) const;

    store::Drawers& drawers_;
    store::Random& random_;
    const store::Digests& digests_;
    const base::Clock& clock_;
    SessionLimits limits_;
};

}  // namespace app
