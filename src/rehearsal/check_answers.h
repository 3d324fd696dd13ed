// The answers of a step, held against what its action asks as things stand.
#pragma once
#include "rehearsal/stage_manager.h"

namespace rehearsal {

/// Names left out that nobody asks, and posts that are not in the cast.
base::Findings check_answers_of(const Step&, const Command&, const State&, const Setting&);

/// "did you mean 'how'?", else all that this action asks here.
std::string hint_for_answer(const std::string& name, const Command&, const State&, const Setting&);

/// "how (one of: telephone, writing), summary (may be left out)"
std::string in_words(const policy::Field&);

}  // namespace rehearsal
