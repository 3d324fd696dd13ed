#include "main/demo_days.h"

#include <charconv>

#include "base/ensure.h"
#include "base/text.h"
#include "calendar/local_time.h"

namespace program::demo {

calendar::Date Days::step(calendar::Date day, int n) const {
    const std::chrono::days one(n < 0 ? -1 : 1);
    for (int left = n < 0 ? -n : n; left > 0;) {
        day += one;
        if (!calendar::why_not_working(calendar_, day)) --left;
    }
    return day;
}

base::Moment Days::moment(const std::string& text) const {
    const auto words = base::split(text, ' ');
    base::ensure(words.size() == 2, "a step of the demo is at 'DAYS HH:MM'");
    int days = 0;
    const auto read = std::from_chars(words[0].data(), words[0].data() + words[0].size(), days);
    base::ensure(read.ec == std::errc{} && days > 0, "a step of the demo is before today");
    const auto moment =
        calendar::parse_moment(calendar::to_iso(before(days)) + "T" + words[1], calendar_.zone);
    base::ensure(moment.has_value(), "a step of the demo has a time of day");
    return *moment;
}

base::Moment Days::start_of(calendar::Date day) const {
    return calendar::start_of_day(day, calendar_.zone);
}

calendar::Date Days::day_of(base::Moment at) const {
    return calendar::local_date(at, calendar_.zone);
}

}  // namespace program::demo
