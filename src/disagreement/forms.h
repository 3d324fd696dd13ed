// Which parts of a form are for whom.
#pragma once
#include "disagreement/acting.h"

namespace disagreement {

/// The sections this post may fill in: its own as things stand, and its side's where it still owes the form.
std::vector<const policy::Section*> own_sections(const policy::Form&, const State&, const Setting&, const Duties&,
                                                 const Acting&);

/// One of several sections of which exactly one applies.
bool is_alternative(const policy::Form&, const std::string& section);

/// A field as it is asked in its section: only where that one is.
policy::Field asked_in(const policy::Section&, policy::Field);

}  // namespace disagreement
