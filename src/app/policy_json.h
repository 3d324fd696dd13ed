// Policies and timetables as JSON, for programs.
#pragma once
#include "json/json.h"
#include "policy/describe.h"
#include "policy/pack.h"

namespace app {

json::Value as_json(const policy::Pack&);
json::Value as_json(const std::vector<policy::TimetableRow>&, const std::string& zone);

}  // namespace app
