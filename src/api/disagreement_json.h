// A disagreement, an entry of its history and a row of a list as JSON: what a person may see, and no more.
#pragma once
#include "app/lists.h"
#include "app/read.h"
#include "json/json.h"

namespace api {

json::Value to_json(const app::View&);
json::Value to_json(const app::Entry&, const app::View&);
json::Value to_json(const app::Row&);
json::Value to_json(const app::Listed&);

/// One that may be done now, with where to send it.
json::Value to_json(const disagreement::Permitted&, const app::View&);

/// The ETag of a revision.
std::string tag_of(store::Revision);

}  // namespace api
