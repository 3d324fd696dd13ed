// Going up: to the next stage, one further up the line, straight to a higher stage, or back in.
#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/fulfilment.h"
#include "disagreement/stages.h"
#include "disagreement/steps.h"

#include <algorithm>

namespace disagreement {
namespace {

using H = Happening;

/// Answers that belong to the stage being opened, not to the reason for leaving the one before.
bool is_about_opening(const std::string& name) {
    static const std::set<std::string> names{"safe_now", "protection", "target_date", "raising_post", "receiving_posts"};
    return names.contains(name);
}

Event leaving(const Request& request, H happening, const std::string& key) {
    Event event = event_of(request, happening, key);
    std::erase_if(event.open.values, [](const auto& answer) { return is_about_opening(answer.first); });
    std::erase_if(event.sealed, [](const auto& answer) { return is_about_opening(answer.name); });
    return event;
}

/// "No answer" may only be said of a time at which an answer was due and had not come.
std::optional<base::Refusal> too_early(const Request& request) {
    const auto& all = request.duties;
    const Duty* awaited = nullptr;
    for (const auto& duty : all) {
        if (!is_open(duty) || duty.side != Side::Receiving || !duty.due) continue;
        if (duty.due->at < request.happened_at) return {};
        if (!awaited || duty.due->at < awaited->due->at) awaited = &duty;
    }
    if (!awaited) return refuse("not_yet_overdue", "no answer is overdue: say that it has not been settled instead", "reason");
    return refuse("not_yet_overdue", "an answer is not due before the end of " + calendar::in_words(awaited->due->date) +
                  ": say that it has not been settled, if you know that", "reason", awaited->source.clause);
}

}  // namespace

Decision then_open(const Request& request, Events so_far, const policy::Stage& stage, bool one_up) {
    State state = request.state;
    for (const auto& event : so_far) state = evolve(std::move(state), event);
    const auto seats = one_up ? SeatsAt::OneUp : SeatsAt::Tier;
    auto opened = open_stage(stage, state, request.setting, request.command.answers, author(request),
                             request.happened_at, seats);
    if (!opened) return tl::unexpected(opened.error());
    so_far.push_back(std::move(*opened));
    add_protection(so_far, request);
    return so_far;
}

void add_protection(Events& events, const Request& request) {
    const auto& answers = request.command.answers;
    if (answers.text("protection").empty()) return;
    Event safety{.fact = {H::ProtectionRecorded, {}}, .happened_at = request.happened_at,
                 .recorded_at = request.setting.now, .by = author(request)};
    safety.open.set("safe_now", answers.text("safe_now"));
    safety.sealed.push_back({"protection", policy::Privacy::Narrative, answers.text("protection")});
    events.push_back(std::move(safety));
}

Decision decide_withdraw(const Request& request) {
    Events events;
    add_protection(events, request);
    events.push_back(leaving(request, H::Withdrawn, {}));
    return events;
}

Decision decide_escalate(const Request& request) {
    const std::string& reason = request.command.answers.text("reason");
    if (reason == "no-answer") {
        if (auto no = too_early(request)) return tl::unexpected(*no);
    }
    const auto* stage = stage_now(request.state, request.setting.pack);
    const auto* next = stage ? policy::find_next(request.setting.pack, request.state.route, stage->key) : nullptr;
    if (!next) {
        Events unsettled{leaving(request, H::Escalated, "top")};
        add_protection(unsettled, request);
        return unsettled;
    }
    return then_open(request, {leaving(request, H::Escalated, reason)}, *next, false);
}

Decision decide_up_the_line(const Request& request) {
    return then_open(request, {leaving(request, H::WentUpTheLine, {})}, *stage_now(request.state, request.setting.pack), true);
}

Decision decide_jump(const Request& request) {
    if (request.about.empty()) return tl::unexpected(refuse("answer_missing", "Select the stage to go to", "about"));
    const auto* stage = policy::find_stage(request.setting.pack, request.about);
    return then_open(request, {leaving(request, H::Escalated, "jump")}, *stage, false);
}

Decision decide_policy_issue(const Request& request) {
    const auto* stage = find_though_settled(request.setting.pack);
    auto events = then_open(request, {leaving(request, H::Escalated, "policy-issues")}, *stage, false);
    if (!events) return events;
    for (auto& event : *events) {
        if (event.fact.happening == H::StageOpened) event.open.set("though_settled", "yes");
    }
    return events;
}

Decision decide_reopen(const Request& request) {
    return then_open(request, {leaving(request, H::Reopened, {})}, *stage_now(request.state, request.setting.pack), false);
}

Decision decide_take_back(const Request& request) {
    return then_open(request, {leaving(request, H::Returned, {})}, *stage_now(request.state, request.setting.pack), false);
}

Decision then_next_stage(const Request& request, Events so_far) {
    const Duty& duty = *find_duty(request.duties, request.about);
    const auto* stage = stage_now(request.state, request.setting.pack);
    const bool here = find_visit(request.state) &&
                      request.state.history[trigger_of(duty) - 1].visit + 1 == static_cast<int>(request.state.visits.size());
    if (duty.silence != policy::Silence::NextStage || !here) return so_far;
    const auto* next = stage ? policy::find_next(request.setting.pack, request.state.route, stage->key) : nullptr;
    if (!next) return so_far;
    // It goes up when the limit ends, whenever that is noticed: a service that stood still moves no date.
    Request at_end = request;
    at_end.happened_at = duty.due->at;
    Events events = so_far;
    events.push_back({.fact = {H::Escalated, "silence"}, .happened_at = at_end.happened_at,
                      .recorded_at = request.setting.now, .by = author(request)});
    auto opened = then_open(at_end, std::move(events), *next, false);
    return opened ? opened : Decision(std::move(so_far));
}

}  // namespace disagreement
