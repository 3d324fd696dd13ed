// What holds along the whole ladder and has no box of its own: steps, needs, dates that all must fit inside.
#include "base/text.h"
#include "diagram/policy_chart.h"
#include "diagram/wording.h"
#include "policy/describe.h"
#include "policy/wording.h"
#include "policy/words.h"

#include <algorithm>

namespace diagram {
namespace {

bool asks_for(const policy::Condition& condition, const std::string& fact) {
    const bool asks = condition.ask == policy::Ask::Happened || condition.ask == policy::Ask::Ever;
    const bool here = condition.op == policy::Condition::Op::Is && asks && std::ranges::find(condition.words, fact) != condition.words.end();
    return here || std::ranges::any_of(condition.parts, [&](const policy::Condition& part) { return asks_for(part, fact); });
}

bool waits_for(const policy::Need& need, const policy::Step& step) {
    using policy::Happening;
    const auto counts_from = [&](const std::optional<policy::Clock>& span) {
        return span && std::ranges::any_of(span->from, [&](const policy::Fact& fact) {
            return fact.key == step.key && (fact.happening == Happening::StepTaken || fact.happening == Happening::StepEnded);
        });
    };
    const auto asks = [&](Happening happening) { return asks_for(need.that, policy::to_word(policy::Fact{happening, step.key})); };
    return asks(Happening::StepTaken) || asks(Happening::StepEnded) || counts_from(need.no_sooner_than);
}

std::string actions_of(const policy::Pack& pack, const policy::Need& need) {
    std::vector<std::string> said;
    for (const auto& word : need.before) said.push_back(policy::action_in_words(word, pack));
    return base::join(said, ", ");
}

/// What has to wait for a step, so that nobody takes it for something that can be left.
std::string waiting_for(const policy::Pack& pack, const policy::Step& step) {
    std::vector<std::string> said;
    const auto look = [&](const std::vector<policy::Need>& needs) {
        for (const auto& need : needs) {
            if (waits_for(need, step)) said.push_back(actions_of(pack, need) + cited(need.source));
        }
    };
    look(pack.needs);
    for (const auto& stage : pack.stages) look(stage.needs);
    return said.empty() ? "" : "; there waits for it: " + base::join(said, "; ");
}

std::string stages_of(const policy::Pack& pack, const policy::Step& step) {
    std::vector<std::string> labels;
    for (const auto& key : step.stages) {
        const auto* stage = policy::find_stage(pack, key);
        if (stage) labels.push_back(stage->label);
    }
    return labels.empty() ? "" : " at " + base::join(labels, ", ");
}

}  // namespace

std::vector<std::string> beside_lines(const policy::Pack& pack) {
    std::vector<std::string> lines;
    const bool settles = pack.routes.empty() || std::ranges::any_of(pack.routes, &policy::Route::disagreement);
    for (const auto& date : pack.dates) {
        if (!date.holds_all || !settles) continue;
        const auto how = date.counted ? by_when(pack, *date.counted) : "set by " + policy::who_may(date.by, pack);
        lines.push_back("Every stage ends by: " + date.title + ", " + how + cited(date.source));
    }
    for (const auto& need : pack.needs)
        lines.push_back("Before " + actions_of(pack, need) + (need.when ? ", " + where(pack, need.when) : "") + ": " + need.says +
                        cited(need.source));
    for (const auto& step : pack.steps) {
        if (!step.beside && !step.stages.empty()) continue;
        lines.push_back((step.beside ? "Can run along: " : "Can be taken: ") + step.title + ", by " + policy::who_may(step.by, pack) +
                        stages_of(pack, step) + (step.when ? ", " + where(pack, step.when) : "") + cited(step.source) + waiting_for(pack, step));
    }
    return lines;
}

}  // namespace diagram
