#include "calendar/edition.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "calendar/local_time.h"
#include "calendar/working_days.h"

namespace calendar {

namespace {

using std::chrono::days;
using std::chrono::hours;

std::optional<base::Refusal> find_bad_windows(std::vector<Window> windows) {
    std::ranges::sort(windows, {}, &Window::from);
    const auto text = [](const Window& window) { return to_text(window.from) + "-" + to_text(window.to); };
    const Window* before = nullptr;
    for (const Window& window : windows) {
        if (window.from < hours{0} || window.to > hours{24} || window.from >= window.to) {
            return base::Refusal{"bad_hours",
                                 fmt::format("the window {} does not open before it closes, within one "
                                             "day; cut one that passes midnight in two at 24:00",
                                             text(window))};
        }
        if (before != nullptr && before->to > window.from) {
            return base::Refusal{"bad_hours",
                                 fmt::format("the window {} overlaps {}", text(window), text(*before))};
        }
        before = &window;
    }
    return std::nullopt;
}

}  // namespace

std::optional<base::Refusal> find_fault(const Edition& edition) {
    const auto refused = [](std::string rule, std::string why) {
        return base::Refusal{std::move(rule), std::move(why)};
    };
    if (!find_nations(edition.key)) {
        return refused("unknown_calendar",
                       fmt::format("'{}' is no calendar: it is one of england-and-wales, scotland, "
                                   "northern-ireland, uk-any, none",
                                   base::shortened(edition.key, 64)));
    }
    if (!is_zone(edition.zone)) {
        return refused("unknown_zone", fmt::format("'{}' is no time zone: write it as Europe/London",
                                                   base::shortened(edition.zone, 64)));
    }
    for (const auto& [day, why] : edition.closed) {
        if (!edition.reopened.contains(day)) continue;
        return refused("closed_and_reopened",
                       to_iso(day) + " is both closed and re-opened: leave one of them out");
    }
    for (const auto& windows : edition.hours) {
        if (auto bad = find_bad_windows(windows)) return bad;
    }
    return std::nullopt;
}

std::optional<std::string> why_not_working(const Edition& edition, Date day) {
    auto why = WorkingDays(edition).why_not(day);
    return why.empty() ? std::nullopt : std::optional(std::move(why));
}

int working_days_between(const Edition& edition, Date from, Date to) {
    if (to < from) return -working_days_between(edition, to, from);
    WorkingDays working(edition);
    int count = 0;
    for (Date day = from + days{1}; day <= to; day += days{1}) count += working.works(day) ? 1 : 0;
    return count;
}

}  // namespace calendar
