// A set of days of the week.
#pragma once
#include <chrono>
#include <initializer_list>

namespace calendar {

class Weekdays {
public:
    constexpr Weekdays() = default;
    constexpr Weekdays(std::initializer_list<std::chrono::weekday> days) {
        for (const auto day : days) insert(day);
    }

    static constexpr Weekdays saturday_and_sunday() { return {std::chrono::Saturday, std::chrono::Sunday}; }

    constexpr bool contains(std::chrono::weekday day) const { return (bits_ >> day.c_encoding() & 1U) != 0; }
    constexpr void insert(std::chrono::weekday day) { bits_ |= 1U << day.c_encoding(); }
    constexpr bool is_whole_week() const { return bits_ == 0b111'1111U; }

    constexpr bool operator==(const Weekdays&) const = default;

private:
    unsigned bits_ = 0;
};

}  // namespace calendar
