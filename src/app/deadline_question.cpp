#include "app/deadline_question.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "calendar/local_time.h"

namespace app {

namespace {

using calendar::Date;
using calendar::LocalTime;
using std::chrono::weekday;

/// Where understanding happens: a value, or a fault under the key that it was given for.
class Understanding {
public:
    Understanding(const DeadlineWords& words, json::Faults& faults) : words_(words), faults_(faults) {}

    DeadlineQuestion question() {
        DeadlineQuestion question;
        question.edition = edition();
        if (words_.roll_end) question.counting.roll_end = roll_end(*words_.roll_end);
        if (words_.at_close) question.counting.at_close = at_close(*words_.at_close);
        if (words_.cutoff) question.counting.cutoff = cutoff(*words_.cutoff);
        const auto fault = calendar::find_fault(question.edition);
        if (fault) wrong(pointer_of(fault->rule), fault->why);
        if (calendar::is_zone(question.edition.zone))
            read_start(question);
        else if (fault->rule != "unknown_zone")
            wrong("/tz", "is no time zone: write it as Europe/London");
        if (question.without_time)
            question.counting.cutoff.reset();  // a date alone comes before every cut-off
        return question;
    }

private:
    void wrong(std::string pointer, std::string message) {
        faults_.push_back({std::move(pointer), std::move(message)});
    }

    template <class T>
    std::optional<T> kept(std::string pointer, base::Result<T> result) {
        if (result) return std::move(*result);
        wrong(std::move(pointer), std::move(result.error().why));
        return std::nullopt;
    }

    static std::string pointer_of(std::string_view rule) {
        if (rule == "unknown_calendar") return "/calendar";
        if (rule == "unknown_zone") return "/tz";
        return rule == "bad_hours" ? "/hours" : "/reopened_days";
    }

    calendar::Edition edition() {
        calendar::Edition edition{words_.calendar};
        for (std::size_t i = 0; i < words_.extra_holidays.size(); ++i) {
            const auto day =
                kept(json::pointer_to("/extra_holidays", i), calendar::parse_date(words_.extra_holidays[i]));
            if (day) edition.closed.emplace(*day, "extra holiday");
        }
        for (std::size_t i = 0; i < words_.reopened_days.size(); ++i) {
            const auto day =
                kept(json::pointer_to("/reopened_days", i), calendar::parse_date(words_.reopened_days[i]));
            if (day) edition.reopened.insert(*day);
        }
        if (words_.weekend) {
            edition.weekend = {};
            for (std::size_t i = 0; i < words_.weekend->size(); ++i) {
                for (const auto day : days_named((*words_.weekend)[i], json::pointer_to("/weekend", i))) {
                    edition.weekend.insert(day);
                }
            }
        }
        if (words_.tz) edition.zone = *words_.tz;
        for (const auto& open : words_.hours) read_hours(open, edition);
        return edition;
    }

    void read_hours(const OpenDays& open, calendar::Edition& edition) {
        const auto pointer = json::pointer_to("/hours", open.days);
        const auto days = days_named(open.days, pointer);
        for (const auto& text : open.windows) {
            const auto window = window_named(text, pointer);
            for (const auto day : days) {
                if (window) edition.hours[day.c_encoding()].push_back(*window);
            }
        }
    }

    /// "mon", "monday" or "mon-fri"
    std::vector<weekday> days_named(const std::string& text, const std::string& pointer) {
        const auto dash = text.find('-');
        const auto first = find_weekday(std::string_view(text).substr(0, dash));
        const auto last =
            dash == std::string::npos ? first : find_weekday(std::string_view(text).substr(dash + 1));
        if (!first || !last) {
            wrong(pointer, fmt::format("'{}' is no day of the week: mon, tue, wed, thu, fri, sat, sun",
                                       text.size() > 40 ? std::string("this") : text));
            return {};
        }
        std::vector<weekday> days{*first};
        while (days.back() != *last) days.push_back(days.back() + std::chrono::days{1});
        return days;
    }

    static std::optional<weekday> find_weekday(std::string_view name) {
        constexpr std::string_view names[] = {"sunday",   "monday", "tuesday", "wednesday",
                                              "thursday", "friday", "saturday"};
        for (unsigned i = 0; i < 7; ++i) {
            if (name == names[i] || name == names[i].substr(0, 3)) return weekday{i};
        }
        return std::nullopt;
    }

    /// "09:00-17:00"
    std::optional<calendar::Window> window_named(const std::string& text, const std::string& pointer) {
        const auto dash = text.find('-');
        if (dash == std::string::npos) {
            wrong(pointer, "a window is two times with a dash between them, as in '09:00-17:00'");
            return std::nullopt;
        }
        const auto from = kept(pointer, calendar::parse_time_of_day(base::trimmed(text.substr(0, dash))));
        const auto to = kept(pointer, calendar::parse_time_of_day(base::trimmed(text.substr(dash + 1))));
        if (!from || !to) return std::nullopt;
        return calendar::Window{*from, *to};
    }

    calendar::RollEnd roll_end(const std::string& word) {
        if (word == "forward") return calendar::RollEnd::Forward;
        if (word == "backward") return calendar::RollEnd::Backward;
        if (word != "none") wrong("/roll_end", "must be none, forward or backward");
        return calendar::RollEnd::None;
    }

    calendar::AtClose at_close(const std::string& word) {
        if (word == "next_open") return calendar::AtClose::NextOpen;
        if (word != "close") wrong("/at_close", "must be close or next_open");
        return calendar::AtClose::Close;
    }

    std::optional<calendar::TimeOfDay> cutoff(const std::string& word) {
        auto time = kept("/cutoff", calendar::parse_time_of_day(word));
        if (time != std::chrono::hours{24}) return time;
        wrong("/cutoff", "24:00 is no cut-off: no start comes at or after it");
        return std::nullopt;
    }

    void read_start(DeadlineQuestion& question) {
        const auto& zone = question.edition.zone;
        const auto utc = words_.start_utc ? utc_start() : std::nullopt;
        if (words_.start_utc && !utc) return;
        if (!words_.start) {
            if (!utc) return wrong("/start", "is missing");
            question.start = *utc;
            return;
        }
        if (words_.start->size() == 10) {
            const auto day = kept("/start", calendar::parse_date(*words_.start));
            if (!day) return;
            question.without_time = !utc;
            question.start = utc.value_or(calendar::start_of_day(*day, zone));
            if (calendar::local_date(question.start, zone) != *day) disagree(zone);
            return;
        }
        const auto time = kept("/start", calendar::parse_local_time(*words_.start));
        if (!time) return;
        const auto moments = calendar::moments_of(*time, zone);
        if (utc) {
            const bool agrees = moments.empty() ? is_reading_of(*utc, *time, zone)
                                                : std::ranges::find(moments, *utc) != moments.end();
            if (!agrees) return disagree(zone);
            question.start = *utc;
        } else if (moments.size() == 1) {
            question.start = moments.front();
        } else {
            wrong("/start",
                  fmt::format("{} {} in {} because the clocks change: give start_utc", *words_.start,
                              moments.empty() ? "does not exist" : "occurs twice", zone));
        }
    }

    void disagree(const std::string& zone) {
        wrong("/start_utc", fmt::format("is not the start on the clocks of {}: correct one of them", zone));
    }

    std::optional<base::Moment> utc_start() {
        const std::string_view given = *words_.start_utc;
        std::string_view text = given;
        for (const std::string_view zone : {"Z", "+00:00"}) {
            if (text == given && text.ends_with(zone)) text.remove_suffix(zone.size());
        }
        const auto time = calendar::parse_local_time(text);
        if (time) return base::Moment{time->time_since_epoch()};
        wrong("/start_utc", "is not a moment in UTC: write it as 2026-10-25T00:30:00Z");
        return std::nullopt;
    }

    /// A time that the clocks skip can be meant by the clock before the change or by the one after it.
    static bool is_reading_of(base::Moment utc, LocalTime time, const std::string& zone) {
        const auto here = calendar::stretch_at(utc, zone);
        for (const auto at : {utc, here.begin - std::chrono::seconds{1}, here.end}) {
            const auto offset = calendar::stretch_at(at, zone).offset;
            if (base::Moment{time.time_since_epoch()} - offset == utc) return true;
        }
        return false;
    }

    const DeadlineWords& words_;
    json::Faults& faults_;
};

}  // namespace

DeadlineQuestion understand(const DeadlineWords& words, json::Faults& faults) {
    return Understanding(words, faults).question();
}

base::Result<calendar::Due> answer(const DeadlineQuestion& question) {
    auto due = calendar::due(question.start, question.limit, question.counting, question.edition);
    if (due && question.without_time && !due->date_only) {
        due->because.front().why += "; the start has no time, so it is the start of that day";
    }
    return due;
}

std::string due_text(const calendar::Due& due, const DeadlineQuestion& question) {
    return due.date_only ? calendar::to_iso(due.date) : calendar::to_iso_local(due.at, question.edition.zone);
}

}  // namespace app
