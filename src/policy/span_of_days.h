// How long a limit can take by the calendar, at the least and at the most.
#pragma once
#include "calendar/limit.h"

#include <optional>

namespace policy {

/// Days of the calendar from start to end, whatever the convention and wherever the days off fall.
struct SpanOfDays {
    double least = 0;
    double most = 0;
};

/// Nothing where it cannot be said: office hours, meetings, words.
std::optional<SpanOfDays> find_span(const calendar::Limit&);

/// True only where one is longer than the other by any reading; limits of one unit by their number.
bool is_surely_longer(const calendar::Limit&, const calendar::Limit& than);

}  // namespace policy
