// Dates and moments as pages show them, beside the words of app/ for posts, agencies and stages.
#pragma once
#include <string>

#include "app/wording.h"
#include "govuk/casework.h"

namespace web {

using html::Html;

using app::capitalised;
using app::clause_in_words;
using app::closed_in_words;
using app::holders_in_words;
using app::in_words;
using app::name_of;
using app::phase_in_words;
using app::ruling_in_words;
using app::side_in_words;
using app::stage_in_words;
using app::title_of;
using app::topic_in_words;

govuk::Time time_of(base::Moment, const std::string& zone);
govuk::Time time_of(calendar::Date);

/// Before a date: "today", "in 2 working days"; after it: "3 working days late".
std::string distance(base::Moment due, bool date_only, const calendar::Edition&, base::Moment now);
/// "Thursday 26 November 2026 (in 2 working days)"
Html due_in_words(const calendar::Due&, const calendar::Edition&, base::Moment now);
/// The same for a row of a list, which knows the moment alone.
Html due_in_words(base::Moment, const calendar::Edition&, base::Moment now);
/// Of what has no date: "Reminder: Thursday 26 November 2026 (in 2 working days)", "The reminder was Monday 16 November 2026".
/// A reminder is never late.
Html reminder_in_words(base::Moment, const calendar::Edition&, base::Moment now);
/// The strip of days, behind a line that opens it; `of` is heard with that line where there are several.
Html how_counted(const calendar::Due&, const std::string& of = {});

/// "1 disagreement", "2 disagreements"
std::string counted(std::size_t number, const std::string& noun);
/// Paragraphs as they were typed.
Html paragraphs(const std::string& text);

}  // namespace web
