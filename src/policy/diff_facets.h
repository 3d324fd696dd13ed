// What can be said of each kind of rule, facet by facet, so that two of them can be compared.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "policy/pack.h"

namespace policy {

/// A name and what it says, in words: {"by when", "within 5 working days"}. The same for every
/// rule of its kind, in one order; what is not said is empty.
using Facets = std::vector<std::pair<std::string, std::string>>;

Facets facets_of(const Identity&, const Pack&);
Facets facets_of(const Stage&, const Pack&);  // without the rules in it
Facets facets_of(const DutyRule&, const Pack&);
Facets facets_of(const Need&, const Pack&);
Facets facets_of(const DecisionRule&, const Pack&);
Facets facets_of(const Tier&, const Pack&);
Facets facets_of(const CaseRole&, const Pack&);
Facets facets_of(const Start&, const Pack&);
Facets facets_of(const Jump&, const Pack&);
Facets facets_of(const NoticeRule&, const Pack&);
Facets facets_of(const Meeting&, const Pack&);
Facets facets_of(const Form&, const Pack&);  // without its sections
Facets facets_of(const Field&, const Pack&);
Facets facets_of(const Step&, const Pack&);
Facets facets_of(const NamedDate&, const Pack&);
Facets facets_of(const Route&, const Pack&);
Facets facets_of(const Reading&, const Pack&);

}  // namespace policy
