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

/// The edition and the calendar that a disagreement stands under.
struct Footing {
    const policy::Pack* pack = nullptr;
    calendar::Edition calendar = {};
};

/// As its own history says: those it was raised under, or was moved to.
Footing footing_of(const Partnership&, const disagreement::State&);

class Dossiers {
public:
    Dossiers(const Journal& journal, const Installation& installation)
        : journal_(journal), installation_(installation) {}

    /// Nothing where there is no such disagreement.
    std::optional<Dossier> find(const std::string& reference, base::Moment now) const;
    /// As it was when it had that many events, at the moment when the last of them was recorded.
    std::optional<Dossier> find_as_of(const std::string& reference, store::Revision) const;
    /// Every one of a partnership that is open or settled, and so still owes something; in order of reference.
    std::vector<Dossier> live(const std::string& partnership, base::Moment now) const;
    /// The references of all that a partnership ever had, in order.
    std::vector<std::string> references(const std::string& partnership) const;

private:
    static Dossier replayed(Dossier);  // of the events that are stored

    const Journal& journal_;
    const Installation& installation_;
};

/// A person with all the posts that they can act for in this disagreement. Who leads safeguarding in an
/// agency may record for its posts, the business manager for everybody's; `for_post` is the one wanted.
disagreement::Actor actor_in(const Dossier&, const PersonId&, const PostId& for_post = {});
/// The same before there is a disagreement.
disagreement::Actor actor_in(const Snapshot&, const Partnership&, const PersonId&, calendar::Date today,
                             const PostId& for_post = {});

/// Whether a person may record for that post, as its safeguarding lead or the business manager.
bool records_for(const Dossier&, const PersonId&, const PostId&);

/// The open answer of the raised event that says which partnership it belongs to.
inline const std::string partnership_answer = "partnership";

}  // namespace app
