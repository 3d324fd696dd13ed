// Where a disagreement would stand under another edition or calendar, beside where it stands.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/dossier.h"
#include "base/finding.h"

namespace app {

/// Something owed that would be owed by another date, or no more, or only then.
struct DutyChange {
    enum class Kind { Date, Gone, New };
    Kind kind = Kind::Date;
    std::string duty;  // its id
    std::string rule;
    std::string title;
    PostId owner;
    std::optional<calendar::Due> before = {};
    std::optional<calendar::Due> after = {};
    bool operator==(const DutyChange&) const = default;
};

std::string to_word(DutyChange::Kind);  // "date", "gone", "new"

/// What is open on either side and must be done, in the order in which it arose.
std::vector<DutyChange> changes_between(const disagreement::Duties& before,
                                        const disagreement::Duties& after);

struct Placed {
    std::string reference;
    std::string edition;  // which it is under now
    std::string stage_before;
    std::string stage_after;
    std::vector<DutyChange> changes = {};
    base::Findings no_place = {};  // where there is any, it stays where it is
    bool operator==(const Placed&) const = default;
};

/// `after` is its state once moved; also where nobody would owe anything, it has no place.
Placed placed(const Dossier&, const disagreement::State& after, const Footing&);

/// One that was to be moved and stays, since somebody else acted on it at each attempt.
Placed left_behind(Placed);

/// Who decides on moves: the partnership, by whoever sits at its console.
disagreement::Author partnership_author(const Partnership&);

}  // namespace app
