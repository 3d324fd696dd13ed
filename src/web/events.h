// Events in words: what happened, and what was answered.
#pragma once
#include "web/case.h"

namespace web {

/// "Stage 2 opened", "Answered: accept in part"
std::string headline_of(const Case&, const disagreement::Event&);

/// What an event of this kind asks, so that its answers can be read back under their questions.
std::vector<policy::Field> questions_of(const Case&, const disagreement::Event&);

/// The answers of an entry as far as the person may see them, under their questions.
Html answers_of(const Case&, const app::Entry&);

/// Words of one sealed answer, or why there are none.
Html text_in_words(const app::Text&, policy::FieldKind = policy::FieldKind::LongText);

}  // namespace web
