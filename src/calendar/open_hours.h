// When offices are open, as people write it: "mon-fri 09:00-17:00".
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "calendar/edition.h"

namespace calendar {

/// Open windows by day of the week; [0] is Sunday.
using OpenHours = std::array<std::vector<Window>, 7>;

/// "mon", "monday" or "mon-fri": the days in order, across Sunday where need be. Nothing where it is none.
std::vector<std::chrono::weekday> parse_weekdays(std::string_view);

/// Adds "mon-fri 09:00-17:00" to what is open already. Refused: no such day, no times, windows that
/// overlap or run backwards.
std::optional<base::Refusal> add_open_hours(OpenHours&, std::string_view);

inline bool is_ever_open(const OpenHours& hours) {
    for (const auto& day : hours) {
        if (!day.empty()) return true;
    }
    return false;
}

}  // namespace calendar
