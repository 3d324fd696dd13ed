// What came of a disagreement: what was proposed, decided and agreed, and who confirms it in writing.
#pragma once
#include "app/read.h"

namespace app {

/// Where an entry is told on pages and papers, apart from the history, where it stands too.
enum class Told { About, Positions, Outcome, InHistory };
Told told_under(policy::Happening);

/// "It binds: the matter is settled by it." of a decision, by its force; "" for what has none.
std::string meaning_of(const disagreement::Event&);

/// One thing that was proposed, decided or done to end it, with what was said to it since.
struct Outcome {
    const Entry* entry;
    std::vector<const Entry*> replies = {};  // agreed to, not agreed to, confirmed, settled; in order
};
/// The newest first; entries of the view, which outlives them. Every entry told under Outcome is in one.
std::vector<Outcome> outcomes_of(const View&);

/// Somebody who has to say in writing that it was agreed so, or did.
struct Confirmation {
    const disagreement::Duty* duty;
    const Entry* said = nullptr;  // where they did
};
/// In the order in which they became due; of the view.
std::vector<Confirmation> confirmations_of(const View&);

/// "Confirmed on Thursday 26 November 2026 at 2:30pm, late"; "Still to be confirmed"; "Not needed any more".
std::string standing_of(const Confirmation&, const std::string& zone);

}  // namespace app
