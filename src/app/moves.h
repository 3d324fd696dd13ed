// Running disagreements moved to another edition of their policy, by a decision that is on record.
#pragma once
#include "app/administration.h"
#include "app/landing.h"
#include "app/placing.h"
#include "disagreement/moving.h"

namespace app {

struct MoveOrder {
    std::string partnership;
    std::vector<std::string> references = {};  // empty: all that are under way under another edition
    std::string policy = {};                   // empty: the one that each is under
    std::string edition;
    disagreement::StageMap stages = {};
    std::string why = {};
};

/// What is under way keeps the edition it was raised under, until it is moved here.
class Moves {
public:
    Moves(Journal&, const Installation&, const base::Clock&, store::Random&, const store::Digests&);

    /// Where each would stand, those without a place among them. Findings are about the order itself.
    Checked<std::vector<Placed>> preview(const MoveOrder&) const;
    /// Moves them all, with their new dates told to those who owe them; or, where one has no place, none.
    Checked<std::vector<Placed>> move(const MoveOrder&);

private:
    Checked<std::vector<Dossier>> chosen(const MoveOrder&) const;

    Journal& journal_;
    const Installation& installation_;
    const base::Clock& clock_;
    store::Random& random_;
    const store::Digests& digests_;
};

}  // namespace app
