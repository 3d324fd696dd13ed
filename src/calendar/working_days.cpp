#include "calendar/working_days.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"

namespace calendar {

namespace {

constexpr std::string_view weekday_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};

std::string_view name_of(Nation nation) {
    switch (nation) {
        case Nation::EnglandAndWales: return "England and Wales";
        case Nation::Scotland: return "Scotland";
        case Nation::NorthernIreland: return "Northern Ireland";
    }
    return {};
}

}  // namespace

std::optional<std::span<const Nation>> find_nations(std::string_view key) {
    constexpr std::span<const Nation> all = nations;
    if (key == "england-and-wales") return all.subspan(0, 1);
    if (key == "scotland") return all.subspan(1, 1);
    if (key == "northern-ireland") return all.subspan(2, 1);
    if (key == "uk-any") return all;
    if (key == "none") return all.subspan(0, 0);
    return std::nullopt;
}

WorkingDays::WorkingDays(const Edition& edition) : edition_(edition) {
    const auto nations = find_nations(edition.key);
    base::ensure(nations.has_value(), "the calendar has one of the five keys");
    nations_ = *nations;
}

bool WorkingDays::works(Date day) {
    last_asked_ = std::max(last_asked_, day);
    if (!edition_.reopened.empty() && edition_.reopened.contains(day)) return true;
    if (edition_.weekend.contains(std::chrono::weekday{day})) return false;
    if (!edition_.closed.empty() && edition_.closed.contains(day)) return false;
    return !is_bank_holiday(day);
}

std::string WorkingDays::why_not(Date day) {
    if (works(day)) return {};
    const std::chrono::weekday weekday{day};
    if (edition_.weekend.contains(weekday)) return std::string(weekday_names[weekday.c_encoding()]);
    auto why = bank_holiday(day);
    if (!why.empty()) return why;
    const auto& words = edition_.closed.at(day);
    return words.empty() ? "closed day" : words;
}

Date WorkingDays::earliest() const {
    return std::chrono::year{nations_.empty() ? first_year : first_holiday_year} / 1 / 1;
}

bool WorkingDays::is_bank_holiday(Date day) const {
    return std::ranges::any_of(nations_,
                               [day](Nation nation) { return find_bank_holiday(nation, day).has_value(); });
}

std::string WorkingDays::bank_holiday(Date day) const {
    std::string why;
    std::vector<std::string> where;
    for (const Nation nation : nations_) {
        const auto holiday = find_bank_holiday(nation, day);
        if (!holiday) continue;
        if (why.empty()) {
            why = holiday->title;
            if (holiday->substitute) why += ", substitute day";
        }
        where.emplace_back(name_of(nation));
    }
    if (why.empty()) return why;
    if (where.size() < nations_.size()) why += " (" + base::join(where, ", ") + ")";
    if (day > announced_until) why += " (from rules)";
    return why;
}

}  // namespace calendar
