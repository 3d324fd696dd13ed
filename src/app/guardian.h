// The data guardian's desk: who must not learn of a disagreement.
#pragma once
#include "app/dossier.h"

namespace app {

class Guardian {
public:
    Guardian(Journal&, Installation&, const store::Digests&, const base::Clock&);

    /// Refusals: "not_found" (no such disagreement, or not a data guardian), "no_such_person",
    /// "reason_missing".
    base::Result<void> set_exclusion(const PersonId& guardian, const std::string& reference, const PersonId&,
                                     const std::string& reason, const std::string& command_id);
    base::Result<void> lift_exclusion(const PersonId& guardian, const std::string& reference, const PersonId&,
                                      const std::string& reason, const std::string& command_id);
    base::Result<std::set<PersonId>> excluded(const PersonId& guardian, const std::string& reference) const;

private:
    struct Asked;
    base::Result<void> check(const Asked&) const;

    Journal& journal_;
    Installation& installation_;
    const store::Digests& digests_;
    const base::Clock& clock_;
};

}  // namespace app
