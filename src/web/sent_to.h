// To whom a disagreement goes and what they owe by when: said before it is raised, and again once it is.
#pragma once
#include "app/dossier.h"
#include "html/html.h"

namespace web {

/// The posts that act for the other side, with whoever holds them today.
html::Html whom_it_goes_to(const app::Dossier&);
/// What a side owes and by when; nothing where it owes nothing.
html::Html what_is_owed(const app::Dossier&, disagreement::Side);

}  // namespace web
