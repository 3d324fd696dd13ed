// The bank holidays of the three jurisdictions, from rules: no table of a feed, no state, no look at a clock.
#pragma once
#include <optional>
#include <string_view>

#include "calendar/edition.h"

namespace calendar {

enum class Nation { EnglandAndWales, Scotland, NorthernIreland };
inline constexpr Nation nations[] = {Nation::EnglandAndWales, Nation::Scotland, Nation::NorthernIreland};

struct BankHoliday {
    std::string_view title;
    bool substitute = false;  // the day itself fell on a weekend
    bool operator==(const BankHoliday&) const = default;
};

/// Known from first_holiday_year to last_year; nothing outside.
std::optional<BankHoliday> find_bank_holiday(Nation, Date);

}  // namespace calendar
