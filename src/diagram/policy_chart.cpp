#include "diagram/policy_chart.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "diagram/box_text.h"
#include "diagram/stage_box.h"
#include "diagram/wording.h"
#include "policy/describe.h"

namespace diagram {
namespace {

using policy::Condition;
using policy::Happening;
using policy::Pack;
using policy::Stage;

const char* const settled = "settled";
const char* const closed = "closed";
const char* const course = "course";

constexpr double goal_inset = 30;  // room beside the goal for what ends otherwise
constexpr double aside = 44;

std::string box_of(const Stage& stage) {
    return "stage " + stage.key;
}

/// The branch that a rule is for, where its condition says so.
std::string branch_of(const std::optional<Condition>& when) {
    const bool asks = when && when->op == Condition::Op::Is && when->ask == policy::Ask::Branch;
    return asks && when->words.size() == 1 ? when->words.front() : std::string();
}

/// The stages that a condition names, anywhere in it.
void stages_named(const Condition& when, std::set<std::string>& stages) {
    const bool asks = when.op == Condition::Op::Is && when.ask == policy::Ask::Stage;
    if (asks) stages.insert(when.words.begin(), when.words.end());
    for (const auto& part : when.parts) stages_named(part, stages);
}

/// What else a condition asks than the stage, which an arrow shows.
std::optional<Condition> without_stage(const std::optional<Condition>& when) {
    if (!when) return when;
    const auto asks_stage = [](const Condition& part) {
        return part.op == Condition::Op::Is && part.ask == policy::Ask::Stage;
    };
    if (asks_stage(*when)) return std::nullopt;
    auto rest = *when;
    if (rest.op == Condition::Op::All) std::erase_if(rest.parts, asks_stage);
    return rest;
}

bool happens_at(const policy::DutyRule& rule, Happening happening) {
    return std::ranges::any_of(rule.on,
                               [&](const policy::Fact& fact) { return fact.happening == happening; });
}

class Builder {
public:
    Builder(const Pack& pack, Detail detail, double width) : pack_(pack), detail_(detail), width_(width) {}

    Chart take() {
        add_starts();
        for (const auto& stage : pack_.stages) {
            chart_.boxes.push_back(stage_box(pack_, stage, detail_, width_));
            chart_.boxes.back().in_line = is_on_longest_ladder(stage.key);
        }
        add_ladders();
        for (const auto& stage : pack_.stages) {
            add_branches(stage);
            add_decisions(stage);
            add_hand_over(stage);
        }
        add_jumps();
        add_ends();
        return std::move(chart_);
    }

private:
    void add(BoxText&& box) { chart_.boxes.push_back(std::move(box).take()); }

    void join(const std::string& from, const std::string& to, Course course, const std::string& name,
              const std::string& label = {}) {
        chart_.arrows.push_back({from, to, course, name, label});
    }

    void add_start(const std::string& stage_key, const std::string& said, const std::string& clause) {
        const auto* stage = policy::find_stage(pack_, stage_key);
        if (!stage) return;
        const auto key = "start " + std::to_string(chart_.boxes.size());
        BoxText box({.key = key, .name = "It begins at " + stage->label + ". " + said, .look = Look::Start},
                    stage == &pack_.stages.front() ? 62 : 36);
        box.say("Start: " + said + clause);  // each: which of them is drawn first is for the layout
        begun_ = true;
        add(std::move(box));
        join(key, box_of(*stage), Course::On, "It begins at " + stage->label);
    }

    bool is_on_longest_ladder(const std::string& stage) const {
        const auto longest = std::ranges::max_element(
            pack_.routes, {}, [](const policy::Route& route) { return route.stages.size(); });
        return longest == pack_.routes.end() ||
               std::ranges::find(longest->stages, stage) != longest->stages.end();
    }

    void add_starts() {
        for (const auto& start : pack_.starts) {
            const auto condition = where(pack_, start.when);
            add_start(
                start.stage,
                condition.empty() ? "a disagreement is raised" : "a disagreement is raised, " + condition,
                cited(start.source));
        }
        for (const auto& route : pack_.routes) {
            const bool told = !route.stages.empty() &&
                              std::ranges::find(pack_.starts, route.stages.front(), &policy::Start::stage) !=
                                  pack_.starts.end();
            if (route.stages.empty() || told) continue;
            const auto condition = where(pack_, route.when);
            add_start(route.stages.front(), route.title + (condition.empty() ? "" : ", " + condition),
                      cited(route.source));
        }
        if (!begun_ && !pack_.stages.empty())
            add_start(pack_.stages.front().key, "a disagreement is raised", {});
    }

    void climb(const std::vector<const Stage*>& ladder) {
        for (std::size_t i = 0; i + 1 < ladder.size(); ++i) {
            const auto &lower = *ladder[i], &higher = *ladder[i + 1];
            if (!climbed_.insert({lower.key, higher.key}).second) continue;
            join(box_of(lower), box_of(higher), Course::On,
                 "Not settled at " + lower.label + ": on to " + higher.label, "not settled");
        }
        if (!ladder.empty()) tops_.insert(ladder.back()->key);
    }

    void add_ladders() {
        for (const auto& route : pack_.routes) {
            climb(policy::ladder(pack_, route.key));
            if (!route.disagreement && !route.stages.empty()) records_.insert(route.stages.back());
        }
        if (pack_.routes.empty()) climb(policy::ladder(pack_, {}));
        for (const auto& stage : pack_.stages) {
            if (stage.repeats)
                join(box_of(stage), box_of(stage), Course::Again,
                     stage.label + " again, one post further up each line", {});
        }
    }

    void add_branches(const Stage& stage) {
        if (!stage.branches) return;
        for (const auto& option : stage.branches->options) {
            const auto key = "way " + stage.key + " " + option.key;
            const auto chosen_by = policy::in_words(stage.branches->by, pack_);
            BoxText box(
                {.key = key, .name = "A way on from " + stage.label + ": " + option.title, .look = Look::Way},
                50);
            box.heading(option.title, {}, 2.7);
            box.say("Chosen by " + chosen_by + cited(option.source));
            for (const auto& decision : stage.decisions) {
                if (branch_of(decision.when) == option.key)
                    box.say(force_in_words(decision), decision_in_words(pack_, decision, option.source));
            }
            add(std::move(box));
            join(box_of(stage), key, Course::Choice, stage.label + ", chosen: " + option.title);
            join(key, settled, Course::Out, option.title + ": settled");
        }
    }

    void add_decisions(const Stage& stage) {
        int number = 0;
        for (const auto& decision : stage.decisions) {
            if (!branch_of(decision.when).empty()) continue;
            const auto key = "decision " + stage.key + " " + std::to_string(++number);
            BoxText box(
                {.key = key, .name = "Decision at " + stage.label + ": " + decision.title, .look = Look::Way},
                tops_.contains(stage.key) ? 90 : 44);
            box.say(force_in_words(decision), decision_in_words(pack_, decision, {}));
            if (decision.when) box.say("Only " + where(pack_, decision.when));
            add(std::move(box));
            join(box_of(stage), key, Course::Choice, stage.label + ": " + decision.title);
            lead_on(key, stage, decision);
        }
    }

    void lead_on(const std::string& key, const Stage& stage, const policy::DecisionRule& decision) {
        const auto any = [&](policy::Then then) {
            return std::ranges::find(decision.options, then, &policy::DecisionOption::then) !=
                   decision.options.end();
        };
        const bool binds = decision.force != policy::Force::Advisory;
        if (binds && (any(policy::Then::Settles) || decision.other))
            join(key, settled, Course::Out, "The decision settles it");
        if (any(policy::Then::Stays) && tops_.contains(stage.key)) {
            course_wanted_ = true;
            join(key, course, Course::Out, "The decision does not settle it");
        }
    }

    void add_hand_over(const Stage& stage) {
        if (!stage.hand_over) return;
        const auto& over = *stage.hand_over;
        const auto key = "hand-over " + stage.key;
        BoxText box({.key = key, .name = "Handed over to " + over.to, .look = Look::End}, aside);
        box.say("Handed over to", over.to + ", by " + policy::in_words(over.by, pack_) + cited(over.source));
        if (over.when) box.say(capitalised(where(pack_, over.when)));
        if (over.back_by.kind != policy::Who::Kind::Nobody)
            box.say("It can be taken back by " + policy::in_words(over.back_by, pack_));
        add(std::move(box));
        join(box_of(stage), key, Course::Out, stage.label + ": handed over");
    }

    /// Dashed, by way of a box that says who may and when.
    void add_jumps() {
        int number = 0;
        for (const auto& jump : pack_.jumps) {
            std::set<std::string> from;
            if (jump.when) stages_named(*jump.when, from);
            if (from.empty() && !pack_.stages.empty()) from.insert(pack_.stages.front().key);
            auto to = jump.to;
            if (to.empty() && !pack_.stages.empty()) to.push_back(pack_.stages.back().key);
            std::vector<std::string> labels;
            for (const auto& stage : to) labels.push_back(label_of(stage));
            const auto target = jump.to.empty() ? "any higher stage" : base::join(labels, " or ");
            const auto only = where(pack_, without_stage(jump.when));
            const auto key = "leap " + std::to_string(++number);
            BoxText box(
                {.key = key, .name = "Stages may be left out: straight to " + target, .look = Look::Leap},
                34);
            box.say("Straight to " + target, {.weight = Weight::Bold});
            box.say("by " + policy::in_words(jump.by, pack_) + (only.empty() ? "" : ", " + only) +
                    cited(jump.source));
            add(std::move(box));
            for (const auto& stage : from)
                join("stage " + stage, key, Course::Leap, "From " + label_of(stage));
            for (const auto& stage : to)
                join(key, "stage " + stage, Course::Land, "Straight to " + label_of(stage));
        }
    }

    std::string label_of(const std::string& stage_key) const {
        const auto* stage = policy::find_stage(pack_, stage_key);
        return stage ? stage->label : stage_key;
    }

    std::string who_must_be_satisfied() const {
        if (pack_.settled_by.empty()) return "both sides agree to what was proposed";
        std::vector<std::string> who;
        for (const auto& one : pack_.settled_by) who.push_back(policy::in_words(one, pack_));
        const auto all = base::join(who, "; ");
        if (pack_.settled_by_at_least > 0)
            return "at least " + std::to_string(pack_.settled_by_at_least) +
                   " of these are satisfied: " + all;
        return "these are satisfied: " + all + cited(pack_.settled_by_source);
    }

    /// Whoever settles it by deciding, whatever the sides agree to.
    std::vector<std::string> who_decides() const {
        std::vector<std::string> said;
        const auto add = [&](const std::string& one) {
            if (std::ranges::find(said, one) == said.end()) said.push_back(one);
        };
        for (const auto& stage : pack_.stages) {
            for (const auto& key : stage.meetings) {
                const auto* meeting = policy::find_meeting(pack_, key);
                if (meeting && meeting->effect == policy::Meeting::Effect::Decides)
                    add("'" + meeting->title + "' decides it" + cited(meeting->source));
            }
            for (const auto& decision : stage.decisions) {
                const bool settles = decision.other || std::ranges::find(decision.options, policy::Then::Settles, &policy::DecisionOption::then) !=
                                                           decision.options.end();
                if (settles && decision.force == policy::Force::Final)
                    add(policy::in_words(decision.by, pack_) + " decides so at " + stage.label + cited(decision.source));
            }
        }
        return said;
    }

    void add_ends() {
        const bool one_ladder = pack_.routes.size() <= 1;
        for (const auto& stage : pack_.stages) {
            // Lines out of several ladders would cross their boxes: there the goal says where it is reached
            // from.
            if (records_.contains(stage.key))
                join(box_of(stage), closed, Course::On, stage.label + ": recorded", "recorded");
            else if (one_ladder)
                join(box_of(stage), settled, Course::Exit, stage.label + ": settled", "settled");
            else if (tops_.contains(stage.key))
                join(box_of(stage), settled, Course::Out, stage.label + ": settled");
        }
        if (records_.size() < pack_.stages.size()) add_settled(one_ladder);
        add_closed();
        add_course();
    }

    void add_settled(bool one_ladder) {
        BoxText end({.key = settled, .name = "Settled", .look = Look::Goal, .in_line = true},
                    width_ - goal_inset);
        end.heading(one_ladder ? "Settled" : "Settled, at any stage of any ladder", {}, 3.4);
        end.say("When:", who_must_be_satisfied());
        const auto deciding = who_decides();
        if (!deciding.empty()) end.say("Or:", base::join(deciding, "; "));
        if (pack_.agree_to_differ)
            end.say("Or:", "both sides agree to differ, each with a statement of its own" +
                               cited(pack_.agree_to_differ->source));
        std::vector<std::string> after;
        for (const auto& rule : pack_.duties) {
            if (detail_ == Detail::Bare || !happens_at(rule, Happening::Settled)) continue;
            const auto limit = by_when(pack_, rule.clock), only = where(pack_, rule.when);
            after.push_back(capitalised(policy::in_words(rule.by, pack_)) + ": " + rule.title +
                            (limit.empty() ? "" : ", " + limit) + (only.empty() ? "" : ", " + only) +
                            (rule.optional ? " (may be left undone)" : "") + cited(rule.source));
        }
        if (!after.empty()) end.say("Then:", "");
        end.points(after);
        add(std::move(end));
        join(settled, closed, Course::On, "Settled, then closed");
    }

    void add_closed() {
        const bool settles = records_.size() < pack_.stages.size();
        BoxText close({.key = closed, .name = "Closed", .look = Look::Goal, .in_line = true},
                      width_ - goal_inset);
        close.say("Closed:",
                  settles ? "once both sides have confirmed, the person who raised it has been told, and it is on "
                            "file. What is outstanding stays owed."
                          : "once it is recorded: this is no disagreement, and nobody has to agree.");
        add(std::move(close));
    }

    void add_course() {
        for (const auto& key : tops_) {
            const auto* stage = policy::find_stage(pack_, key);
            if (!stage || stage->hand_over || records_.contains(key)) continue;
            course_wanted_ = true;
            join(box_of(*stage), course, Course::Out, "Not settled at " + stage->label, "");
        }
        if (!course_wanted_) return;
        BoxText box({.key = course, .name = "Not settled at the top", .look = Look::End}, aside);
        box.say("Not settled at the top:",
                "the partnership's business manager records what follows, by a date [rule of the service]");
        add(std::move(box));
    }

    const Pack& pack_;
    Detail detail_;
    double width_;
    Chart chart_;
    std::set<std::pair<std::string, std::string>> climbed_;
    std::set<std::string> tops_;
    std::set<std::string> records_;  // where a route ends that is about no disagreement
    bool course_wanted_ = false;
    bool begun_ = false;
};

}  // namespace

Chart chart_of(const Pack& pack, Detail detail, double stage_width) {
    return Builder(pack, detail, stage_width).take();
}

std::vector<std::string> danger_lines(const Pack& pack) {
    std::vector<std::string> lines;
    for (const auto& rule : pack.duties) {
        if (!happens_at(rule, Happening::DangerDeclared)) continue;
        const auto limit = by_when(pack, rule.clock);
        lines.push_back(capitalised(policy::in_words(rule.by, pack)) + ": " + rule.title +
                        (limit.empty() ? "" : ", " + limit) + cited(rule.source));
    }
    return lines;
}

}  // namespace diagram
