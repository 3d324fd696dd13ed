// The clauses and readings that a disagreement rests on as it stands.
#pragma once
#include "app/dossier.h"

namespace app {

/// Clauses behind what is owed and where it stands, and every reading that was relied on: keys, once each.
struct Cited {
    std::set<std::string> clauses;
    std::set<std::string> readings;
};

Cited cited_by(const Dossier&);

}  // namespace app
