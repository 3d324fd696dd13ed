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

std::optional<calendar::Due> counted(const policy::Clock& span, const std::optional<Moment>& start, const DateQuery& query) {
    if (!start) return std::nullopt;
    const auto convention = span.convention.value_or(query.pack.identity.convention);
    auto due = calendar::due(*start, span.limit, convention, query.calendar);
    return due ? std::optional(std::move(*due)) : std::nullopt;
}

std::optional<Moment> date_that_was_set(const std::string& key, const DateQuery& query) {
    const auto found = query.state.dates.find(key);
    if (found == query.state.dates.end()) return std::nullopt;
    return moment_of(found->second, query.calendar.zone, calendar::start_of_day);
}

}  // namespace

std::optional<Moment> start_at_facts(const policy::Clock& clock, const State& state,
                                     const std::function<bool(std::size_t)>& counts) {
    std::optional<Moment> first, last;
    for (const auto& fact : clock.from) {
        std::optional<Moment> happened;
        for (std::size_t i = 0; i < state.history.size() && !happened; ++i) {
            const auto& event = state.history[i].event;
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
        const auto start = span.from_date.empty() ? start_at_facts(span, query.state, [](std::size_t) { return true; })
                                                  : date_that_was_set(span.from_date, query);
        auto end = counted(span, start, query);
        if (end) end->because.push_back({end->date, true, "no later than: " + date.title});
        return end;
    }
    const auto found = query.state.dates.find(date.key);
    if (found == query.state.dates.end()) return std::nullopt;
    const auto& zone = query.calendar.zone;
    const auto at = moment_of(found->second, zone, calendar::end_of_day);
    if (!at) return std::nullopt;
    const auto day = calendar::local_date(*at, zone);
    const bool whole_day = found->second.size() <= 10;
    return calendar::Due{*at, day, whole_day, {{day, true, "no later than: " + date.title}}, false};
}

std::optional<calendar::Due> end_of_span(const policy::Clock& span, const DateQuery& query) {
    if (!span.from_date.empty()) return counted(span, start_at_date(span.from_date, query), query);
    std::optional<Moment> start;
    for (const auto& entry : query.state.history) {
        const bool named = std::ranges::any_of(
            span.from, [&](const auto& fact) { return names(fact, entry.event); });
        if (named) start = entry.event.happened_at;
    }
    return counted(span, start, query);
}

}  // namespace disagreement
