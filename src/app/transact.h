// The one place where a decision meets the world: gate, read, replay, decide, append; again if raced.
#pragma once
#include "app/dossier.h"
#include "app/repeats.h"
#include "base/moment.h"
#include "store/secrets.h"

namespace app {

struct Done {
    std::string reference;
    store::Revision revision;
    bool repeated = false;  // the command had landed before
    bool operator==(const Done&) const = default;
};

/// Refusals besides those of the policy, by rule:
///   not_found           there is none, or the person may not know that there is
///   not_yours           they may see it, and have no part in acting on it
///   revision_mismatch   somebody had acted since `expected`
///   race_lost           somebody acted in between, after all
///   command_reused      the id came with something else before
///   command_id_malformed
class Transact {
public:
    Transact(Journal&, const Installation&, const base::Clock&, store::Random&, const store::Digests&,
             Repeats&);

    /// The id of the command is scoped to the person: the same id again is one effect.
    base::Result<Done> perform(const PersonId&, const std::string& reference, const disagreement::Command&,
                               std::optional<store::Revision> expected = {});
    /// What `perform` would say no with as things stand; nothing is recorded either way.
    std::optional<base::Refusal> refuses(const PersonId&, const std::string& reference, const disagreement::Command&) const;
    base::Result<Done> raise(const PersonId&, const std::string& partnership, const disagreement::Command&);
    /// What time has brought, recorded by the worker.
    base::Result<Done> record(const std::string& reference, const disagreement::Command&);

    /// Why nothing can be raised there today: its policy does not hold yet.
    std::optional<base::Refusal> not_yet(const std::string& partnership) const;
    /// What raising asks in this partnership, of somebody who works there; "not_found" for anybody else.
    base::Result<std::vector<policy::Field>> questions(const PersonId&, const std::string& partnership) const;
    /// The posts to choose from on each side where this raising would start; none where nothing is to be
    /// chosen, or something else is wrong with it.
    base::Result<std::vector<policy::Field>> seats(const PersonId&, const std::string& partnership,
                                                   const disagreement::Command&) const;

private:
    struct Asked;
    enum class Words;
    std::optional<Dossier> find(const PersonId&, const std::string& reference) const;
    disagreement::Decision decided(const Dossier&, const disagreement::Command&, const disagreement::Actor&, Words) const;
    base::Result<std::string> find_to_link(const Dossier&, const PersonId&, const std::string& typed) const;
    base::Result<Done> until_landed(const Asked&);
    base::Result<Done> again_or(const Asked&, base::Refusal);
    Dossier unraised(const std::string& partnership) const;

    Journal& journal_;
    const Installation& installation_;
    const base::Clock& clock_;
    store::Random& random_;
    const store::Digests& digests_;
    Repeats& repeats_;
};

}  // namespace app
