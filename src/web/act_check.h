// Before what moves a disagreement on, ends it or goes out as a form is recorded: what was typed, looked at once more.
#pragma once
#include "web/act_form.h"

namespace web {

bool is_checked_first(disagreement::Action);

/// What was sent came from the page to check, and is to be recorded.
bool was_checked(const http::Fields&);
/// What was sent came from there, and goes back into the form.
bool is_to_be_changed(const http::Fields&);

/// What was typed, the button that records it, and the one that goes back to the form.
Html check_form(const Case&, const Offered&, const ActDraft&);

}  // namespace web
