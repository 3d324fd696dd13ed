// Whom a policy is about: the words of the house are about a child, until a policy says otherwise.
#pragma once
#include "policy/pack.h"

#include <string>

namespace policy {

/// "Put the record on the child's file" under a policy for adults: "… on the adult's file".
std::string worded(std::string about_a_child, Whom);
std::string worded(std::string about_a_child, const Pack&);

}  // namespace policy
