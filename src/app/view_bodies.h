// The bodies of rows in lists: written by the projection, read by the lists.
#pragma once
#include "app/lists.h"
#include "json/json.h"

namespace app {

/// What every row of a disagreement says; the rest of a Row is for rows of one duty.
std::string to_body(const Row&);
/// How a body says that `key` is `word`: found in a body byte for byte, it says so.
std::string said_in_body(const std::string& key, const std::string& word);
/// `overdue` is for whoever knows what time it is.
Row to_row(const store::ViewRow&);

}  // namespace app
