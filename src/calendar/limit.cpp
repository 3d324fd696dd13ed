#include "calendar/limit.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <span>

#include "base/text.h"

namespace calendar {

namespace {

template <class T>
struct Named {
    T value;
    std::string_view name;
};

constexpr Named<Unit> unit_names[] = {
    {Unit::WorkingDay, "working_day"},
    {Unit::CalendarDay, "calendar_day"},
    {Unit::Week, "week"},
    {Unit::Month, "month"},
    {Unit::Hour, "hour"},
    {Unit::WorkingHour, "working_hour"},
    {Unit::WorkingMinute, "working_minute"},
    {Unit::SameDay, "same_day"},
    {Unit::SameWorkingDay, "same_working_day"},
    {Unit::NextMeeting, "next_meeting"},
    {Unit::AsAgreed, "as_agreed"},
    {Unit::SetForTheCase, "set_for_the_case"},
    {Unit::InWords, "in_words"},
    {Unit::NoneStated, "none_stated"},
};

/// The units that take a number, as people write them in the singular.
constexpr Named<Unit> counted_words[] = {
    {Unit::WorkingDay, "working day"},
    {Unit::CalendarDay, "calendar day"},
    {Unit::Week, "week"},
    {Unit::Month, "month"},
    {Unit::Hour, "hour"},
    {Unit::WorkingHour, "working hour"},
    {Unit::WorkingMinute, "working minute"},
};

constexpr Named<Unit> uncounted_words[] = {
    {Unit::SameDay, "same day"},       {Unit::SameWorkingDay, "same working day"},
    {Unit::AsAgreed, "as agreed"},     {Unit::SetForTheCase, "set for the case"},
    {Unit::NoneStated, "none stated"},
};

constexpr std::string_view meeting_words = "next meeting of ";
constexpr std::string_view in_words_words = "in words:";

constexpr Named<Convention> convention_names[] = {
    {Convention::NextWorkingDayIsDayOne, "next_working_day_is_day_one"},
    {Convention::RollStartForward, "roll_start_forward"},
    {Convention::RollStartBackward, "roll_start_backward"},
    {Convention::StartIsDayOne, "start_is_day_one"},
    {Convention::DayAfterStartIsDayOne, "day_after_start_is_day_one"},
    {Convention::CorrespondingDate, "corresponding_date"},
    {Convention::Elapsed, "elapsed"},
    {Convention::WallClock, "wall_clock"},
    {Convention::ClockRunsInHours, "clock_runs_in_hours"},
};

template <class T>
std::string_view name_of(T value, std::span<const Named<T>> names) {
    for (const auto& named : names) {
        if (named.value == value) return named.name;
    }
    return {};
}

template <class T>
std::optional<T> find_named(std::string_view name, std::span<const Named<T>> names) {
    for (const auto& named : names) {
        if (named.name == name) return named.value;
    }
    return std::nullopt;
}

template <class T>
std::string hint_for(std::string_view word, std::span<const Named<T>> names) {
    std::vector<std::string> known;
    for (const auto& named : names) known.emplace_back(named.name);
    const auto near = base::nearest(word, known);
    return near.empty() ? "it is one of " + base::join(known, ", ") : "did you mean '" + near + "'?";
}

tl::unexpected<base::Refusal> not_a_limit(std::string why) {
    return tl::unexpected(base::Refusal{"not_a_limit", std::move(why)});
}

/// What came from elsewhere and looks right on the screen: a no-break space, a fraction.
std::optional<tl::unexpected<base::Refusal>> find_cause(std::string_view text, std::string_view words) {
    if (text.find("\xC2\xA0") != std::string_view::npos || text.find("\xE2\x80\xAF") != std::string_view::npos) {
        return base::refused("not_a_limit", fmt::format("'{}' holds a no-break space, as word processors write it", text),
                             "type the spaces again");
    }
    const auto digit_at = [&](std::size_t at) { return at < words.size() && words[at] >= '0' && words[at] <= '9'; };
    const auto point = words.find_first_of(".,");
    if (point != std::string_view::npos && point > 0 && digit_at(point - 1) && digit_at(point + 1)) {
        return base::refused("not_a_limit", fmt::format("'{}' is a fraction", text),
                             "a limit is a whole number, and part of a day can be said in working hours");
    }
    return std::nullopt;
}

base::Result<Limit> parse_counted(std::string_view text, std::string_view digits, std::string_view words) {
    Limit limit;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), limit.n);
    if (error != std::errc{} || end != digits.data() + digits.size() || limit.n < -n_max || limit.n > n_max) {
        return not_a_limit(
            fmt::format("'{}' has no usable number: whole numbers up to {} in digits", text, n_max));
    }
    if (words.empty()) {
        return not_a_limit(
            fmt::format("'{}' has no unit: say '{} working days' or '{} hours'", text, limit.n, limit.n));
    }
    if (words == "day" || words == "days") {
        return not_a_limit(
            fmt::format("'{}' leaves open which days count: say working days or calendar days", text));
    }
    const auto singular = words.ends_with('s') ? words.substr(0, words.size() - 1) : words;
    const auto unit = find_named<Unit>(singular, counted_words);
    if (!unit) {
        return not_a_limit(
            fmt::format("'{}' is no unit: {}", words, hint_for<Unit>(singular, counted_words)));
    }
    limit.unit = *unit;
    return limit;
}

}  // namespace

base::Result<Limit> parse_limit(std::string_view given) {
    const auto text = base::trimmed(given);
    const auto words = base::lower(text);
    if (words.empty()) return not_a_limit("the limit is empty: say '5 working days', or 'none stated'");
    if (words.size() > 200) return not_a_limit("the limit is longer than 200 characters");
    if (const auto unit = find_named<Unit>(words, uncounted_words)) return Limit{0, *unit};
    for (const auto [unit, opening] :
         {Named<Unit>{Unit::NextMeeting, meeting_words}, Named<Unit>{Unit::InWords, in_words_words}}) {
        if (!words.starts_with(opening)) continue;
        auto rest = base::trimmed(std::string_view(text).substr(opening.size()));
        if (rest.empty()) break;
        return Limit{0, unit, std::move(rest)};
    }
    if (auto cause = find_cause(text, words)) return std::move(*cause);
    const std::size_t sign = words.starts_with('-') ? 1 : 0;
    const auto digits_end = words.find_first_not_of("0123456789", sign);
    if (digits_end == sign) {
        return not_a_limit(
            fmt::format("'{}' is not a limit: say '5 working days', '48 hours', 'same working day', "
                        "'as agreed', 'set for the case', 'none stated' or 'in words: …'",
                        text));
    }
    const auto digits = std::string_view(words).substr(0, digits_end);
    return parse_counted(text, digits, base::trimmed(std::string_view(words).substr(digits.size())));
}

std::string to_text(const Limit& limit) {
    if (limit.unit == Unit::NextMeeting) return std::string(meeting_words) + limit.words;
    if (limit.unit == Unit::InWords) return std::string(in_words_words) + " " + limit.words;
    const auto uncounted = name_of<Unit>(limit.unit, uncounted_words);
    if (!uncounted.empty()) return std::string(uncounted);
    return fmt::format("{} {}{}", limit.n, name_of<Unit>(limit.unit, counted_words),
                       limit.n == 1 || limit.n == -1 ? "" : "s");
}

base::Result<Convention> parse_convention(std::string_view name) {
    if (const auto convention = find_named<Convention>(name, convention_names)) return *convention;
    return tl::unexpected(
        base::Refusal{"unknown_convention", fmt::format("'{}' is no convention: {}", base::shortened(name, 64),
                                                        hint_for<Convention>(name, convention_names))});
}

std::string_view to_text(Convention convention) {
    return name_of<Convention>(convention, convention_names);
}

base::Result<Unit> parse_unit(std::string_view name) {
    constexpr auto counted = std::span(unit_names).first(std::size(counted_words));
    if (const auto unit = find_named<Unit>(name, counted)) return *unit;
    return tl::unexpected(base::Refusal{"unknown_unit", fmt::format("'{}' is no unit: {}", base::shortened(name, 64),
                                                                    hint_for<Unit>(name, counted))});
}

std::string_view to_text(Unit unit) {
    return name_of<Unit>(unit, unit_names);
}

bool is_dated(const Limit& limit) {
    switch (limit.unit) {
        case Unit::NextMeeting:
        case Unit::AsAgreed:
        case Unit::SetForTheCase:
        case Unit::InWords:
        case Unit::NoneStated: return false;
        case Unit::Hour:
        case Unit::WorkingHour:
        case Unit::WorkingMinute:
        case Unit::SameDay:
        case Unit::SameWorkingDay:
        case Unit::WorkingDay:
        case Unit::CalendarDay:
        case Unit::Week:
        case Unit::Month: return true;
    }
    return false;
}

std::vector<Convention> conventions_for(Unit unit) {
    using enum Convention;
    switch (unit) {
        case Unit::WorkingDay:
            return {NextWorkingDayIsDayOne, RollStartForward, RollStartBackward, StartIsDayOne};
        case Unit::CalendarDay:
            return {DayAfterStartIsDayOne, StartIsDayOne, RollStartForward, RollStartBackward};
        case Unit::Week:
            return {DayAfterStartIsDayOne, StartIsDayOne, CorrespondingDate, RollStartForward,
                    RollStartBackward};
        case Unit::Month: return {CorrespondingDate, RollStartForward, RollStartBackward};
        case Unit::Hour: return {Elapsed, WallClock};
        case Unit::WorkingHour:
        case Unit::WorkingMinute: return {ClockRunsInHours};
        case Unit::SameDay:
        case Unit::SameWorkingDay:
        case Unit::NextMeeting:
        case Unit::AsAgreed:
        case Unit::SetForTheCase:
        case Unit::InWords:
        case Unit::NoneStated: return {};
    }
    return {};
}

base::Result<Convention> fitting(Convention convention, Unit unit) {
    const auto fit = conventions_for(unit);
    if (fit.empty()) return convention;
    std::vector<std::string> names;
    for (const auto one : fit) {
        if (one == convention) return convention;
        names.emplace_back(to_text(one));
    }
    return base::refused("convention_does_not_fit",
                         fmt::format("{} does not fit the unit {}", to_text(convention), to_text(unit)),
                         (names.size() == 1 ? "this does: " : "these do: ") + base::join(names, ", "));
}

}  // namespace calendar
