// The one place where a decision meets the world: gate, read, replay, decide, append; again if raced.
#pragma once
#include "app/dossier.h"
#include "base/moment.h"
#include "store/secrets.h"

namespace app {

struct Done {
    std::string reference;
    store::Revision revision;
    bool repeated = false;                       // the command had landed before
    bool operator==(const Done&) const = default;
};

/// Refusals besides those of the policy, by rule: "not_found" (there is none, or the person may not
/// know), "revision_mismatch" (somebody acted since `expected`), "command_reused" (the id came with
/// something else before), "too_many_races".
class Transact {
public:
    Transact(Journal&, const Installation&, const base::Clock&, store::Random&, const store::Digests&);

    base::Result<Done> perform(const PersonId&, const std::string& reference, const disagreement::Command&,
                               std::optional<store::Revision> expected = {});
    base::Result<Done> raise(const PersonId&, const std::string& partnership, const disagreement::Command&);
    /// What time has brought, recorded by the worker.
    base::Result<Done> record(const std::string& reference, const disagreement::Command&);

    /// What raising asks in this partnership, for one who works there; "not_found" for anybody else.
    base::Result<std::vector<policy::Field>> questions(const PersonId&, const std::string& partnership) const;

private:
    struct Attempt;
    base::Result<Done> attempt(const Attempt&, const disagreement::Command&);
    tl::expected<Done, base::Refusal> land(const Attempt&, const disagreement::Command&,
                                           const disagreement::Events&);

    Journal& journal_;
    const Installation& installation_;
    const base::Clock& clock_;
    store::Random& random_;
    const store::Digests& digests_;
};

}  // namespace app
