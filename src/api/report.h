// A register counted: what was opened and ended in a stretch of time, and how what is under way stands.
#pragma once
#include "app/lists.h"
#include "json/json.h"

namespace api {

/// Both days included.
struct Period {
    calendar::Date first;
    calendar::Date last;
};

/// Counts by topic, stage, pair of agencies, phase and lateness; never a single row.
json::Value report_json(const std::string& kind, const std::string& partnership, const Period&,
                        const std::vector<app::Row>&);

}  // namespace api
