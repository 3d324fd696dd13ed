// Which parts of a form are for whom.
#pragma once
#include "disagreement/acting.h"

namespace disagreement {

/// The sections this post may fill in: its own as things stand, and its side's where it still owes the form.
std::vector<const policy::Section*> own_sections(const policy::Form&, const State&, const Setting&, const Duties&,
                                                 const Acting&);

/// One of several sections of which exactly one applies.
bool is_alternative(const policy::Form&, const std::string& section);

}  // namespace disagreement
