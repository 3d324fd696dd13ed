// One disagreement taken from the ledger, with the policy, calendar and directory it stands under.
#pragma once
#include "app/installation.h"
#include "disagreement/action.h"

namespace app {

struct Dossier {
    std::string reference;
    std::shared_ptr<const Snapshot> known;  // keeps what the pointers below point to
    const Partnership* partnership = nullptr;
    const policy::Pack* pack = nullptr;
    calendar::Edition calendar = {};
    std::vector<store::Stored> stored = {};
    disagreement::State state = {};
    disagreement::Duties duties = {};  // as they stand at `now`
    base::Moment now;

    disagreement::Setting setting() const;
    calendar::Date today() const;
    const std::set<PersonId>& excluded() const { return known->excluded_from(reference); }
};

class Dossiers {
public:
    Dossiers(const Journal& journal, const Installation& installation)
        : journal_(journal), installation_(installation) {}

    /// Nothing where there is no such disagreement.
    std::optional<Dossier> find(const std::string& reference, base::Moment now) const;
    /// As it was when it had that many events, at the moment when the last of them was recorded.
    std::optional<Dossier> find_as_of(const std::string& reference, store::Revision) const;

private:
    Dossier replayed(Dossier, const std::vector<store::Stored>&) const;

    const Journal& journal_;
    const Installation& installation_;
};

/// A person with all the posts that they can act for in this disagreement. Who leads safeguarding in an
/// agency may record for its posts, the business manager for everybody's; `for_post` is the one wanted.
disagreement::Actor actor_in(const Dossier&, const PersonId&, const PostId& for_post = {});
/// The same before there is a disagreement.
disagreement::Actor actor_in(const Snapshot&, const Partnership&, const PersonId&, calendar::Date today,
                             const PostId& for_post = {});

/// The open answer of the raised event that says which partnership it belongs to.
inline const std::string partnership_answer = "partnership";

}  // namespace app
