#include "app/account_history.h"

#include <algorithm>

#include "base/ensure.h"

namespace app {

AccountHistory::AccountHistory(Journal& journal, store::Random& random, const base::Clock& clock)
    : journal_(journal), random_(random), clock_(clock) {}

void AccountHistory::record(const PersonId& person, AccessChange change, const PersonId& by) {
    const auto landed = journal_.add(streams::access(person), {store::CommandId(random_.id())},
                                     {AccessChanged{{by, clock_.now()}, person, change}});
    base::ensure(landed.has_value(), "a random id is new");
}

std::vector<AccessChanged> AccountHistory::of(const PersonId& person) const {
    std::vector<AccessChanged> changes;
    for (const auto& record : journal_.records(streams::access(person)))
        changes.push_back(std::get<AccessChanged>(record));
    std::ranges::reverse(changes);
    return changes;
}

}  // namespace app
