// What is owed, by whom, by when and why, as JSON; with what this person can do about it.
#pragma once
#include "app/read.h"
#include "json/json.h"

namespace api {

json::Array duties_json(const app::View&);

}  // namespace api
