// Setting dates: named ones, those of duties, and by when an outstanding point is to be done.
#include "calendar/local_time.h"
#include "disagreement/dating.h"
#include "disagreement/owners.h"
#include "disagreement/steps.h"

#include <algorithm>

namespace disagreement {
namespace {

using H = Happening;
using No = std::optional<base::Refusal>;

/// A named date is what people say it is, with where they have it from.
Decision set_named_date(const Request& request, const policy::NamedDate& date) {
    Event event = event_of(request, H::DateSet, date.key);
    event.open.set("named", "yes");
    return Events{std::move(event)};
}

bool owed_here(const Duty& duty, const Acting& acting) {
    const bool among = duty.owner == acting.post || std::ranges::find(duty.or_by, acting.post) != duty.or_by.end();
    if (among || acting.side != duty.side) return among;
    return acting.side == Side::Raising || (acting.side == Side::Receiving && acting.agency == duty.agency);
}

/// The open duty of that rule or of that id: of several, the one that the acting side owes.
base::Result<const Duty*> duty_meant(const Request& request) {
    const std::string rule = request.about.empty() ? "settle" : request.about;
    std::vector<const Duty*> open, own;
    for (const auto& duty : request.duties) {
        const bool meant = duty.id == rule || duty.rule == rule;
        // A point has its date from an act of its own.
        if (!meant || !is_open(duty) || duty.what == policy::What::Pursue) continue;
        open.push_back(&duty);
        if (owed_here(duty, request.acting)) own.push_back(&duty);
    }
    if (open.empty()) return tl::unexpected(refuse("no_such_duty", "there is no open duty '" + rule + "' to set a date for", "about"));
    const auto& meant = own.empty() ? open : own;
    if (meant.size() == 1) return meant.front();
    return tl::unexpected(refuse("which_duty", "several duties of '" + rule + "' are open: name the one that is meant", "about"));
}

No past(const Request& request, calendar::Date date, const std::string& field) {
    if (date >= calendar::local_date(request.happened_at, request.setting.calendar.zone)) return {};
    return refuse("date_past", "the date must be today or later", field);
}

/// One side alone brings forward what it owes itself. To put a date back, or to hurry the others,
/// takes the word of both, or the partnership.
No alone(const Request& request, const Duty& duty, calendar::Date date) {
    if (request.command.answers.yes("accepted")) return {};
    const auto word = std::ranges::find(request.fields, "accepted", &policy::Field::name);
    const bool agreed_by_both = word != request.fields.end() && word->required;
    const bool sooner = !duty.due || date <= duty.due->date;
    const bool own = is_office(request.state, request.acting.post) || (sooner && owed_here(duty, request.acting));
    if (own && !agreed_by_both) return {};
    return refuse("not_accepted", "this date is for both sides: record it once the other side accepts it", "accepted",
                  duty.source.clause);
}

}  // namespace

Decision decide_meeting_agreed(const Request& request) {
    const auto on = *calendar::parse_date(request.command.answers.text("on"));
    if (auto no = past(request, on, "on")) return tl::unexpected(*no);
    return Events{event_of(request, H::MeetingAgreed)};
}

Decision decide_date(const Request& request) {
    if (const auto* named = policy::find_date(request.setting.pack, request.about)) return set_named_date(request, *named);
    const auto meant = duty_meant(request);
    if (!meant) return tl::unexpected(meant.error());
    const Duty& duty = **meant;
    const auto date = *calendar::parse_date(request.command.answers.text("date"));
    if (auto no = past(request, date, "date")) return tl::unexpected(*no);
    const auto limit = due_by_policy(duty, {request.state, request.setting.pack, request.setting.calendar, known_to(duty, request.state)});
    if (limit && date > limit->date) {
        return tl::unexpected(refuse("only_shorter", "the policy sets " + calendar::in_words(limit->date) +
                                     ": a date can be brought forward, not put back", "date", duty.source.clause));
    }
    if (auto no = alone(request, duty, date)) return tl::unexpected(*no);
    Event event = event_of(request, H::DateSet, duty.rule);
    if (duty.what != policy::What::Settle) event.open.set("duty", duty.id);
    return Events{std::move(event)};
}

Decision decide_replan(const Request& request) {
    const auto by = *calendar::parse_date(request.command.answers.text("by"));
    if (auto no = past(request, by, "by")) return tl::unexpected(*no);
    const auto owed = std::ranges::find(request.duties, request.about, &Duty::point);
    if (owed != request.duties.end()) {
        if (auto no = alone(request, *owed, by)) return tl::unexpected(*no);
    }
    return Events{event_of(request, H::PointReplanned, request.about)};
}

}  // namespace disagreement
