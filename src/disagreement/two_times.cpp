// When something happened, against when it is entered.
#include "calendar/local_time.h"
#include "disagreement/steps.h"

#include <algorithm>

namespace disagreement {
namespace {

using H = Happening;

/// How a matter that is at no stage came to stand as it does.
std::string ending_in_words(H happening) {
    if (happening == H::Settled) return "it was settled";
    if (happening == H::Withdrawn) return "it was withdrawn";
    if (happening == H::HandedOver) return "it was handed over";
    if (happening == H::Closed) return "it was closed";
    return {};
}

std::optional<base::Refusal> before_its_stage(const State& state, Moment at) {
    if (const Visit* visit = find_visit(state)) {
        if (at >= visit->opened) return {};
        return refuse("before_its_stage", "it cannot have happened before this stage opened", "happened_at");
    }
    const auto ended = std::ranges::find_if(state.history.rbegin(), state.history.rend(), [](const Recorded& recorded) {
        return !ending_in_words(recorded.event.fact.happening).empty();
    });
    if (ended == state.history.rend() || at >= ended->event.happened_at) return {};
    return refuse("before_its_stage", "it cannot have happened before " + ending_in_words(ended->event.fact.happening), "happened_at");
}

}  // namespace

std::optional<base::Refusal> before_its_policy(const Setting& setting, Moment at) {
    const auto since = calendar::parse_date(setting.pack.identity.effective_from);
    if (!since || calendar::local_date(at, setting.calendar.zone) >= *since) return {};
    return refuse("before_its_policy", "this policy holds from " + calendar::in_words(*since) + ": nothing can be raised under it before", "happened_at");
}

std::optional<base::Refusal> wrong_time(const State& state, const Command& command, const Setting& setting) {
    const Moment at = command.happened_at.value_or(setting.now);
    if (at > setting.now) return refuse("in_the_future", "it cannot have happened later than now", "happened_at");
    if (auto no = before_its_stage(state, at)) return no;
    const auto& zone = setting.calendar.zone;
    const auto day = calendar::local_date(at, zone);
    if (command.action == Action::Raise) {
        if (auto no = before_its_policy(setting, at)) return no;
    }
    const int days = calendar::working_days_between(setting.calendar, day, calendar::local_date(setting.now, zone));
    if (days > 1 && command.answers.text("late_reason").empty()) {
        return refuse("late_reason_missing", "Enter why it is entered more than a working day after it happened", "late_reason");
    }
    return {};
}

}  // namespace disagreement
