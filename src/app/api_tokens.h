// Tokens with which a program acts for a person.
#pragma once
#include <optional>

#include "app/records.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

class ApiTokens {
public:
    ApiTokens(store::Drawers&, store::Random&, const store::Digests&, const base::Clock&);

    /// Shown once; valid for so many days, 1 to 366.
    base::Result<std::string> issue(const PersonId&, int days);
    std::optional<PersonId> find(const std::string& token) const;
    bool revoke(const std::string& token);

private:
    store::Drawers& drawers_;
    store::Random& random_;
    const store::Digests& digests_;
    const base::Clock& clock_;
};

}  // namespace app
