// The flowchart of a policy, a sheet for each ladder, as a picture that needs nothing else.
#pragma once
#include <string>

#include "policy/pack.h"

namespace diagram {

/// SVG for a sheet of A4, upright, or as many under one another as there are ladders that share no
/// stage: real text, a title and a description in words, colours that give way to the reader's own; no
/// script and nothing from elsewhere. The pack is given with the rules of the house. Throws LayoutFault
/// where Graphviz cannot be used.
std::string draw(const policy::Pack&);

}  // namespace diagram
