#include "disagreement/moving.h"

#include <algorithm>

namespace disagreement {
namespace {

using H = Happening;

std::string mapped(const StageMap& stages, const std::string& key) {
    const auto found = stages.find(key);
    return found == stages.end() ? key : found->second;
}

class Places {
public:
    Places(const State& state, const policy::Pack& to, const StageMap& stages)
        : state_(state), to_(to), stages_(stages) {}

    base::Findings missing() && {
        stages();
        words();
        papers();
        return std::move(findings_);
    }

private:
    void wrong(const std::string& what, const std::string& hint) {
        base::Finding finding{{}, what, hint, {}};
        if (std::ranges::find(findings_, finding) == findings_.end()) findings_.push_back(std::move(finding));
    }

    void stages() {
        const auto ladder = policy::ladder(to_, state_.route);
        if (!state_.route.empty() && !policy::find_route(to_, state_.route))
            wrong("its route '" + state_.route + "' has no place in the new edition", "keep the key of the route");
        for (const auto& visit : state_.visits) {
            const auto key = mapped(stages_, visit.stage);
            if (std::ranges::find(ladder, key, [](const auto* stage) { return stage->key; }) != ladder.end()) continue;
            wrong("stage '" + visit.stage + "' has no place in the new edition",
                  "say which stage it is there, as in " + visit.stage + "=NEW");
        }
        for (const auto& [from, to] : stages_) {
            if (!policy::find_stage(to_, to)) wrong("the new edition has no stage '" + to + "'", "name one that it has");
        }
    }

    void in_list(const std::string& kind, const std::string& word, const policy::WordList& list) {
        const bool free = word.empty() || list.open || list.words.empty() || word == "another" || word == "none";
        if (free || std::ranges::find(list.words, word, &policy::Word::key) != list.words.end()) return;
        wrong("its " + kind + " '" + word + "' has no place in the new edition", "keep the word in the list, or let the list be open");
    }

    void words() {
        const auto& scope = to_.scope;
        in_list("standing", state_.standing, scope.standings);
        in_list("topic", state_.topic, scope.topics);
        in_list("kind of issue", state_.kind, scope.kinds);
        in_list("subject", state_.subject, scope.subjects);
        in_list("concern", state_.concern, scope.concerns);
        in_list("decision", state_.disputed, scope.decisions);
        if (!state_.priority.empty()) in_list("priority", state_.priority, {to_.priorities.words, false, {}});
        for (const auto& [role, post] : state_.roles) {
            if (!policy::find_role(to_, role)) wrong("the role '" + role + "' has no place in the new edition", "keep the role");
        }
    }

    void papers() {
        for (const auto& [event, visit] : state_.history) {
            const auto& key = event.fact.key;
            switch (event.fact.happening) {
                case H::FormSubmitted:
                    if (!policy::find_form(to_, key)) wrong("the form '" + key + "' has no place in the new edition", "keep the form");
                    break;
                case H::Convened:
                case H::Held:
                    if (!policy::find_meeting(to_, key)) wrong("the meeting '" + key + "' has no place in the new edition", "keep the meeting");
                    break;
                case H::StepTaken:
                    if (!policy::find_step(to_, key)) wrong("the step '" + key + "' has no place in the new edition", "keep the step");
                    break;
                default: break;
            }
        }
    }

    const State& state_;
    const policy::Pack& to_;
    const StageMap& stages_;
    base::Findings findings_;
};

Event move_event(const std::string& what, const Author& by, Moment now, const std::string& why) {
    Event event{.fact = {H::Moved, what}, .happened_at = now, .recorded_at = now, .by = by};
    event.sealed.push_back({"why", policy::Privacy::Narrative, why});
    return event;
}

}  // namespace

base::Findings no_place(const State& state, const policy::Pack& to, const StageMap& stages) {
    return Places(state, to, stages).missing();
}

tl::expected<Event, base::Findings> moved_to(const State& state, const policy::Pack& to, const StageMap& stages,
                                             const Author& by, Moment now, const std::string& why) {
    if (auto missing = no_place(state, to, stages); !missing.empty()) return tl::unexpected(std::move(missing));
    Event event = move_event("edition", by, now, why);
    event.open.set("policy", to.identity.key);
    event.open.set("edition", to.identity.edition);
    for (const auto& [from, key] : stages) event.open.set("stage:" + from, key);
    return event;
}

Event moved_to_calendar(const Author& by, Moment now, const std::string& why) {
    return move_event("calendar", by, now, why);
}

}  // namespace disagreement
