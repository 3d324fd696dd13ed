// Pieces of the forms by which people get in and look after their account.
#pragma once
#include "base/refusal.h"
#include "govuk/input.h"
#include "govuk/password_input.h"
#include "web/answers.h"
#include "web/sheet.h"

namespace web {

/// A page with its heading; what is wrong stands above it, each with a link to its field.
Sheet account_sheet(const std::string& title, const Problems&);

/// What is wrong with one field; empty where nothing is.
Html error_in(const Problems&, std::string_view field);

/// "current-password" or "new-password"; pasting and password managers are welcome.
Html password_field(const std::string& name, const std::string& label, const std::string& autocomplete,
                    const Problems&, const Html& hint = {});
/// For the six digits of an app.
Html code_field(const Problems&);
/// For letters as well; sent under the same name.
Html recovery_code_field(const std::string& id, const std::string& label, const Problems&);
/// For whoever does not have their app at hand: a form of its own with what is hidden in the other one.
Html recovery_instead(const std::string& action, const Html& hidden);

/// For password managers, which want to know whose password it is.
Html account_name(const std::string& email);

/// What the rules for passwords are.
Html password_advice();

}  // namespace web
