#include "calendar/local_time.h"

#include <fmt/format.h>

#include <optional>

#include "base/ensure.h"
#include "base/text.h"
#include "calendar/zone.h"

namespace calendar {

namespace {

using base::refused;

using namespace std::chrono;

constexpr std::string_view month_names[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
constexpr std::string_view day_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                          "Thursday", "Friday", "Saturday"};

Zone get_zone(const std::string& name) {
    const auto zone = Zone::find(name);
    base::ensure(zone.has_value(), "the time zone exists");
    return *zone;
}

/// The user's own words, cut where they are long.
std::string quoted(std::string_view text) {
    return fmt::format("'{}'", base::shortened(text, 40));
}

/// Exactly two or four digits from `at` on.
std::optional<int> find_number(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(at, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

constexpr int year_least = 1900;

std::optional<seconds> find_offset(std::string_view text) {
    if (text == "Z") return seconds{0};
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    const auto hour = find_number(text, 1, 2), minute = find_number(text, 4, 2);
    if (!hour || !minute || *hour > 14 || *minute > 59) return std::nullopt;
    const seconds offset = hours{*hour} + minutes{*minute};
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

bool is_zone(std::string_view name) {
    return Zone::find(name).has_value();
}

Date local_date(base::Moment at, const std::string& zone) {
    return get_zone(zone).day_of(at);
}

LocalTime local_time(base::Moment at, const std::string& zone) {
    return get_zone(zone).local(at);
}

base::Moment start_of_day(Date day, const std::string& zone) {
    return get_zone(zone).start_of(day);
}

base::Moment end_of_day(Date day, const std::string& zone) {
    return get_zone(zone).start_of(day + days{1}) - seconds{1};
}

base::Moment moment_at(Date day, seconds after_midnight, const std::string& zone) {
    const Zone rules = get_zone(zone);
    const LocalTime wanted = LocalTime{day.time_since_epoch()} + after_midnight;
    const auto moments = rules.moments_of(wanted);
    if (!moments.empty()) return moments.front();
    // In the gap: no offset is as long as a day.
    return rules.stretch_at(base::Moment{wanted.time_since_epoch()} - hours{24}).end;
}

std::vector<base::Moment> moments_of(LocalTime time, const std::string& zone) {
    return get_zone(zone).moments_of(time);
}

Stretch stretch_at(base::Moment at, const std::string& zone) {
    return get_zone(zone).stretch_at(at);
}

base::Result<Date> parse_date(std::string_view text) {
    const auto y = find_number(text, 0, 4), m = find_number(text, 5, 2), d = find_number(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !y || !m || !d) {
        return refused("not_a_date", fmt::format("{} is not a date: write it as 2026-11-19", quoted(text)));
    }
    if (*y < year_least || *y > last_year) {
        return refused("out_of_bounds", fmt::format("the year {} is out of bounds: {} to {}",
                                                    text.substr(0, 4), year_least, last_year));
    }
    if (*m < 1 || *m > 12)
        return refused("not_a_date", fmt::format("{} is not a date: there is no month {}", quoted(text), *m));
    const year_month_day date = year{*y} / *m / *d;
    if (!date.ok()) {
        return refused("not_a_date", fmt::format("{} is not a date: there is no {} {} {}", quoted(text), *d,
                                                 month_names[*m - 1], *y));
    }
    return Date{date};
}

base::Result<TimeOfDay> parse_time_of_day(std::string_view text) {
    const auto h = find_number(text, 0, 2), m = find_number(text, 3, 2);
    const auto s = text.size() == 5 ? std::optional(0) : find_number(text, 6, 2);
    const bool shaped = (text.size() == 5 || (text.size() == 8 && text[5] == ':')) && text[2] == ':';
    if (!shaped || !h || !m || !s) {
        return refused("not_a_time", fmt::format("{} is not a time of day: write it as 09:30", quoted(text)));
    }
    const TimeOfDay time = hours{*h} + minutes{*m} + seconds{*s};
    if (*m > 59 || *s > 59 || time > hours{24}) {
        return refused("not_a_time",
                       fmt::format("{} is not a time of day: there is no such time", quoted(text)));
    }
    return time;
}

base::Result<LocalTime> parse_local_time(std::string_view text) {
    const auto refuse = [&](std::string_view why) {
        return refused("not_a_time", fmt::format("{} is not a local date and time: {}", quoted(text), why));
    };
    if (text.size() > 10 && text[10] != 'T') return refuse("write a T between them, as in 2026-11-19T14:30");
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return tl::unexpected(date.error());
    if (text.size() < 11) return refuse("the time is missing; write it as 2026-11-19T14:30");
    const auto time = parse_time_of_day(text.substr(11));
    if (!time) return refuse("write it as 2026-11-19T14:30, without a zone");
    if (*time == hours{24}) return refuse("for 24:00 write 00:00 of the next day");
    return LocalTime{date->time_since_epoch() + *time};
}

base::Result<base::Moment> parse_moment(std::string_view text, const std::string& zone) {
    const auto zone_at = text.find_first_of("Z+-", std::min<std::size_t>(text.size(), 11));
    const auto time = parse_local_time(text.substr(0, zone_at));
    if (!time) return tl::unexpected(time.error());
    if (zone_at != std::string_view::npos) {
        const auto offset = find_offset(text.substr(zone_at));
        if (!offset)
            return refused("not_a_time",
                           fmt::format("{} ends in no offset: write Z or +01:00", quoted(text)));
        return base::Moment{time->time_since_epoch()} - *offset;
    }
    const auto moments = moments_of(*time, zone);
    if (moments.size() == 1) return moments.front();
    return refused("clock_change",
                   fmt::format("{} {} in {}: the clocks change; give the moment with Z or an offset", text,
                               moments.empty() ? "does not exist" : "occurs twice", zone));
}

std::string to_iso(Date date) {
    const year_month_day parts{date};
    std::string text = "0000-00-00";
    const auto put = [&text](std::size_t at, unsigned number) {
        for (; number > 0; number /= 10) text[at--] = static_cast<char>('0' + number % 10);
    };
    put(3, static_cast<unsigned>(static_cast<int>(parts.year())));
    put(6, static_cast<unsigned>(parts.month()));
    put(9, static_cast<unsigned>(parts.day()));
    return text;
}

std::string to_iso(base::Moment at) {
    const auto day = floor<days>(at);
    const hh_mm_ss time{at - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string to_iso_local(base::Moment at, const std::string& zone) {
    const LocalTime local = local_time(at, zone);
    const auto day = floor<days>(local);
    return to_iso(Date{day.time_since_epoch()}) + "T" + to_text(local - day);
}

std::string to_text(TimeOfDay time) {
    const auto h = duration_cast<hours>(time).count();
    const auto m = duration_cast<minutes>(time).count() % 60;
    const auto s = time.count() % 60;
    return s == 0 ? fmt::format("{:02}:{:02}", h, m) : fmt::format("{:02}:{:02}:{:02}", h, m, s);
}

std::string in_words(Date date) {
    const year_month_day parts{date};
    return fmt::format("{} {} {} {}", day_names[weekday{date}.c_encoding()],
                       static_cast<unsigned>(parts.day()),
                       month_names[static_cast<unsigned>(parts.month()) - 1], static_cast<int>(parts.year()));
}

std::string in_words(base::Moment at, const std::string& zone) {
    const LocalTime local = local_time(at, zone);
    const auto day = floor<days>(local);
    const hh_mm_ss time{local - day};
    const auto h = time.hours().count(), m = time.minutes().count();
    const auto date = in_words(Date{day.time_since_epoch()});
    if (m == 0 && h == 0) return in_words(Date{day.time_since_epoch()} - days{1}) + " at the end of the day";
    if (m == 0 && h == 12) return date + " at midday";
    const auto clock = h % 12 == 0 ? 12 : h % 12;
    return m == 0 ? fmt::format("{} at {}{}", date, clock, h < 12 ? "am" : "pm")
                  : fmt::format("{} at {}:{:02}{}", date, clock, m, h < 12 ? "am" : "pm");
}

}  // namespace calendar
