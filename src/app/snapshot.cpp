#include "app/snapshot.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "calendar/local_time.h"

namespace app {

calendar::Date Adoption::begins() const {
    const auto adopted = calendar::local_date(at, calendar::Edition{}.zone);
    const auto says = calendar::parse_date(pack->identity.effective_from);
    return says ? std::max(adopted, *says) : adopted;
}

const Adoption& Partnership::adoption_on(calendar::Date day) const {
    base::ensure(!adoptions.empty(), "a partnership has a policy");
    const Adoption* found = nullptr;
    const Adoption* first = &adoptions.front();
    for (const auto& adoption : adoptions) {
        const auto begins = adoption.begins();
        if (begins <= day && (!found || begins >= found->begins())) found = &adoption;
        if (begins < first->begins()) first = &adoption;
    }
    return found ? *found : *first;
}

const Adoption* Partnership::find_adoption(const std::string& key, const std::string& edition) const {
    const Adoption* found = nullptr;
    for (const auto& adoption : adoptions) {
        const auto& identity = adoption.pack->identity;
        if (identity.key == key && identity.edition == edition) found = &adoption;
    }
    return found;
}

const policy::Pack* Partnership::find_pack(const std::string& wanted, const std::string& edition) const {
    const auto* adoption = find_adoption(wanted, edition);
    return adoption ? adoption->pack.get() : nullptr;
}

std::vector<std::string> Partnership::bodies() const {
    std::vector<std::string> keys;
    for (const auto& adoption : adoptions) {
        for (const auto& body : adoption.pack->bodies) {
            if (std::ranges::find(keys, body.key) == keys.end()) keys.push_back(body.key);
        }
    }
    return keys;
}

const Ruling* Partnership::find_ruling(const policy::Pack& pack, const std::string& reading) const {
    const auto* asked = policy::find_reading(pack, reading);
    const auto holds_here = [&](const Ruling& ruling) {
        if (!asked || ruling.reading != reading || ruling.policy != pack.identity.key) return false;
        if (ruling.edition == pack.identity.edition) return true;
        const auto* ruled_on = find_pack(ruling.policy, ruling.edition);
        const auto* meant = ruled_on ? policy::find_reading(*ruled_on, reading) : nullptr;
        return meant && meant->about == asked->about && meant->taken == asked->taken &&
               meant->instead == asked->instead;
    };
    const auto found = std::find_if(rulings.rbegin(), rulings.rend(), holds_here);
    return found == rulings.rend() ? nullptr : &*found;
}

calendar::Edition Partnership::calendar_at(base::Moment at) const {
    base::ensure(!calendars.empty(), "a partnership has a calendar");
    calendar::Edition edition = calendars.front().edition;
    for (const auto& in_force : calendars) {
        if (in_force.since <= at) edition = in_force.edition;
    }
    edition.meetings = meetings;
    return edition;
}

const Partnership* Snapshot::find_partnership(const std::string& key) const {
    const auto found = partnerships.find(key);
    return found == partnerships.end() ? nullptr : &found->second;
}

const Person* Snapshot::find_person(const PersonId& id) const {
    const auto found = people.find(id);
    return found == people.end() ? nullptr : &found->second;
}

const std::set<PersonId>& Snapshot::excluded_from(const std::string& reference) const {
    static const std::set<PersonId> nobody;
    const auto found = excluded.find(reference);
    return found == excluded.end() ? nobody : found->second;
}

bool Snapshot::has_role(const PersonId& id, AccountRole role) const {
    const auto* person = find_person(id);
    return person && std::ranges::find(person->roles, role, &HeldRole::role) != person->roles.end();
}

bool Snapshot::has_role(const PersonId& id, AccountRole role, const std::string& partnership) const {
    const auto* person = find_person(id);
    return person && (person->roles.contains({role, {}}) || person->roles.contains({role, partnership}));
}

std::string comparable_email(const std::string& email) {
    return base::lower(base::trimmed(email));
}

}  // namespace app
