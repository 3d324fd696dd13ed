// Whom somebody means at the console.
#pragma once
#include "app/installation.h"
#include "base/refusal.h"

namespace cli {

/// By e-mail address, or by id. Refusal: "no_such_person".
base::Result<app::PersonId> find_named(const std::string& person, const app::Installation&);

}  // namespace cli
