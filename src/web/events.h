// The answers of events as pages show them; the words are those of app/.
#pragma once
#include "app/events.h"
#include "web/case.h"

namespace web {

/// The answers of an entry as far as the person may see them, under their questions.
Html answers_of(const Case&, const app::Entry&);

/// Words of one sealed answer, or why there are none.
Html text_in_words(const app::Text&);

}  // namespace web
