#include "calendar/open_hours.h"

#include <algorithm>

#include "calendar/local_time.h"

namespace calendar {
namespace {

using std::chrono::weekday;

std::optional<weekday> find_weekday(std::string_view name) {
    constexpr std::array<std::string_view, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
    for (unsigned i = 0; i < names.size(); ++i) {
        if (name == names[i] || name == names[i].substr(0, 3)) return weekday{i};
    }
    return std::nullopt;
}

base::Refusal no(std::string_view text, const std::string& why) {
    return {"bad_hours", "'" + std::string(text) + "' " + why, {}, {}};
}

}  // namespace

std::vector<weekday> parse_weekdays(std::string_view text) {
    const auto dash = text.find('-');
    const auto first = find_weekday(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : find_weekday(text.substr(dash + 1));
    if (!first || !last) return {};
    std::vector<weekday> days{*first};
    while (days.back() != *last) days.push_back(days.back() + std::chrono::days{1});
    return days;
}

std::optional<base::Refusal> add_open_hours(OpenHours& hours, std::string_view text) {
    const auto space = text.find(' ');
    const auto days = parse_weekdays(text.substr(0, space));
    const auto times = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    const auto dash = times.find('-');
    if (days.empty() || dash == std::string_view::npos)
        return no(text, "does not say when; write days and times, as in mon-fri 09:00-17:00");
    const auto from = parse_time_of_day(times.substr(0, dash));
    const auto to = parse_time_of_day(times.substr(dash + 1));
    if (!from || !to || *from >= *to)
        return no(text, "has no time from which to which it is open; write it as in mon-fri 09:00-17:00");
    for (const auto day : days) {
        auto& windows = hours[day.c_encoding()];
        const auto overlaps = [&](const Window& other) { return *from < other.to && other.from < *to; };
        if (std::ranges::any_of(windows, overlaps)) return no(text, "overlaps hours given before; give each once");
        windows.push_back({*from, *to});
        std::ranges::sort(windows, {}, &Window::from);
    }
    return std::nullopt;
}

}  // namespace calendar
