// The people of a demo, each with a button that signs in as them.
#pragma once
#include "web/asked.h"
#include "web/sheet.h"

namespace web {

Html persona_list(const Asked&, const std::string& then);

}  // namespace web
