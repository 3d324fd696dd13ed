#include <fmt/format.h>

#include "app/deadline_question.h"

namespace app {

namespace {

/// A pair of times, ["09:00", "17:00"] or {"from": "09:00", "to": "17:00"}, as the one text for both.
std::optional<std::string> find_pair(const json::Value& window) {
    const std::string *from = nullptr, *to = nullptr;
    if (const auto* list = window.if_array(); list != nullptr && list->size() == 2) {
        from = list->front().if_string();
        to = list->back().if_string();
    } else if (const auto* object = window.if_object(); object != nullptr && object->size() == 2) {
        if (const auto* value = object->find("from")) from = value->if_string();
        if (const auto* value = object->find("to")) to = value->if_string();
    }
    if (from == nullptr || to == nullptr || from->find('-') != std::string::npos ||
        to->find('-') != std::string::npos)
        return std::nullopt;
    return *from + "-" + *to;
}

/// A window is written as "09:00-17:00" or as a pair of times.
std::optional<std::string> find_window(const json::Value& window) {
    return window.if_string() != nullptr ? std::optional(window.get_string()) : find_pair(window);
}

/// One window, or a list of them; an empty list is a closed day.
std::optional<std::vector<std::string>> find_windows(const json::Value& value) {
    if (auto only = find_window(value)) return std::vector{std::move(*only)};
    const auto* list = value.if_array();
    if (list == nullptr) return std::nullopt;
    std::vector<std::string> windows;
    for (const auto& element : *list) {
        auto window = find_window(element);
        if (!window) return std::nullopt;
        windows.push_back(std::move(*window));
    }
    return windows;
}

std::vector<OpenDays> read_hours(const json::Value* hours, json::Faults& faults) {
    std::vector<OpenDays> open;
    if (hours == nullptr) return open;
    const auto* days = hours->if_object();
    if (days == nullptr) {
        faults.push_back({"/hours", fmt::format("must be an object of weekdays, not {}", hours->kind())});
        return open;
    }
    for (const auto& [day, value] : *days) {
        if (auto windows = find_windows(value)) {
            open.push_back({day, std::move(*windows)});
        } else {
            faults.push_back({json::pointer_to("/hours", day),
                              "must be windows, as in [\"09:00-12:30\", \"13:00-17:00\"]"});
        }
    }
    return open;
}

std::string names_of(const std::vector<calendar::Convention>& conventions) {
    std::string names;
    for (const auto one : conventions)
        names += (names.empty() ? "" : ", ") + std::string(calendar::to_text(one));
    return names;
}

calendar::Limit read_limit(json::Reader reader, json::Faults& faults) {
    calendar::Limit limit;
    limit.n = static_cast<int>(reader.get_int("n", -calendar::n_max, calendar::n_max));
    if (const auto name = reader.get_string("unit"); !name.empty()) {
        const auto unit = calendar::parse_unit(name);
        if (!unit)
            faults.push_back({"/limit/unit", unit.error().why});
        else if (*unit == calendar::Unit::Week)
            faults.push_back({"/limit/unit", "a week is 7 of calendar_day here"});
        else
            limit.unit = *unit;
    }
    reader.finish();
    return limit;
}

calendar::Convention read_convention(json::Reader& reader, calendar::Unit unit, json::Faults& faults) {
    if (reader.find_any("convention") == nullptr) {
        const auto fit = names_of(calendar::conventions_for(unit));
        faults.push_back(
            {"/convention", fit.empty() ? "is missing" : "is missing; these fit the unit: " + fit});
        return {};
    }
    const auto name = reader.find_string("convention");
    if (!name) return {};
    const auto convention = calendar::parse_convention(*name);
    if (!convention) faults.push_back({"/convention", convention.error().why});
    return convention.value_or(calendar::Convention{});
}

}  // namespace

DeadlineQuestion read_question(const json::Value& line, json::Faults& faults) {
    json::Reader reader(line, faults);
    if (line.if_object() == nullptr) return {};
    DeadlineWords words;
    reader.find_any("id");
    words.start = reader.find_string("start");
    words.start_utc = reader.find_string("start_utc");
    const auto limit = read_limit(reader.get_object("limit"), faults);
    const auto convention = read_convention(reader, limit.unit, faults);
    words.calendar = reader.get_string("calendar");
    words.extra_holidays = reader.find_strings("extra_holidays").value_or(std::vector<std::string>{});
    words.reopened_days = reader.find_strings("reopened_days").value_or(std::vector<std::string>{});
    words.weekend = reader.find_strings("weekend");
    words.roll_end = reader.find_string("roll_end");
    words.cutoff = reader.find_string("cutoff");
    words.at_close = reader.find_string("at_close");
    words.tz = reader.find_string("tz");
    words.hours = read_hours(reader.find_any("hours"), faults);
    reader.finish();
    if (!faults.empty()) return {};
    auto question = understand(words, faults);
    question.limit = limit;
    question.counting.convention = convention;
    return question;
}

}  // namespace app
