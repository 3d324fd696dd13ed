// Whose decision it is: who stands opposite comes first, with the reason; further agencies are behind a line.
#pragma once
#include "web/raising.h"
#include "web/sheet.h"

namespace web {

Html other_side(const RaisingSoFar&, const policy::Field&, const Filling&);

/// Where the partnership has no other agency: who can add one.
Html nobody_on_the_other_side(const Raising&);

}  // namespace web
