// Which days an edition counts, made ready for counting many of them.
#pragma once
#include <span>
#include <string>

#include "calendar/bank_holidays.h"

namespace calendar {

/// The nations whose bank holidays close days under this key; nothing for a key that does not exist.
std::optional<std::span<const Nation>> find_nations(std::string_view key);

class WorkingDays {
public:
    /// The edition outlives this, and has one of the five keys.
    explicit WorkingDays(const Edition&);

    bool works(Date);
    /// Why a day does not count: "Saturday", "Christmas Day", "training day"; empty on a working day.
    std::string why_not(Date);

    /// Deadlines start and end within these days.
    Date earliest() const;
    static constexpr Date latest() { return std::chrono::year{last_year} / 12 / 31; }

    /// Whether a day was asked for that no announcement covers yet.
    bool relied_on_rules() const { return !nations_.empty() && last_asked_ > announced_until; }

    const Edition& edition() const { return edition_; }

private:
    bool is_bank_holiday(Date) const;
    std::string bank_holiday(Date) const;

    const Edition& edition_;
    std::span<const Nation> nations_;
    Date last_asked_ = Date::min();
};

}  // namespace calendar
