// The read models, made anew from the ledger alone.
#pragma once
#include "app/installation.h"

namespace app {

/// How many disagreements were projected.
std::size_t rebuild(Journal&, const Installation&);

/// One of them: after its calendar changed.
void project_again(Journal&, const Installation&, const std::string& reference);

}  // namespace app
