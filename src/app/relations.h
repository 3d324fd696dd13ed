// How a person stands to a disagreement: the plain facts that the gate is given.
#pragma once
#include "access/gate.h"
#include "app/dossier.h"

namespace app {

std::set<gate::Relation> relations_of(const Dossier&, const PersonId&);
/// Identity has been released to `released_to`.
gate::Facts facts_of(const Dossier&, const PersonId&, const std::set<PersonId>& released_to = {});

/// How a person stands to a partnership, whatever the disagreement.
std::set<gate::Relation> relations_of(const Snapshot&, const Partnership&, const PersonId&,
                                      calendar::Date today);

/// To whom the identity of the child and family has been released.
std::set<PersonId> released_to(const Journal&, const std::string& reference);

/// The one answer to whoever may not know: there is no such disagreement.
base::Refusal not_found();

}  // namespace app
