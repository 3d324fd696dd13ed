// Small values of the engine as JSON: questions, dates with their reasons, posts.
#pragma once
#include "app/dossier.h"
#include "app/read.h"
#include "disagreement/duty.h"
#include "json/json.h"

namespace api {

/// The text, or null where it says nothing.
json::Value or_null(const std::string&);

/// {name,label,hint,kind,required,options,when,privacy,max}: one shape for actions, forms and pages.
json::Value to_json(const policy::Field&);
json::Array to_json(const std::vector<policy::Field>&);

/// "2026-12-04", or local date and time.
std::string due_text(const calendar::Due&, const std::string& zone);
json::Array because(const calendar::Due&);

/// {id, title, agency}; what the directory does not know (any more) keeps its id.
json::Value post_json(const app::PostId&, const directory::Directory&);
/// {id, name}
json::Value agency_json(const app::AgencyId&, const directory::Directory&);

/// {name, privacy, shown, words, corrected_by, before}
json::Value to_json(const app::Text&);

/// {key, about, taken, instead, clause, ruled_by, ruled_on, ruling}
json::Object to_json(const policy::Reading&, const policy::Pack&, const app::Partnership&);

std::string path_of(const std::string& reference);

}  // namespace api
