#include "disagreement/dates.h"

#include "calendar/local_time.h"
#include "disagreement/fulfilment.h"

#include <algorithm>

namespace disagreement {
namespace {

/// What people set, as a moment: the time they stated, or what `day` makes of the day.
template <class Day>
std::optional<Moment> moment_of(const std::string& text, const std::string& zone, Day day) {
    if (const auto date = calendar::parse_date(text)) return day(*date, zone);
    const auto local = calendar::parse_local_time(text);
    if (!local) return std::nullopt;
    const auto moments = calendar::moments_of(*local, zone);
    return moments.empty() ? std::nullopt : std::optional(moments.front());
}

std::optional<calendar::Due> end_of(const policy::Clock& span, const std::optional<Moment>& start, const DateQuery& query) {
    return start ? counted(span.limit, span.convention, *start, query) : std::nullopt;
}

/// What people set last, as far as it is known: on raising, or since. Empty where nobody has.
std::string text_of(const std::string& key, const DateQuery& query) {
    for (std::size_t i = query.known; i-- > 0;) {
        const auto& event = query.state.history[i].event;
        if (event.fact == policy::Fact{Happening::DateSet, key} && event.open.yes("named")) return event.open.text("date");
        if (event.fact.happening == Happening::Raised) return event.open.text("date:" + key);
    }
    return {};
}

std::optional<Moment> date_that_was_set(const std::string& key, const DateQuery& query) {
    return moment_of(text_of(key, query), query.calendar.zone, calendar::start_of_day);
}

}  // namespace

std::optional<calendar::Due> counted(const calendar::Limit& limit, const std::optional<calendar::Convention>& convention,
                                     Moment start, const DateQuery& query) {
    auto end = calendar::due(start, limit, convention.value_or(query.pack.identity.convention), query.calendar);
    if (end) return std::move(*end);
    if (end.error().rule != "clock_change") return std::nullopt;
    end = calendar::due(start, limit, calendar::Convention::Elapsed, query.calendar);
    if (!end) return std::nullopt;
    end->because.back().why += "; the clocks change: hours of real time";
    return std::move(*end);
}

std::optional<Moment> start_at_facts(const policy::Clock& clock, const DateQuery& query,
                                     const std::function<bool(std::size_t)>& counts) {
    std::optional<Moment> first, last;
    for (const auto& fact : clock.from) {
        std::optional<Moment> happened;
        for (std::size_t i = 0; i < query.known && !happened; ++i) {
            const auto& event = query.state.history[i].event;
            if (names(fact, event) && counts(i)) happened = event.happened_at;
        }
        if (!happened && clock.from_last) return std::nullopt;
        if (!happened) continue;
        first = first ? std::min(*first, *happened) : happened;
        last = last ? std::max(*last, *happened) : happened;
    }
    return clock.from_last ? last : first;
}

std::optional<Moment> start_at_date(const std::string& key, const DateQuery& query) {
    const auto* date = policy::find_date(query.pack, key);
    if (!date) return std::nullopt;
    if (!date->counted) return date_that_was_set(key, query);
    const auto end = end_at_date(*date, query);
    return end ? std::optional(end->at) : std::nullopt;
}

std::optional<calendar::Due> end_at_date(const policy::NamedDate& date, const DateQuery& query) {
    if (date.counted) {
        const auto& span = *date.counted;
        const auto start = span.from_date.empty() ? start_at_facts(span, query, [](std::size_t) { return true; })
                                                  : date_that_was_set(span.from_date, query);
        auto end = end_of(span, start, query);
        if (end) end->because.push_back({end->date, true, "no later than: " + date.title});
        return end;
    }
    const auto text = text_of(date.key, query);
    const auto& zone = query.calendar.zone;
    const auto at = moment_of(text, zone, calendar::end_of_day);
    if (!at) return std::nullopt;
    const auto day = calendar::local_date(*at, zone);
    const bool whole_day = text.size() <= 10;
    return calendar::Due{*at, day, whole_day, {{day, true, "no later than: " + date.title}}, false};
}

std::optional<calendar::Due> end_of_span(const policy::Clock& span, const DateQuery& query) {
    if (!span.from_date.empty()) return end_of(span, start_at_date(span.from_date, query), query);
    std::optional<Moment> start;
    for (std::size_t i = 0; i < query.known; ++i) {
        const auto& entry = query.state.history[i];
        const bool named = std::ranges::any_of(
            span.from, [&](const auto& fact) { return names(fact, entry.event); });
        if (named) start = entry.event.happened_at;
    }
    return end_of(span, start, query);
}

}  // namespace disagreement
