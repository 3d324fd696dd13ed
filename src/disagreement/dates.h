// The named dates of a policy as one disagreement has them, and the spans counted from them.
#pragma once
#include "calendar/edition.h"
#include "disagreement/state.h"
#include "policy/pack.h"

#include <functional>

namespace disagreement {

/// In the light of what a date is worked out.
struct DateQuery {
    const State& state;
    const policy::Pack& pack;
    const calendar::Edition& calendar;
    std::size_t known;                       // so many events of the history count
};

/// Where a limit ends, by the convention given or that of the pack; nothing where it has no date. Of a
/// clock on the wall that shows its end twice, or not at all, hours of real time count instead: nobody is
/// left without a date.
std::optional<calendar::Due> counted(const calendar::Limit&, const std::optional<calendar::Convention>&,
                                     Moment start, const DateQuery&);

/// The moment a clock starts that counts from a named date: the time stated, or the beginning of the
/// day; the end of a counted one. None yet where nobody has set it.
std::optional<Moment> start_at_date(const std::string& key, const DateQuery&);

/// The last moment that a named date leaves, with the reasons. None yet where it is not known.
std::optional<calendar::Due> end_at_date(const policy::NamedDate&, const DateQuery&);

/// The first of a clock's facts, or the last where it waits for all of them, among the events of the
/// history that count. None yet where that has not happened.
std::optional<Moment> start_at_facts(const policy::Clock&, const DateQuery&,
                                     const std::function<bool(std::size_t)>& counts);

/// Where a span of a need ends: its limit from the latest of its facts, or from its date.
std::optional<calendar::Due> end_of_span(const policy::Clock&, const DateQuery&);

}  // namespace disagreement
