// Questions that go with every action, whatever else it asks.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

std::vector<policy::Field> common_fields();

}  // namespace disagreement
