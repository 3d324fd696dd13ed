#include "app/guardian.h"

#include "app/relations.h"
#include "base/text.h"

namespace app {

struct Guardian::Asked {
    const PersonId& guardian;
    const std::string& reference;
    const PersonId& person;
    const std::string& reason;
};

Guardian::Guardian(Journal& journal, Installation& installation, const store::Digests& digests,
                   const base::Clock& clock)
    : journal_(journal), installation_(installation), digests_(digests), clock_(clock) {}

base::Result<void> Guardian::check(const Asked& asked) const {
    const auto dossier = Dossiers(journal_, installation_).find(asked.reference, clock_.now());
    if (!dossier || !gate::allows(facts_of(*dossier, asked.guardian), gate::Action::SetExclusion)) {
        return tl::unexpected(not_found());
    }
    if (!dossier->known->find_person(asked.person)) {
        return tl::unexpected(
            base::Refusal{"no_such_person", "Select somebody who has an account", {}, "person"});
    }
    if (base::trimmed(asked.reason).empty()) {
        return tl::unexpected(base::Refusal{"reason_missing", "Enter the reason", {}, "reason"});
    }
    return {};
}

base::Result<void> Guardian::set_exclusion(const PersonId& guardian, const std::string& reference,
                                           const PersonId& person, const std::string& reason,
                                           const std::string& command_id) {
    if (auto no = check({guardian, reference, person, reason}); !no) return no;
    const Cause cause{store::CommandId(guardian.get() + "/" + command_id),
                      "exclude " + person.get() + " from " + reference + " " + digests_.keyed("exclusion", reason)};
    const ExclusionSet set{{guardian, clock_.now()}, reference, person, reason};
    const auto landed = journal_.add(streams::exclusions(), cause, {set});
    if (!landed) return tl::unexpected(landed.error());
    installation_.refresh();
    return {};
}

base::Result<void> Guardian::lift_exclusion(const PersonId& guardian, const std::string& reference,
                                            const PersonId& person, const std::string& reason,
                                            const std::string& command_id) {
    if (auto no = check({guardian, reference, person, reason}); !no) return no;
    const Cause cause{store::CommandId(guardian.get() + "/" + command_id),
                      "admit " + person.get() + " to " + reference + " " + digests_.keyed("exclusion", reason)};
    const ExclusionLifted lifted{{guardian, clock_.now()}, reference, person, reason};
    const auto landed = journal_.add(streams::exclusions(), cause, {lifted});
    if (!landed) return tl::unexpected(landed.error());
    installation_.refresh();
    return {};
}

base::Result<std::set<PersonId>> Guardian::excluded(const PersonId& guardian,
                                                    const std::string& reference) const {
    const auto dossier = Dossiers(journal_, installation_).find(reference, clock_.now());
    if (!dossier || !gate::allows(facts_of(*dossier, guardian), gate::Action::SetExclusion)) {
        return tl::unexpected(not_found());
    }
    return dossier->excluded();
}

}  // namespace app
