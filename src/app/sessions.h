// Who is signed in, or has shown the first of two proofs: tokens that only their holder has, kept as hashes.
#pragma once
#include <mutex>
#include <optional>
#include <vector>

#include "app/records.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

struct SessionLimits {
    std::chrono::seconds idle = std::chrono::minutes{30};
    std::chrono::seconds absolute = std::chrono::hours{12};
    /// For so long after a proof nothing is asked again before what is sensitive.
    std::chrono::seconds fresh = std::chrono::minutes{5};
};

/// From where somebody signs in, roughly: nothing that singles them out.
struct Place {
    std::string device = {};   // "Firefox on Windows"
    std::string network = {};  // kept as a digest: it only tells the same one from another
};

struct Session {
    PersonId person;
    base::Moment signed_in;
    base::Moment proved;     // when they last showed who they are
    std::string form_token;  // every form of this session carries it
};

struct NewSession {
    std::string token;  // for the cookie; nowhere kept
    Session session;
};

/// The password was right; the code is still to come.
struct HalfSession {
    PersonId person;
    std::string form_token;
};

/// For the list of somebody's own sessions.
struct SessionInList {
    std::string id;  // says nothing of the token
    std::string device;
    base::Moment signed_in;
    base::Moment seen;
    bool current = false;
    bool same_network = false;  // as the current one
};

class Sessions {
public:
    Sessions(store::Drawers&, store::Random&, const store::Digests&, const base::Clock&, SessionLimits = {});

    const SessionLimits& limits() const { return limits_; }

    /// A new token each time; the one that was carried before is ended.
    NewSession begin(const PersonId&, const std::string& carried_token = {}, const Place& = {});
    /// Who they are was shown again: the session goes on under a new token, and ends no later than before.
    std::optional<NewSession> renew(const std::string& token);
    /// Nothing where there is none, or it has run out. Keeps a session that is in use alive.
    std::optional<Session> find(const std::string& token);
    /// Whose form arrives late: of a session that ran out less than four days ago, with its form token.
    std::optional<PersonId> find_late(const std::string& token, const std::string& form_token) const;
    bool is_fresh(const Session&) const;

    std::vector<SessionInList> list(const PersonId&, const std::string& current_token) const;
    void end(const std::string& token);
    bool end_one(const PersonId&, const std::string& id);
    void end_others(const PersonId&, const std::string& current_token);
    void end_all(const PersonId&);

    /// For ten minutes. Returns the token.
    std::string begin_half(const PersonId&, const std::string& carried_token = {});
    std::optional<HalfSession> find_half(const std::string& token) const;
    void end_half(const std::string& token);

    bool is_form_token(const std::string& token, const std::string& form_token) const;

private:
    struct Kept;
    static std::string to_body(const Kept&);
    static Kept to_kept(const std::string& body);
    base::Moment end_of(const Kept&) const;
    void put(const std::string& key, const Kept&);
    std::optional<Kept> find_live(const std::string& key) const;
    Session session_of(const Kept&) const;

    store::Drawers& drawers_;
    store::Random& random_;
    const store::Digests& digests_;
    const base::Clock& clock_;
    SessionLimits limits_;
    std::mutex mutex_;  // a session that ends is not written again by a request that still had it
};

}  // namespace app
