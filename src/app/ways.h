// Which of the things a person may do would end what is owed: for pages and programs alike.
#pragma once
#include "app/dossier.h"

namespace app {

/// In the order of `permitted`; none where this person can do nothing about it.
std::vector<const disagreement::Permitted*> ways_to_do(const disagreement::Duty&,
                                                       const std::vector<disagreement::Permitted>&,
                                                       const Dossier&);

}  // namespace app
