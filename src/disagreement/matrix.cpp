#include "disagreement/matrix.h"

#include <algorithm>

#include "base/text.h"
#include "disagreement/action_rules.h"
#include "policy/describe.h"
#include "policy/whom.h"

namespace disagreement {
namespace {

using policy::Pack;
using policy::Stage;
using policy::Who;
using A = Action;

std::string cited(const std::string& clause) {
    return clause.empty() ? "" : " [" + clause + "]";
}

std::string tier_of(const Pack& pack, const std::string& key) {
    const auto* tier = policy::find_tier(pack, key);
    return tier ? tier->title : std::string();
}

std::string phases_in_words(std::string_view phases) {
    std::vector<std::string> words;
    for (const char phase : phases) {
        switch (phase) {
            case 'o': words.emplace_back("open"); break;
            case 's': words.emplace_back("settled"); break;
            case 'c': words.emplace_back("closed"); break;
            case 'w': words.emplace_back("withdrawn"); break;
            case 'h': words.emplace_back("handed over"); break;
            default: break;
        }
    }
    return phases == "o" || words.empty() ? "" : "while " + base::join(words, ", ");
}

/// What stands in the way of an action until it is true.
std::vector<std::string> needed(const std::vector<policy::Need>& needs, const std::string& word,
                                const std::string& about, const Pack& pack) {
    std::vector<std::string> said;
    for (const auto& need : needs) {
        const bool concerns = std::ranges::any_of(
            need.before, [&](const auto& before) { return before == word || before == word + ":" + about; });
        if (!concerns) continue;
        const auto where = need.when ? " (where " + policy::in_words(*need.when, pack) + ")" : "";
        said.push_back("first: " + need.says + where + cited(need.source.clause));
    }
    return said;
}

class Reading {
public:
    explicit Reading(const Pack& pack) : pack_(pack) {}

    std::vector<Entitlement> take() {
        for (const auto& stage : pack_.stages) read_stage(stage);
        stage_ = nullptr;
        for (const auto action : all_actions()) {
            const auto by = rule_of(action).by;
            if (by == By::Policy)
                read_at_any_stage(action);
            else if (is_for_everybody(by) && is_known(action))
                add({.action = action, .who = who_by(by)});
        }
        return std::move(rows_);
    }

private:
    static bool is_for_everybody(By by) {
        return by == By::Raiser || by == By::EitherSide || by == By::Involved || by == By::Keeper ||
               by == By::Owner || by == By::RaisingSide;
    }

    /// Actions that every policy could have, and this one has no use for.
    bool is_known(Action action) const {
        switch (action) {
            case A::Escalate:
            case A::GoUpTheLine:
            case A::AcceptOffer:
            case A::DeclineOffer:
            case A::NameRole: return false;  // told stage by stage, or by name
            case A::ReferPolicyIssue: return std::ranges::any_of(pack_.stages, &Stage::though_settled);
            default: return true;
        }
    }

    void add(Entitlement row) {
        const auto& rule = rule_of(row.action);
        if (stage_) row.stage = stage_->key;
        if (row.title.empty()) row.title = policy::worded(std::string(rule.title), pack_);
        auto first = stage_ ? needed(stage_->needs, to_word(row.action), row.about, pack_)
                            : std::vector<std::string>{};
        for (auto& need : needed(pack_.needs, to_word(row.action), row.about, pack_))
            first.push_back(std::move(need));
        row.only.insert(row.only.end(), first.begin(), first.end());
        row.until = stage_ ? "" : phases_in_words(rule.phases);
        rows_.push_back(std::move(row));
    }

    std::string raising() const { return "the raising side" + named(tier_of(pack_, stage_->raising)); }
    std::string receiving() const { return "the receiving side" + named(tier_of(pack_, stage_->receiving)); }
    static std::string named(const std::string& tier) { return tier.empty() ? "" : " (" + tier + ")"; }

    std::string who_by(By by) const {
        switch (by) {
            case By::System: return "nobody: the service records it";
            case By::Raiser: return "anybody whose post is in scope";
            case By::Seats: return raising() + "; " + receiving();
            case By::ReceivingSeat: return receiving();
            case By::RaisingSide: return "anybody who acts or has acted for the raising side";
            case By::EitherSide: return "anybody who acts or has acted for either side";
            case By::Involved: return "anybody who takes part";
            case By::Keeper: return "the partnership's business manager";
            case By::Owner: return "whoever owes it";
            case By::Policy: return {};
        }
        return {};
    }

    std::vector<std::string> where(const std::optional<policy::Condition>& when) const {
        return when ? std::vector{"where " + policy::in_words(*when, pack_)} : std::vector<std::string>{};
    }

    std::string words(const Who& who) const { return policy::in_words(who, pack_); }

    void read_stage(const Stage& stage) {
        stage_ = &stage;
        for (const auto action : all_actions()) {
            const auto by = rule_of(action).by;
            if (by == By::Seats || by == By::ReceivingSeat)
                add({.action = action, .who = who_by(by), .clause = stage.source.clause});
        }
        read_ways_up(stage);
        read_choices(stage);
        read_meetings(stage);
        for (const auto& step : pack_.steps) {
            const bool here = std::ranges::find(step.stages, stage.key) != step.stages.end();
            if (here) add_step(step);
        }
    }

    void read_ways_up(const Stage& stage) {
        for (const auto* next : nexts(stage)) {
            add({.action = A::Escalate,
                 .title = "Take it up to " + next->label + ": " + next->title,
                 .who = who_by(By::RaisingSide),
                 .clause = next->source.clause});
        }
        if (nexts(stage).empty())
            add({.action = A::Escalate,
                 .title = "Record that it is not settled here",
                 .who = who_by(By::RaisingSide),
                 .clause = "house ALL-11"});
        if (stage.repeats) {
            add({.action = A::GoUpTheLine,
                 .who = who_by(By::RaisingSide),
                 .only = {"at most " + std::to_string(stage.repeats->times_max) +
                          " times, while either management line goes on"},
                 .clause = stage.repeats->source.clause});
        }
    }

    std::vector<const Stage*> nexts(const Stage& stage) const {
        std::vector<const Stage*> found;
        const auto look = [&](const std::string& route) {
            const auto* next = policy::find_next(pack_, route, stage.key);
            if (next && std::ranges::find(found, next) == found.end()) found.push_back(next);
        };
        for (const auto& route : pack_.routes) look(route.key);
        if (pack_.routes.empty()) look({});
        return found;
    }

    void read_choices(const Stage& stage) {
        if (stage.branches) {
            std::vector<std::string> titles;
            for (const auto& option : stage.branches->options) titles.push_back(option.title);
            add({.action = A::ChooseBranch,
                 .title = "Choose: " + base::join(titles, ", or "),
                 .who = words(stage.branches->by),
                 .clause = stage.branches->options.front().source.clause});
        }
        for (const auto& decision : stage.decisions)
            add({.action = A::Decide,
                 .title = decision.title,
                 .who = words(decision.by),
                 .only = where(decision.when),
                 .clause = decision.source.clause});
        if (!stage.hand_over) return;
        const auto& over = *stage.hand_over;
        add({.action = A::HandOver,
             .title = "Hand over to " + over.to,
             .who = words(over.by),
             .only = where(over.when),
             .clause = over.source.clause});
        if (over.back_by.kind != Who::Kind::Nobody)
            add({.action = A::TakeBack,
                 .who = words(over.back_by),
                 .only = {"once it is handed over"},
                 .clause = over.source.clause});
    }

    void read_meetings(const Stage& stage) {
        for (const auto& key : stage.meetings) {
            const auto* meeting = policy::find_meeting(pack_, key);
            if (!meeting) continue;
            const auto about = [&](Action action, const std::string& who, std::vector<std::string> only) {
                add({.action = action,
                     .about = key,
                     .title = std::string(rule_of(action).title) + ": " + meeting->title,
                     .who = who,
                     .only = std::move(only),
                     .clause = meeting->source.clause});
            };
            about(A::Convene, words(meeting->convenor), {});
            if (meeting->offered) {
                about(A::Offer, words(meeting->convenor), {"once"});
                for (const auto answer : {A::AcceptOffer, A::DeclineOffer})
                    about(answer, who_by(By::EitherSide), {"once it is offered"});
            }
            about(A::HoldMeeting, words(meeting->convenor),
                  meeting->offered ? std::vector<std::string>{"unless it was declined"}
                                   : std::vector<std::string>{});
        }
    }

    void add_step(const policy::Step& step) {
        add({.action = A::TakeStep,
             .about = step.key,
             .title = step.title,
             .who = words(step.by),
             .only = where(step.when),
             .clause = step.source.clause});
        if (step.beside)
            add({.action = A::EndStep,
                 .about = step.key,
                 .title = "Ended: " + step.title,
                 .who = words(step.by),
                 .only = {"once it has begun"},
                 .clause = step.source.clause});
    }

    void read_at_any_stage(Action action) {
        switch (action) {
            case A::Jump:
                for (const auto& jump : pack_.jumps) {
                    std::vector<std::string> labels;
                    for (const auto& key : jump.to)
                        labels.push_back(
                            policy::find_stage(pack_, key) ? policy::find_stage(pack_, key)->label : key);
                    const auto to = labels.empty() ? "any higher stage" : base::join(labels, " or ");
                    add({.action = action,
                         .about = jump.to.size() == 1 ? jump.to.front() : "",
                         .title = "Go straight to " + to,
                         .who = words(jump.by),
                         .only = where(jump.when),
                         .clause = jump.source.clause});
                }
                break;
            case A::SubmitForm:
                for (const auto& form : pack_.forms) {
                    std::vector<std::string> who{words(form.filled_by)};
                    for (const auto& section : form.sections) {
                        const auto owner = words(section.owner);
                        if (std::ranges::find(who, owner) == who.end()) who.push_back(owner);
                    }
                    add({.action = action,
                         .about = form.key,
                         .title = "Complete: " + form.title,
                         .who = base::join(who, "; "),
                         .only = {"once it is asked for"},
                         .clause = form.source.clause});
                }
                break;
            case A::SetDate:
                add({.action = action, .who = "whoever acts for a side at the stage"});
                for (const auto& date : pack_.dates) {
                    if (!date.counted)
                        add({.action = action,
                             .about = date.key,
                             .title = "Set: " + date.title,
                             .who = words(date.by),
                             .clause = date.source.clause});
                }
                break;
            case A::SetPriority:
                if (!pack_.priorities.words.empty())
                    add({.action = action,
                         .who = words(pack_.priorities.by),
                         .clause = pack_.priorities.source.clause});
                break;
            case A::TakeStep:
                for (const auto& step : pack_.steps) {
                    if (step.stages.empty()) add_step(step);
                }
                break;
            case A::ConfirmOutcome:
            case A::RejectOutcome:
                add({.action = action, .who = "whoever has yet to say whether they agree"});
                break;
            default: break;  // told stage by stage
        }
        if (action != A::SubmitForm) return;
        for (const auto& role : pack_.roles)
            add({.action = A::NameRole,
                 .about = role.key,
                 .title = "Name the " + role.title,
                 .who = who_by(By::Involved),
                 .clause = role.source.clause});
    }

    const Pack& pack_;
    const Stage* stage_ = nullptr;
    std::vector<Entitlement> rows_;
};

}  // namespace

std::vector<Entitlement> matrix(const Pack& pack) {
    return Reading(pack).take();
}

}  // namespace disagreement
