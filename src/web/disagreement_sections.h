// The parts that the page of a disagreement is made of, in the order in which they stand.
#pragma once
#include "web/case.h"

namespace web {

/// Is the child safe now, what protects them, has danger been declared.
Html safety_section(const Case&);
Html where_it_stands(const Case&);
/// What is owed, by whom and by when, with a way to do it for those who may.
Html what_happens_next(const Case&);
/// What somebody was just told they achieved, and what it brought.
Html next_steps_in_words(const Case&);
Html about_section(const Case&);
Html sides_section(const Case&);
Html positions_section(const Case&);
/// The same without its heading, all of it.
Html positions_said(const Case&);
/// What was proposed, decided or agreed, with its force; then who has confirmed it in writing, and who has not yet.
Html outcome_section(const Case&);
Html confirmations_section(const Case&);
Html points_section(const Case&);
Html forms_section(const Case&);
Html timeline_section(const Case&);
Html actions_section(const Case&);
Html sources_section(const Case&);

/// Entries after this revision, newest first.
Html timeline_after(const Case&, std::size_t revision);

}  // namespace web
