// Findings as JSON, for programs.
#pragma once
#include "base/finding.h"
#include "json/json.h"

namespace cli {

json::Value as_json(const base::Findings&);

}  // namespace cli
