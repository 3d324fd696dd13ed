// Links by which somebody chooses a password: a secret that only its holder has, good for one use.
#pragma once
#include <optional>

#include "app/records.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

enum class LinkKind {
    Invitation,  // a week, for a first password
    Reset,       // a day, for another one
};

struct OneTimeLink {
    PersonId person;
    LinkKind kind = LinkKind::Invitation;
    base::Moment expires;
    bool operator==(const OneTimeLink&) const = default;
};

struct NewLink {
    std::string secret;  // nowhere kept
    OneTimeLink link;
};

class OneTimeLinks {
public:
    OneTimeLinks(store::Drawers&, store::Random&, const store::Digests&, const base::Clock&);

    /// Earlier ones of the same person are good for nothing from now on.
    NewLink make(const PersonId&, LinkKind);
    /// Nothing where there is none, where it was used, or has run out: nobody can tell which.
    std::optional<OneTimeLink> find(const std::string& secret) const;
    /// Of several callers exactly one gets it.
    std::optional<OneTimeLink> spend(const std::string& secret);

private:
    store::Drawers& drawers_;
    store::Random& random_;
    const store::Digests& digests_;
    const base::Clock& clock_;
};

}  // namespace app
