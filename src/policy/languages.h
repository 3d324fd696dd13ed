// A pack with the names that people see in another language.
#pragma once
#include "policy/pack.h"

namespace policy {

/// Null where the pack has no names in that language.
const Language* find_language(const Pack&, const std::string& code);

/// The process, stages, forms, topics and steps under their names in that language; a name that was
/// left out stays, and so do keys and rules.
Pack in_language(Pack, const Language&);

}  // namespace policy
