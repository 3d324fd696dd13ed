// Drafts of raising where they stand among other things: in one's list of work, and above the form.
#pragma once
#include "web/asked.h"
#include "web/sheet.h"
#include "web/use_cases.h"

namespace web {

/// The button that saves what was typed, without looking at it.
inline constexpr std::string_view save_for_later = "_save";

/// "/drafts/0123…": an id that says nothing.
std::string draft_path(const std::string& id);
std::string look_path(const std::string& id);

/// What a disagreement to raise is about, without a word of who the child is: "Levels of need, with Riverside Care".
/// Empty while neither was said.
std::string subject_of(const Asked&, const app::KeptDraft&);

/// One's own drafts, and those that wait for one's look; nothing where there are none.
Html drafts_of(const UseCases&, const Asked&);

/// What was said in a private look at the draft of that id, if it is one's own.
Html comments_on(const UseCases&, const Asked&, const std::string& draft);

/// Somebody else's draft, or none, is a page that does not exist; of one's own it is said what became of it.
Answer no_draft(const UseCases&, const Asked&, const std::string& draft);

/// "Sunday 20 December 2026"
Html day_of(base::Moment);

/// "Riverside Partnership"; "a partnership that is no longer here".
std::string name_of_partnership(const Asked&, const std::string& key);

}  // namespace web
