// Posts, agencies, dates and moments as people say them.
#pragma once
#include <string>

#include "app/snapshot.h"
#include "disagreement/duty.h"
#include "govuk/casework.h"

namespace web {

using html::Html;

/// "Team manager, Northfield"; the id itself for a post that is not in the directory any more.
std::string title_of(const directory::Directory&, const app::PostId&);
/// "Team manager, Northfield (Riverside Council)"
std::string in_words(const directory::Directory&, const app::PostId&);
std::string in_words(const directory::Directory&, const app::AgencyId&);
std::string in_words(const directory::Directory&, const std::vector<app::AgencyId>&);

/// "closed until Friday 2 January 2026: winter holidays"; nothing where the agency of the post is open.
std::string closed_in_words(const directory::Directory&, const app::PostId&, calendar::Date today);
/// "Ann Example and Bo Sample (deputy)", or that the post is vacant; and until when its agency is closed.
std::string holders_in_words(const app::Snapshot&, const app::PostId&, calendar::Date today);
/// "somebody no longer known" once erased.
std::string name_of(const app::Snapshot&, const app::PersonId&);

std::string side_in_words(disagreement::Side);
std::string phase_in_words(disagreement::Phase);

govuk::Time time_of(base::Moment, const std::string& zone);
govuk::Time time_of(calendar::Date);

/// Before a date: "today", "in 2 working days"; after it: "3 working days late".
std::string distance(base::Moment due, bool date_only, const calendar::Edition&, base::Moment now);
/// "Thursday 26 November 2026 (in 2 working days)"
Html due_in_words(const calendar::Due&, const calendar::Edition&, base::Moment now);
/// The same for a row of a list, which knows the moment alone.
Html due_in_words(base::Moment, const calendar::Edition&, base::Moment now);
/// The strip of days, behind a line that opens it.
Html how_counted(const calendar::Due&);

/// "clause 3 stage 1", or that it is a rule of the service under every policy.
std::string clause_in_words(const std::string& clause);

/// "1 disagreement", "2 disagreements"
std::string counted(std::size_t number, const std::string& noun);
/// "Consult the other side" from "consult the other side".
std::string capitalised(std::string text);

/// Paragraphs as they were typed.
Html paragraphs(const std::string& text);

}  // namespace web
