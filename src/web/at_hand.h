// What somebody has to have before them while they act: what they answer, confirm, decide or add to.
#pragma once
#include "web/case.h"

namespace web {

/// Above the form of an action; empty where it answers nothing.
Html at_hand(const Case&, const disagreement::Permitted&);

}  // namespace web
