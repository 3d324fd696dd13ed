// Needs that can be met: alone, beside one another, in time, and before nobody is left without a way on.
#include "base/text.h"
#include "policy/check_report.h"
#include "policy/reach.h"
#include "policy/satisfiable.h"
#include "policy/span_of_days.h"

#include <algorithm>
#include <map>

namespace policy {
namespace {

struct Placed {
    Subject subject;
    const Need* need;
};

std::vector<Placed> needs_of(const Pack& pack) {
    std::vector<Placed> all;
    Visitor visitor;
    visitor.need = [&](const Subject& subject, const Need& need) { all.push_back({subject, &need}); };
    walk(pack, visitor);
    return all;
}

std::string before_of(const Need& need) {
    return "'" + base::join(need.before, "', '") + "'";
}

/// What must hold for a need to be asked for and be met.
std::vector<Condition> asked_and_met(const Need& need) {
    std::vector<Condition> all{need.that};
    if (need.when) all.push_back(*need.when);
    return all;
}

bool shares_action(const Need& a, const Need& b) {
    return std::ranges::any_of(a.before, [&](const std::string& action) { return std::ranges::find(b.before, action) != b.before.end(); });
}

bool counts_from_same(const Clock& a, const Clock& b) {
    return a.from == b.from && a.from_date == b.from_date && (!a.from.empty() || !a.from_date.empty());
}

class Needs {
public:
    Needs(const Pack& pack, Report& report) : pack_(pack), report_(report), needs_(needs_of(pack)) {
        for (const auto& stage : first_stages(pack)) reaches_.push_back(reach_from(pack, stage));
    }

    void check() {
        for (const auto& placed : needs_) {
            if (contradicts_itself(placed) || never_met(placed)) continue;
            lasting(placed);
            never_closed(placed);
        }
        pairs();
        dead_ends();
    }

private:
    bool contradicts_itself(const Placed& placed) {
        const auto& need = *placed.need;
        if (!can_hold({need.that})) {
            wrong(placed, "that", "it contradicts itself: it can never be so", "ask for one or the other");
            return true;
        }
        const bool both = need.no_sooner_than && need.no_later_than && counts_from_same(*need.no_sooner_than, *need.no_later_than);
        if (!both) return false;
        const auto &opens = need.no_sooner_than->limit, &shuts = need.no_later_than->limit;
        const bool never = is_surely_longer(opens, shuts) || (opens == shuts && calendar::is_dated(opens));
        if (never) {
            wrong(placed, "no_sooner_than", "'no_sooner_than' ends when 'no_later_than' has passed: there is no time between",
                  "let it be shorter than " + calendar::to_text(shuts));
        }
        return never;
    }

    bool never_met(const Placed& placed) {
        const auto& need = *placed.need;
        if (std::ranges::find(need.before, "raise") != need.before.end() && !can_be_met(need, pack_, nullptr, {})) {
            wrong(placed, "before", "before it is raised that can never be so",
                  "ask for what is known when it is raised, or put it before another action");
            return true;
        }
        const auto met = [&](const Reach& reach, const Stage& stage) { return can_be_met(need, pack_, &stage, reach); };
        const bool stages = std::ranges::any_of(need.before, [](const std::string& action) { return action != "raise"; });
        if (!stages || any_place(placed, met)) return false;
        wrong(placed, "that", "it can never be met: what it waits for cannot come before " + before_of(need),
              "ask for something that can be recorded first");
        return true;
    }

    /// What is settled must be able to be closed, at whatever stage it was settled.
    void never_closed(const Placed& placed) {
        const auto& need = *placed.need;
        if (std::ranges::find(need.before, "close") == need.before.end()) return;
        const auto first = first_stages(pack_);
        for (std::size_t i = 0; i < reaches_.size(); ++i) {
            for (const auto& stage : pack_.stages) {
                if (!reaches_[i].stages.contains(stage.key) || (placed.subject.stage && placed.subject.stage != &stage)) continue;
                const auto until = reach_until_settled(pack_, first[i], stage);
                if (!until.stages.contains(stage.key) || !can_be_settled(pack_, stage, until)) continue;
                if (can_be_met(need, pack_, &stage, until)) continue;
                wrong(placed, "that", "settled at stage '" + stage.key + "' it could never be closed: what it waits for cannot have come by then",
                      "say by 'if' when it is asked for, or ask for what can be recorded there");
                return;
            }
        }
    }

    /// True also where nothing is ever reached: that is said elsewhere.
    bool any_place(const Placed& placed, const std::function<bool(const Reach&, const Stage&)>& holds) const {
        bool reached = false;
        for (const auto& reach : reaches_) {
            for (const auto& stage : pack_.stages) {
                if (!reach.stages.contains(stage.key) || (placed.subject.stage && placed.subject.stage != &stage)) continue;
                reached = true;
                if (holds(reach, stage)) return true;
            }
        }
        return !reached;
    }

    /// The clock of a stage says by when it is taken up; a need must not forbid that until later.
    void lasting(const Placed& placed) {
        const auto& need = *placed.need;
        const bool up = std::ranges::find(need.before, "escalate") != need.before.end();
        if (!up || !need.no_sooner_than) return;
        for (const auto& stage : pack_.stages) {
            const bool here = placed.subject.stage ? placed.subject.stage == &stage : is_asked_at(need, stage);
            if (!here || !stage.clock || !stage.clock->from.empty() || !stage.clock->from_date.empty()) continue;
            if (!starts_with(*need.no_sooner_than, stage) || !is_longer(need.no_sooner_than->limit, *stage.clock)) continue;
            wrong(placed, "no_sooner_than", calendar::to_text(need.no_sooner_than->limit) + " is longer than stage '" + stage.key +
                                               "' may take, " + calendar::to_text(stage.clock->limit),
                  "one of them has to give way");
            return;
        }
    }

    static bool is_asked_at(const Need& need, const Stage& stage) {
        const Known known{.answer = [&](Ask ask) { return ask == Ask::Stage ? std::optional(stage.key) : std::nullopt; }};
        return can_hold(asked_and_met(need), known);
    }

    bool starts_with(const Clock& span, const Stage& stage) const {
        const bool first = std::ranges::all_of(first_stages(pack_), [&](const std::string& key) { return key == stage.key; });
        return !span.from.empty() && std::ranges::all_of(span.from, [&](const Fact& fact) {
            const bool opens = fact.happening == Happening::StageOpened && (fact.key.empty() || fact.key == stage.key);
            return opens || (first && fact.happening == Happening::Raised);
        });
    }

    static bool is_longer(const calendar::Limit& limit, const Clock& clock) {
        return is_surely_longer(limit, clock.limit) &&
               std::ranges::all_of(clock.cases, [&](const ClockCase& one) { return is_surely_longer(limit, one.limit); });
    }

    void pairs() {
        for (std::size_t i = 0; i < needs_.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                if (contradict(*needs_[i].need, *needs_[k].need) && meet(needs_[i], needs_[k])) {
                    wrong(needs_[i], "that", "it contradicts " + needs_[k].subject.name + " before the same action: never are both met",
                          "say by 'if' when each is asked for");
                    break;
                }
            }
        }
    }

    static bool meet(const Placed& a, const Placed& b) {
        return !a.subject.stage || !b.subject.stage || a.subject.stage == b.subject.stage;
    }

    /// Two that are asked for under different conditions may mean to forbid it where both hold.
    static bool contradict(const Need& a, const Need& b) {
        if (!shares_action(a, b) || (a.when && b.when && a.when != b.when)) return false;
        if (!can_hold({a.that}) || !can_hold({b.that})) return false;  // said of each
        std::vector<Condition> asked, all{a.that, b.that};
        if (a.when) asked.push_back(*a.when);
        if (b.when) asked.push_back(*b.when);
        all.insert(all.end(), asked.begin(), asked.end());
        std::vector<Condition> first = asked, second = asked;
        first.push_back(a.that);
        second.push_back(b.that);
        return can_hold(first) && can_hold(second) && !can_hold(all);
    }

    void dead_ends() {
        std::map<std::string, std::vector<std::string>> stages;  // by the need that closes the last way
        std::map<std::string, const Placed*> closing;
        for (const auto& reach : reaches_) {
            for (const auto& stage : pack_.stages) {
                const auto* need = reach.stages.contains(stage.key) ? find_closing(stage, reach) : nullptr;
                if (!need || said_.contains(need->subject.path)) continue;
                auto& named = stages[need->subject.path];
                if (std::ranges::find(named, stage.key) == named.end()) named.push_back(stage.key);
                closing[need->subject.path] = need;
            }
        }
        for (const auto& [path, keys] : stages) {
            wrong(*closing[path], "before", "nothing leads on from stage '" + base::join(keys, "', '") +
                                                "': every way waits for what only comes after one of them",
                  "leave one way open, such as 'withdraw' or 'escalate'");
        }
    }

    /// The first need that stands before a way out, where none of them is open.
    const Placed* find_closing(const Stage& stage, const Reach& reach) const {
        if (is_left_by_silence(pack_, stage)) return nullptr;
        const Need* closing = nullptr;
        for (const auto& way : ways_out(pack_, stage)) {
            const auto needs = needs_before(way, pack_, stage);
            const auto shut = std::ranges::find_if(needs, [&](const Need* need) { return !can_be_met(*need, pack_, &stage, reach); });
            if (shut == needs.end()) return nullptr;
            if (!closing) closing = *shut;
        }
        const auto placed = std::ranges::find(needs_, closing, &Placed::need);
        return placed == needs_.end() ? nullptr : &*placed;
    }

    void wrong(const Placed& placed, const std::string& part, const std::string& what, const std::string& hint) {
        said_.insert(placed.subject.path);
        report_.wrong(placed.subject.part(part), what, hint);
    }

    const Pack& pack_;
    Report& report_;
    std::vector<Placed> needs_;
    std::vector<Reach> reaches_;
    std::set<std::string> said_;
};

}  // namespace

void check_needs(const Pack& pack, Report& report) {
    Needs(pack, report).check();
}

}  // namespace policy
