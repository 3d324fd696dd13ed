#include "app/json_forms.h"

#include "base/ensure.h"
#include "calendar/local_time.h"

namespace app::forms {
namespace {

constexpr unsigned days_in_week = 7;

json::Value windows(const calendar::Edition& edition) {
    json::Array week;
    for (const auto& day : edition.hours) {
        json::Array open;
        for (const auto& window : day) {
            open.emplace_back(json::Array{json::Value(std::int64_t{window.from.count()}),
                                          json::Value(std::int64_t{window.to.count()})});
        }
        week.emplace_back(std::move(open));
    }
    return week;
}

}  // namespace

json::Value moment(base::Moment at) {
    return calendar::to_iso(at);
}

base::Moment to_moment(const json::Value& value) {
    const auto at = calendar::parse_moment(value.get_string(), "UTC");
    base::ensure(at.has_value(), "a stored moment can be read");
    return *at;
}

json::Value date(calendar::Date day) {
    return calendar::to_iso(day);
}

calendar::Date to_date(const json::Value& value) {
    const auto day = calendar::parse_date(value.get_string());
    base::ensure(day.has_value(), "a stored date can be read");
    return *day;
}

json::Value dates(const std::set<calendar::Date>& days) {
    json::Array array;
    for (const auto day : days) array.push_back(date(day));
    return array;
}

std::set<calendar::Date> to_dates(const json::Value& value) {
    std::set<calendar::Date> days;
    for (const auto& day : value.get_array()) days.insert(to_date(day));
    return days;
}

std::vector<std::string> to_words(const json::Value& value) {
    std::vector<std::string> all;
    for (const auto& word : value.get_array()) all.push_back(word.get_string());
    return all;
}

json::Value parsed(const std::string& text) {
    auto value = json::parse(text, {.bytes_max = 8 * 1024 * 1024});
    base::ensure(value.has_value(), "a stored open part is JSON");
    return std::move(*value);
}

std::string text_of(const json::Value& object, std::string_view key) {
    const auto* value = object.find(key);
    return value ? value->get_string() : std::string{};
}

void set_text(json::Object& object, const std::string& key, const std::string& text) {
    if (!text.empty()) object.set(key, text);
}

json::Value edition(const calendar::Edition& edition) {
    json::Object closed;
    for (const auto& [day, why] : edition.closed) closed.set(calendar::to_iso(day), why);
    json::Array weekend;
    for (unsigned day = 0; day < days_in_week; ++day) {
        if (edition.weekend.contains(std::chrono::weekday{day})) weekend.emplace_back(static_cast<int>(day));
    }
    return json::Object()
        .set("key", edition.key)
        .set("zone", edition.zone)
        .set("closed", std::move(closed))
        .set("reopened", dates(edition.reopened))
        .set("weekend", std::move(weekend))
        .set("hours", windows(edition));
}

calendar::Edition to_edition(const json::Value& value) {
    calendar::Edition edition{.key = value.at("key").get_string()};
    edition.zone = value.at("zone").get_string();
    for (const auto& [day, why] : value.at("closed").get_object())
        edition.closed[to_date(day)] = why.get_string();
    edition.reopened = to_dates(value.at("reopened"));
    edition.weekend = {};
    for (const auto& day : value.at("weekend").get_array()) {
        edition.weekend.insert(std::chrono::weekday{static_cast<unsigned>(day.get_int())});
    }
    std::size_t at = 0;
    for (const auto& day : value.at("hours").get_array()) {
        for (const auto& window : day.get_array()) {
            const auto& ends = window.get_array();
            edition.hours.at(at).push_back(
                {std::chrono::seconds(ends.at(0).get_int()), std::chrono::seconds(ends.at(1).get_int())});
        }
        ++at;
    }
    return edition;
}

}  // namespace app::forms
