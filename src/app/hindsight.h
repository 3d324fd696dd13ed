// A past disagreement under another edition: what would have been due, late or permitted otherwise.
#pragma once
#include <string>
#include <vector>

#include "app/dossier.h"
#include "base/finding.h"
#include "disagreement/moving.h"

namespace app {

/// One thing that would have been otherwise, where it first showed. Keys and dates alone: nobody's words.
struct Difference {
    enum class Kind { Due, Late, Gone, New, Refused };
    Kind kind = Kind::Due;
    std::size_t revision = 0;  // after which event; for Refused: which event would not have been
    std::string rule;          // of the duty; for Refused: the word of the action
    std::string before = {};   // Due: a date or "none". Late: "late" or "in time". Refused: "done"
    std::string after = {};    // the same under the other edition; Refused: the rule that refuses it
    std::string clause = {};   // Refused: that it rests on
    bool operator==(const Difference&) const = default;
};

std::string to_word(Difference::Kind);  // "due", "late", "gone", "new", "refused"
const std::vector<Difference::Kind>& all_kinds();

struct Hindsight {
    std::string reference;
    std::string edition;                       // the one it is under
    base::Findings no_place = {};              // where there is any, it was not compared
    std::vector<Difference> differences = {};  // in the order in which they show
    bool operator==(const Hindsight&) const = default;
};

/// Both are judged at each event, and at last at the dossier's `now`. `other` includes the house rules;
/// `stages` says which stage of it an old one is. Each duty counts once in each kind. Of raising, only what a
/// policy wants to be true before it is judged again: who answered what then is sealed.
Hindsight in_hindsight(const Dossier&, const policy::Pack& other, const disagreement::StageMap& stages);

/// All that a partnership ever had under the policy of that key, in order of reference.
std::vector<Hindsight> in_hindsight(const Dossiers&, const std::string& partnership, const policy::Pack& other,
                                    const disagreement::StageMap& stages, base::Moment now);

}  // namespace app
