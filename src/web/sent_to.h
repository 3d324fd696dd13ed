// To whom a disagreement goes and what they owe by when: said before it is raised, and again once it is.
#pragma once
#include "app/dossier.h"
#include "html/html.h"

namespace web {

/// The posts that act for the other side, with whoever holds them today.
html::Html whom_it_goes_to(const app::Dossier&);
/// What the other side owes and by when; or that the policy gives them no date yet.
html::Html what_they_owe(const app::Dossier&);

}  // namespace web
