// What happened to how somebody gets in: on record, without what they get in with.
#pragma once
#include "app/journal.h"
#include "base/moment.h"
#include "store/secrets.h"

namespace app {

class AccountHistory {
public:
    AccountHistory(Journal&, store::Random&, const base::Clock&);

    /// `by` is empty for the console.
    void record(const PersonId&, AccessChange, const PersonId& by);
    /// Newest first.
    std::vector<AccessChanged> of(const PersonId&) const;

private:
    Journal& journal_;
    store::Random& random_;
    const base::Clock& clock_;
};

}  // namespace app
