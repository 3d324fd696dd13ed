// Policies, timetables and findings as JSON, for programs.
#pragma once
#include "base/finding.h"
#include "json/json.h"
#include "policy/describe.h"
#include "policy/pack.h"

namespace cli {

json::Value as_json(const base::Findings&);
json::Value as_json(const policy::Pack&);
json::Value as_json(const std::vector<policy::TimetableRow>&, const std::string& zone);

}  // namespace cli
