#include "rehearsal/rehearse.h"

#include "base/text.h"
#include "calendar/local_time.h"
#include "disagreement/telling.h"
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
        for (const auto& step : scenario_.steps) {
            if (!take(step)) break;
        }
        result_.events = events_;
        return std::move(result_);
    }

private:
    Duties duties_now() const { return disagreement::duties(state_, pack_, calendar_, now_); }

    Setting setting() const { return {pack_, calendar_, cast_.directory, now_, {}, family_words_}; }

    void fail(const base::Place& place, const std::string& what) {
        result_.failures.push_back({place, "\"" + scenario_.title + "\": " + what, {}, {}});
    }

    void record(const disagreement::Events& events) {
        for (const auto& event : events) {
            state_ = disagreement::evolve(std::move(state_), event);
            result_.log.back().events.push_back(policy::to_word(event.fact));
            remember_family(event);
            events_.push_back(event);
            for (auto& sealed : events_.back().sealed) sealed.plain.clear();
        }
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

    /// What the worker would record: dates that have passed.
    void let_time_pass() {
        Actor worker;
        worker.system = true;
        for (const auto& duty : duties_now()) {
            if (!duty.overdue) continue;
            Command command{.id = "expire " + duty.id, .action = disagreement::Action::Expire};
            command.answers.set("about", duty.id);
            if (const auto events = disagreement::decide(state_, command, setting(), worker)) record(*events);
        }
    }

    bool take(const Step& step) {
        now_ = *calendar::parse_moment(step.at, calendar_.zone);
        result_.log.push_back({base::join({step.at, step.who, step.does}, " "), {}, {}, {}});
        if (state_.phase != disagreement::Phase::None) let_time_pass();
        const State before = state_;
        const Duties duties_before = duties_now();
        if (!step.does.empty() && !act(step)) return false;
        check_whole(step);
        const Duties after = duties_now();
        const auto told = disagreement::tellings(before, duties_before, state_, after, pack_);
        if (step.expect) check(step, after, told);
        return result_.failures.empty();
    }

    bool act(const Step& step) {
        if (!disagreement::parse_action(step.does)) return fail(step.place, "'" + step.does + "' is not an action"), false;
        const std::string id = step.id.empty() ? std::to_string(++steps_) : step.id;
        if (!step.id.empty() && !ids_.insert(step.id).second) return true;   // the same id twice is one effect
        const Actor actor = actor_of(step.who, cast_);
        const Command command = command_of(step, state_, setting(), actor, id);
        const auto decision = disagreement::decide(state_, command, setting(), actor);
        if (!decision) return refused(step, decision.error());
        if (step.refused) return fail(step.place, "it should have been refused: " + step.refused->says), false;
        record(*decision);
        for (const auto& allowed : disagreement::permitted(state_, setting(), actor).permitted) {
            result_.log.back().permitted.push_back(disagreement::to_word(allowed.action) + (allowed.key.empty() ? "" : " " + allowed.key));
        }
        return true;
    }

    bool refused(const Step& step, const base::Refusal& refusal) {
        result_.log.back().refusal = refusal.why;
        if (!step.refused) {
            fail(step.place, "'" + step.does + "' was refused: " + refusal.why + (refusal.field.empty() ? "" : " [" + refusal.field + "]") +
                                 (refusal.clause.empty() ? "" : " [clause " + refusal.clause + "]"));
            return false;
        }
        const auto& expected = *step.refused;
        const bool says = base::lower(refusal.why).find(base::lower(expected.says)) != std::string::npos || refusal.field == expected.says;
        if (!says) fail(expected.place, "it was refused for another reason: " + refusal.why);
        if (!expected.clause.empty() && expected.clause != refusal.clause) fail(expected.place, "the refusal cites clause '" + refusal.clause + "': " + refusal.why);
        if (!expected.field.empty() && expected.field != refusal.field) fail(expected.place, "the refusal is about '" + refusal.field + "': " + refusal.why);
        return true;
    }

    /// What holds of every disagreement at every step, whatever the policy.
    void check_whole(const Step& step) {
        using disagreement::Phase;
        const bool running = state_.phase == Phase::Open || state_.phase == Phase::Settled;
        const auto all = duties_now();
        const bool somebody = std::ranges::any_of(all, [](const auto& duty) {
            return disagreement::is_open(duty) && !duty.optional && !duty.owner.get().empty();
        });
        if (running && !somebody) fail(step.place, "nobody owes anything any more");
        if (restart_ == Restart::EveryStep) {
            const State again = disagreement::replay(events_);
            if (!(again == state_)) fail(step.place, "replaying the history gives another state");
            if (disagreement::duties(again, pack_, calendar_, now_) != all) fail(step.place, "replaying the history gives other duties");
            state_ = again;
        }
    }

    void check(const Step& step, const Duties& duties, const std::vector<disagreement::Telling>& told) {
        const Expectation& expect = *step.expect;
        const std::string whose = !expect.for_whom.empty() ? expect.for_whom : step.who;
        disagreement::Permissions permissions;
        if (!whose.empty()) permissions = disagreement::permitted(state_, setting(), actor_of(whose, cast_));
        for (const auto& [place, what] : differences(expect, state_, duties, permissions, told, calendar_.zone)) fail(place, what);
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
    std::set<std::string> ids_;
    int steps_ = 0;
    Rehearsal result_;
};

}  // namespace

Rehearsal rehearse(const Scenario& scenario, const Cast& cast, const policy::Pack& pack, Restart restart) {
    return Performance(scenario, cast, pack, restart).play();
}

}  // namespace rehearsal
