// The ladder: every stage can be reached and left, and somebody acts at each of them.
#include "policy/check_report.h"

#include <algorithm>

namespace policy {
namespace {

using Is = Condition::Op;

/// Stages that must be the present one for the condition to hold; nothing where any may be.
const std::vector<std::string>* find_present(const Condition& condition) {
    if (condition.op == Is::Is && condition.ask == Ask::Stage) return &condition.words;
    if (condition.op != Is::All) return nullptr;
    for (const auto& part : condition.parts) {
        if (const auto* words = find_present(part)) return words;
    }
    return nullptr;
}

class Ladder {
public:
    Ladder(const Pack& pack, Report& report) : pack_(pack), report_(report) {}

    void starts() const {
        if (pack_.stages.empty())
            report_.wrong({"/stages", "the ladder"}, "it has no stages", "add at least one");
        if (pack_.starts.empty()) return;
        if (std::ranges::all_of(pack_.starts, [](const Start& start) { return start.when.has_value(); })) {
            report_.wrong({"/starts", "the starts"},
                          "a disagreement that meets no condition has nowhere to begin",
                          "add a start without 'if'");
        }
        for (std::size_t i = 0; i < pack_.starts.size(); ++i) {
            const auto same = [&](const Start& other) {
                return other.stage == pack_.starts[i].stage && other.when == pack_.starts[i].when;
            };
            const auto before = pack_.starts.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find_if(pack_.starts.begin(), before, same) == before) continue;
            report_.wrong({"/starts/" + std::to_string(i), "start at '" + pack_.starts[i].stage + "'"},
                          "it stands twice", "keep one");
        }
    }

    /// A disagreement only goes up: what stands below every start is never entered.
    void reach() const {
        if (!pack_.routes.empty()) return in_routes();
        int lowest = pack_.starts.empty() ? 0 : static_cast<int>(pack_.stages.size());
        for (const auto& start : pack_.starts) {
            if (const int rank = rank_of(pack_, {}, start.stage); rank >= 0) lowest = std::min(lowest, rank);
        }
        if (lowest == static_cast<int>(pack_.stages.size())) return;  // unknown stages: said elsewhere
        for (int i = 0; i < lowest; ++i) {
            report_.wrong(subject(static_cast<std::size_t>(i)), "it can never be reached: no start is so low",
                          "add it under 'starts', or move it up");
        }
    }

    void jumps() const {
        for (std::size_t i = 0; i < pack_.jumps.size(); ++i) {
            const auto& jump = pack_.jumps[i];
            const Subject subject{"/jumps/" + std::to_string(i), "jump " + std::to_string(i + 1),
                                  jump.source.clause};
            const auto* present = jump.when ? find_present(*jump.when) : nullptr;
            for (std::size_t k = 0; k < jump.to.size(); ++k) {
                const int to = rank_of(pack_, {}, jump.to[k]);
                if (to < 0) continue;
                const auto is_below = [&](const std::string& from) { return rank_of(pack_, {}, from) < to; };
                const bool possible = present ? std::ranges::any_of(*present, is_below) : to > 0;
                if (possible) continue;
                report_.wrong(subject.part("to").part(k),
                              "'" + jump.to[k] + "' is not above the stage it would leave",
                              "a jump leads upwards; the order is that of 'stages'");
            }
        }
    }

    void stages() const {
        for (std::size_t i = 0; i < pack_.stages.size(); ++i) {
            acting(subject(i), pack_.stages[i]);
            repeats(subject(i), pack_.stages[i]);
            choices(subject(i), pack_.stages[i]);
        }
    }

    /// Rules of one stage are judged while it is the present one.
    void order(const Subject& subject, const Condition& is) const {
        if (!subject.stage) return;
        const auto& key = subject.stage->key;
        const int rank = rank_of(pack_, {}, key);
        const auto is_above = [&](const std::string& word) {
            return pack_.routes.empty() && rank_of(pack_, {}, word) > rank;
        };
        if (is.ask == Ask::Stage && std::ranges::find(is.words, key) == is.words.end()) {
            report_.wrong(subject, "it asks for another stage than its own, which is never so",
                          "leave 'stage' out, or ask 'reached'");
        }
        if (is.ask == Ask::Reached && !is.words.empty() && std::ranges::all_of(is.words, is_above)) {
            report_.wrong(subject, "it asks for a stage above its own, which is never reached yet",
                          "ask for a stage below");
        }
    }

private:
    /// With routes, a stage is reached by standing in one.
    void in_routes() const {
        for (std::size_t i = 0; i < pack_.stages.size(); ++i) {
            const auto has = [&](const Route& route) {
                return std::ranges::find(route.stages, pack_.stages[i].key) != route.stages.end();
            };
            if (std::ranges::any_of(pack_.routes, has)) continue;
            report_.wrong(subject(i), "it can never be reached: no route has it", "list it under 'stages' of a route");
        }
    }

    Subject subject(std::size_t index) const {
        const auto& stage = pack_.stages[index];
        return {"/stages/" + std::to_string(index), "stage '" + stage.key + "'", stage.source.clause, &stage};
    }

    bool can_convene(const Stage& stage) const {
        return std::ranges::any_of(stage.meetings, [&](const std::string& key) {
            const auto* meeting = find_meeting(pack_, key);
            return meeting && meeting->convenor.kind != Who::Kind::Nobody;
        });
    }

    void acting(const Subject& subject, const Stage& stage) const {
        const auto decides = [](const DecisionRule& rule) { return rule.by.kind != Who::Kind::Nobody; };
        const bool hands_over = stage.hand_over && stage.hand_over->by.kind != Who::Kind::Nobody;
        const bool others = std::ranges::any_of(stage.decisions, decides) || hands_over || can_convene(stage);
        if (stage.raising.empty() && stage.receiving.empty() && !others) {
            report_.wrong(subject, "nobody acts here: no side, nobody who decides, no meeting",
                          "add 'raising' and 'receiving', or 'decisions'");
        } else if (stage.raising.empty() && !others) {
            report_.wrong(
                subject,
                "a disagreement could be left here with nobody to act: only the receiving side stands here",
                "add 'raising', or somebody who decides");
        }
    }

    void repeats(const Subject& subject, const Stage& stage) const {
        if (!stage.repeats) return;
        if (stage.repeats->times_max < 1 || stage.repeats->times_max > 20) {
            report_.wrong(subject.part("repeats"), "it repeats without a bound",
                          "let 'times_max' be from 1 to 20");
        }
        if (stage.raising.empty()) {
            report_.wrong(subject.part("repeats"), "nobody is there to take it up the line", "add 'raising'");
        }
    }

    void choices(const Subject& subject, const Stage& stage) const {
        if (stage.branches && stage.branches->options.size() < 2) {
            report_.wrong(subject.part("branches"), "a choice needs two branches at least",
                          "add one, or leave 'branches' out");
        }
        for (std::size_t i = 0; i < stage.decisions.size(); ++i) {
            const auto& decision = stage.decisions[i];
            const auto part = subject.part("decisions").part(i);
            if (decision.options.empty() && !decision.other) {
                report_.wrong(part, "the decision '" + decision.title + "' leaves nothing to decide",
                              "add 'options', or 'other: yes'");
            }
            const auto hands_over = [](const DecisionOption& option) {
                return option.then == Then::HandsOver;
            };
            if (!stage.hand_over && std::ranges::any_of(decision.options, hands_over)) {
                report_.wrong(part, "an option hands over, and the stage does not say to what",
                              "add 'hand_over:' to the stage");
            }
        }
    }

    const Pack& pack_;
    Report& report_;
};

}  // namespace

void check_ladder(const Pack& pack, Report& report) {
    const Ladder ladder(pack, report);
    ladder.starts();
    ladder.reach();
    ladder.jumps();
    ladder.stages();
    Visitor visitor;
    visitor.question = [&](const Subject& subject, const Condition& is) { ladder.order(subject, is); };
    walk(pack, visitor);
}

}  // namespace policy
