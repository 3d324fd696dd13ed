// Asking for due dates in tests: short words in, the date and the strip as text out.
#pragma once
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "calendar/local_time.h"

namespace asking {

using namespace calendar;

inline Edition edition(std::string key) {
    return Edition{std::move(key)};
}

inline Edition office_hours(std::string key) {
    Edition edition{std::move(key)};
    for (unsigned day = 1; day <= 5; ++day)
        edition.hours[day] = {{std::chrono::hours{9}, std::chrono::hours{17}}};
    return edition;
}

/// "2026-11-19" is the start of that day; or a local time, or with Z or an offset.
inline base::Moment moment(std::string_view text, const std::string& zone) {
    if (text.size() == 10) return start_of_day(*parse_date(text), zone);
    const auto parsed = parse_moment(text, zone);
    REQUIRE_MESSAGE(parsed.has_value(), std::string(text));
    return *parsed;
}

inline base::Result<Due> ask(std::string_view start, std::string_view limit, const Counting& counting,
                             const Edition& edition) {
    const auto parsed = parse_limit(limit);
    REQUIRE_MESSAGE(parsed.has_value(), std::string(limit));
    return due(moment(start, edition.zone), *parsed, counting, edition);
}

/// The due date, or local date and time; a refusal's rule where there is none.
inline std::string date_of(const base::Result<Due>& due, const Edition& edition) {
    if (!due) return due.error().rule;
    CHECK(due->date == local_date(due->at, edition.zone));
    CHECK_FALSE(due->because.empty());
    for (const auto& reason : due->because) CHECK_FALSE(reason.why.empty());
    if (due->date_only) CHECK(due->at == end_of_day(due->date, edition.zone));
    return due->date_only ? to_iso(due->date) : to_iso_local(due->at, edition.zone);
}

inline std::string when(std::string_view start, std::string_view limit, const Counting& counting,
                        const Edition& edition) {
    return date_of(ask(start, limit, counting, edition), edition);
}

inline std::string when(std::string_view start, std::string_view limit, Convention convention,
                        const Edition& edition = asking::edition("england-and-wales")) {
    return when(start, limit, Counting{convention}, edition);
}

/// One line for each row: "2026-12-25 - Christmas Day", with + for a day that is counted.
inline std::string strip(const base::Result<Due>& due) {
    REQUIRE(due.has_value());
    std::string text;
    for (const auto& reason : due->because) {
        text += to_iso(reason.date) + (reason.counted ? " + " : " - ") + reason.why + "\n";
    }
    return text;
}

}  // namespace asking
