// The flowchart of a policy on one page, as a picture that needs nothing else.
#pragma once
#include <string>

#include "policy/pack.h"

namespace diagram {

/// SVG for one sheet of A4, upright: real text, a title and a description in words, colours that give way
/// to the reader's own; no script and nothing from elsewhere. The pack is given with the rules of the
/// house. Throws LayoutFault where Graphviz cannot be used.
std::string draw(const policy::Pack&);

}  // namespace diagram
