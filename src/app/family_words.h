// The words that name a child or family, for forms that must not hold them.
#pragma once
#include "app/dossier.h"

namespace app {

/// Opened from what was sealed as identity; what was withheld since is not among them.
std::vector<std::string> family_words(const Journal&, const Dossier&);

/// The whole of an answer, and those of its parts that would give it away.
std::vector<std::string> telling_parts(const std::string& answer);

}  // namespace app
