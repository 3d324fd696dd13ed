// People's accounts: adding them, what they may administer, their passwords.
#pragma once
#include <mutex>

#include "app/installation.h"
#include "app/password_rules.h"
#include "base/moment.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

struct NewPerson {
    std::string name;
    std::string email;
    std::string password = {};  // empty: cannot sign in with one yet
    PersonId id = {};           // empty: a random one
};

class People {
public:
    People(Journal&, Installation&, store::Drawers&, const store::Passwords&, store::Random&,
           const base::Clock&);

    /// Refusals: "name_missing", "email_malformed", "email_taken", "id_taken", "password_weak".
    base::Result<PersonId> add_person(const NewPerson&, const PersonId& by = {});
    /// Refusals of these: "no_such_person", "no_such_partnership", "role_of_all" (administrators are of the
    /// whole installation), "password_weak".
    base::Result<void> give_role(const PersonId&, const HeldRole&, const PersonId& by = {});
    base::Result<void> take_role(const PersonId&, const HeldRole&, const PersonId& by = {});
    base::Result<void> set_password(const PersonId&, const std::string& password);

    /// What is kept of the password; nothing for whoever has none.
    std::optional<std::string> kept_password(const PersonId&) const;
    /// Hashes a password that was right again, with today's settings; nothing where another was chosen since
    /// `kept` was read.
    void strengthen(const PersonId&, const std::string& password, const std::string& kept);

private:
    base::Result<void> record_role(const PersonId&, const HeldRole&, const Record&);

    Journal& journal_;
    Installation& installation_;
    store::Drawers& drawers_;
    const store::Passwords& passwords_;
    store::Random& random_;
    const base::Clock& clock_;
    std::mutex passwords_mutex_;
};

}  // namespace app
