// The strip of days that explains a date, as it grows.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "calendar/edition.h"

namespace calendar {

class Strip {
public:
    void counted(Date day, std::string why) { rows_.push_back({day, true, std::move(why)}); }
    void skipped(Date day, std::string why) { rows_.push_back({day, false, std::move(why)}); }
    /// As `skipped`, unless the strip tells of that day already: a start or an end that moved over it.
    void skipped_once(Date day, std::string why);

    bool empty() const { return rows_.empty(); }
    Reason& last() { return rows_.back(); }
    std::vector<Reason> rows() && { return std::move(rows_); }

private:
    std::vector<Reason> rows_;
};

}  // namespace calendar
