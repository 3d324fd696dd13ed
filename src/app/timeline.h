// The history of a disagreement with its texts opened as far as somebody may see them.
#pragma once
#include "app/read.h"

namespace app {

/// A correction takes the place of what it corrects; what stood there is for the data guardian.
std::vector<Entry> timeline_for(const Journal&, const Dossier&, const gate::Facts&);

}  // namespace app
