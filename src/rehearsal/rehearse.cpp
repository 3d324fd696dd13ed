#include "rehearsal/rehearse.h"

#include "base/text.h"
#include "calendar/local_time.h"
#include "disagreement/telling.h"
#include "rehearsal/check_answers.h"
#include "rehearsal/check_scenario.h"
#include "rehearsal/expectations.h"
#include "rehearsal/stage_manager.h"

#include <algorithm>

namespace rehearsal {
namespace {

using disagreement::Duties;
using disagreement::Event;

/// One scenario under way.
class Performance {
public:
    Performance(const Scenario& scenario, const Cast& cast, const policy::Pack& pack, Restart restart)
        : scenario_(scenario), cast_(cast), pack_(pack), restart_(restart) {
        calendar_.key = pack.identity.calendar;
        calendar_.hours = pack.identity.hours;
        calendar_.closed = cast.closed;
        calendar_.meetings = cast.meetings;
    }

    Rehearsal play() {
        for (const auto& finding : check_scenario(scenario_, cast_, pack_)) fail(finding.where, finding.what, finding.hint);
        if (!result_.failures.empty()) return std::move(result_);
        for (const auto& step : scenario_.steps) {
            if (!take(step)) break;
        }
        result_.events = events_;
        return std::move(result_);
    }

private:
    Duties duties_now() const { return disagreement::duties(state_, pack_, calendar_, now_); }

    Setting setting() const { return {pack_, calendar_, cast_.directory, now_, {}, family_words_}; }

    void fail(const base::Place& place, const std::string& what, const std::string& hint = {}) {
        result_.failures.push_back({place, "\"" + scenario_.title + "\": " + what, hint, {}});
    }

    void record(const disagreement::Events& events) {
        const State before = state_;
        const Duties duties_before = duties_now();
        for (const auto& event : events) {
            state_ = disagreement::evolve(std::move(state_), event);
            result_.log.back().events.push_back(policy::to_word(event.fact));
            remember_family(event);
            events_.push_back(event);
            for (auto& sealed : events_.back().sealed) sealed.plain.clear();
        }
        const auto told = disagreement::tellings(before, duties_before, state_, duties_now(), pack_);
        result_.log.back().told = told;
        told_.insert(told_.end(), told.begin(), told.end());
    }

    /// What forms without child details must not hold.
    void remember_family(const Event& event) {
        for (const auto& sealed : event.sealed) {
            if (sealed.privacy != policy::Privacy::Identity || sealed.plain.empty() || sealed.plain == "As told") continue;
            family_words_.push_back(sealed.plain);
            for (const auto& part : base::split(sealed.plain, ' ')) {
                if (part.size() > 2) family_words_.push_back(part);
            }
        }
    }

    /// The first date to pass before `until` that is not recorded yet.
    std::optional<disagreement::Duty> next_to_expire(base::Moment until, const std::set<std::string>& refused) const {
        std::optional<disagreement::Duty> next;
        for (const auto& duty : duties_now()) {
            const bool counts = disagreement::is_open(duty) && !duty.optional && duty.due && duty.due->at < until;
            if (!counts || refused.contains(duty.id) || is_recorded(duty.id)) continue;
            if (!next || duty.due->at < next->due->at) next = duty;
        }
        return next;
    }

    bool is_recorded(const std::string& duty) const {
        return std::ranges::any_of(state_.history, [&](const auto& recorded) {
            return recorded.event.fact == policy::Fact{policy::Happening::Breached, duty};
        });
    }

    /// What the service does by itself: each date is recorded when it passes, and what follows from that has its own dates.
    void let_time_pass(base::Moment until) {
        Actor service;
        service.system = true;
        std::set<std::string> refused;
        while (const auto duty = next_to_expire(until, refused)) {
            now_ = std::max(now_, std::min(until, duty->due->at + std::chrono::seconds{1}));
            Command command{.id = "expire " + duty->id, .action = disagreement::Action::Expire};
            command.answers.set("about", duty->id);
            const auto events = disagreement::decide(state_, command, setting(), service);
            if (!events) {
                refused.insert(duty->id);
                continue;
            }
            result_.log.push_back({.heading = readable(calendar::to_iso_local(now_, calendar_.zone)) + " a date has passed"});
            record(*events);
        }
        now_ = until;
    }

    static std::string readable(std::string iso) {
        iso[10] = ' ';
        return iso;
    }

    bool take(const Step& step) {
        told_.clear();
        let_time_pass(*calendar::parse_moment(step.at, calendar_.zone));
        std::vector<std::string> heading{readable(step.at)};
        for (const auto& word : {step.who, step.does, step.about}) {
            if (!word.empty()) heading.push_back(word);
        }
        result_.log.push_back({.heading = base::join(heading, " ")});
        const auto revision = disagreement::revision(state_);
        const bool taken = step.does.empty() || act(step);
        if (taken) check_whole(step);
        note(step, revision);
        if (taken && step.expect) check(*step.expect);
        return result_.failures.empty();
    }

    /// How things stand after a step.
    void note(const Step& step, std::size_t revision_before) {
        auto& log = result_.log.back();
        for (auto& duty : duties_now()) {
            if (disagreement::is_open(duty) || duty.ended > revision_before) log.duties.push_back(std::move(duty));
        }
        log.whose = step.expect && !step.expect->for_whom.empty() ? step.expect->for_whom : step.who;
        if (!log.whose.empty()) log.permissions = disagreement::permitted(state_, setting(), actor_of(log.whose, cast_));
    }

    bool act(const Step& step) {
        const std::string id = step.id.empty() ? std::to_string(++steps_) : step.id;
        if (step.again) return true;   // the same id twice is one effect; that it is the same has been checked
        const Actor actor = actor_of(step.who, cast_);
        const Command command = command_of(step, state_, setting(), actor, id);
        for (const auto& finding : check_answers_of(step, command, state_, setting())) fail(finding.where, finding.what, finding.hint);
        if (!result_.failures.empty()) return false;
        const auto decision = disagreement::decide(state_, command, setting(), actor);
        if (!decision) return refused(step, command, decision.error());
        if (step.refused) {
            const auto& says = step.refused->says;
            return fail(step.refused->written.place, quoted(step.does) + " should have been refused" + (says.empty() ? "" : ": " + says) + "; it was done"), false;
        }
        record(*decision);
        return true;
    }

    static std::string quoted(const std::string& word) { return "'" + word + "'"; }

    bool refused(const Step& step, const Command& command, const base::Refusal& refusal) {
        result_.log.back().refusal = refusal.why;
        const bool unknown = refusal.rule == "answer_unknown";
        const bool meant = step.refused && (step.refused->field == refusal.field || !step.refused->says.empty());
        if (unknown && !meant) {
            fail(step.written.at("with/" + refusal.field), quoted(step.does) + " does not ask " + quoted(refusal.field),
                 hint_for_answer(refusal.field, command, state_, setting()));
            return false;
        }
        if (!step.refused) {
            fail(step.written.at("does"), quoted(step.does) + " was refused: " + refusal.why + (refusal.field.empty() ? "" : " [" + refusal.field + "]") +
                                 (refusal.clause.empty() ? "" : " [clause " + refusal.clause + "]"));
            return false;
        }
        compare(*step.refused, refusal);
        return true;
    }

    void compare(const ExpectedRefusal& expected, const base::Refusal& refusal) {
        const bool says = base::lower(refusal.why).find(base::lower(expected.says)) != std::string::npos || refusal.field == expected.says;
        const std::string words = ": it says \"" + refusal.why + "\"";
        if (!says) fail(expected.written.at("says"), "it was refused for another reason" + words);
        if (!expected.clause.empty() && expected.clause != refusal.clause) {
            fail(expected.written.at("clause"), (refusal.clause.empty() ? std::string("the refusal cites no clause") : "the refusal cites clause " + quoted(refusal.clause)) + words);
        }
        if (!expected.field.empty() && expected.field != refusal.field) {
            fail(expected.written.at("field"), (refusal.field.empty() ? std::string("the refusal is about no answer") : "the refusal is about " + quoted(refusal.field)) + words);
        }
    }

    /// What holds of every disagreement at every step, whatever the policy.
    void check_whole(const Step& step) {
        using disagreement::Phase;
        const bool running = state_.phase == Phase::Open || state_.phase == Phase::Settled;
        const auto all = duties_now();
        const bool somebody = std::ranges::any_of(all, [](const auto& duty) {
            return disagreement::is_open(duty) && !duty.optional && !duty.owner.get().empty();
        });
        if (running && !somebody) fail(step.written.place, "nobody owes anything any more");
        if (restart_ == Restart::EveryStep) {
            const State again = disagreement::replay(events_);
            if (!(again == state_)) fail(step.written.place, "replaying the history gives another state");
            if (disagreement::duties(again, pack_, calendar_, now_) != all) fail(step.written.place, "replaying the history gives other duties");
            state_ = again;
        }
    }

    void check(const Expectation& expect) {
        const auto& permissions = result_.log.back().permissions;
        for (const auto& [place, what] : differences(expect, state_, duties_now(), permissions, told_, calendar_.zone)) fail(place, what);
    }

    const Scenario& scenario_;
    const Cast& cast_;
    const policy::Pack& pack_;
    Restart restart_;
    calendar::Edition calendar_;
    base::Moment now_{};
    State state_;
    disagreement::Events events_;
    std::vector<std::string> family_words_;
    std::vector<disagreement::Telling> told_;    // since the step before
    int steps_ = 0;
    Rehearsal result_;
};

}  // namespace

Rehearsal rehearse(const Scenario& scenario, const Cast& cast, const policy::Pack& pack, Restart restart) {
    return Performance(scenario, cast, pack, restart).play();
}

}  // namespace rehearsal
