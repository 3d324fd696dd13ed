#include "policy/span_of_days.h"

namespace policy {

std::optional<SpanOfDays> find_span(const calendar::Limit& limit) {
    using enum calendar::Unit;
    const double n = limit.n;
    switch (limit.unit) {
        case Hour: return SpanOfDays{n / 24, n / 24};
        case SameDay: return SpanOfDays{0, 1};
        case SameWorkingDay: return SpanOfDays{0, 5};  // from the evening before a long Easter
        // The start may count or not, and the last day lasts until midnight. Two days off a week; no fortnight
        // of the year has more than four bank holidays beside.
        case WorkingDay: return SpanOfDays{n - 1, n + 2 * (n / 5 + 1) + 4 * (n / 10 + 1) + 1};
        case CalendarDay: return SpanOfDays{n - 1, n + 1};
        case Week: return SpanOfDays{7 * n - 1, 7 * n + 1};
        case Month: return SpanOfDays{28 * n - 1, 31 * n + 1};
        case WorkingHour:
        case WorkingMinute:
        case NextMeeting:
        case AsAgreed:
        case SetForTheCase:
        case InWords:
        case NoneStated: return std::nullopt;
    }
    return std::nullopt;
}

bool is_surely_longer(const calendar::Limit& limit, const calendar::Limit& than) {
    const bool counted = calendar::is_dated(limit) && calendar::is_dated(than);
    if (counted && limit.unit == than.unit) return limit.n > than.n;
    const auto one = find_span(limit), other = find_span(than);
    return one && other && one->least > other->most;
}

}  // namespace policy
