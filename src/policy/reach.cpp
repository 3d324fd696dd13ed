#include "policy/reach.h"

#include "policy/satisfiable.h"
#include "policy/words.h"

#include <algorithm>
#include <map>

namespace policy {
namespace {

using H = Happening;
using Words = std::vector<std::string>;

/// What each action that a need can stand before records.
const std::map<std::string, std::vector<H>>& recorded_by() {
    static const std::map<std::string, std::vector<H>> table{
        {"consult", {H::Consulted}}, {"contact", {H::Contacted}}, {"record_discussion", {H::Discussed}},
        {"state_position", {H::PositionStated}}, {"answer", {H::Answered}}, {"agree_meeting", {H::MeetingAgreed}},
        {"record_meeting", {H::Met}}, {"escalate", {H::Escalated}}, {"jump", {H::Escalated}},
        {"go_up_the_line", {H::WentUpTheLine}}, {"choose_branch", {H::BranchChosen}}, {"set_date", {H::DateSet}},
        {"submit_form", {H::FormSubmitted}}, {"dissent", {H::Dissented}}, {"disagree_internally", {H::DisagreedInternally}},
        {"convene", {H::Convened}}, {"offer", {H::OfferMade}}, {"accept_offer", {H::OfferAccepted}},
        {"decline_offer", {H::OfferDeclined}}, {"hold_meeting", {H::Held}}, {"decide", {H::Decided}},
        {"propose_outcome", {H::OutcomeProposed}}, {"reject_outcome", {H::OutcomeRejected}},
        {"confirm_outcome", {H::OutcomeConfirmed, H::Settled}}, {"record_course", {H::CourseRecorded}},
        {"hand_over", {H::HandedOver}}, {"withdraw", {H::Withdrawn}}, {"close", {H::Closed}},
        {"set_priority", {H::PrioritySet}}, {"end_step", {H::StepEnded}}, {"refer_policy_issue", {H::Escalated}}};
    return table;
}

/// What people can record whatever a policy says, and what records itself.
Reach beginning(const std::string& first_stage) {
    Reach reach;
    for (const auto happening : {H::Raised, H::StageOpened, H::DangerDeclared, H::ReferralMade, H::ProtectionRecorded, H::StandingChanged,
                                 H::FamilyTold, H::FamilyNotTold, H::LessonDrawn, H::PointAdded, H::PointSettled, H::PointReplanned,
                                 H::RepresentationReceived, H::Linked, H::NoteAdded, H::Corrected, H::RoleNamed, H::Reassigned,
                                 H::Discharged, H::Waived, H::Breached, H::Moved}) {
        reach.facts.insert(to_word(happening));
    }
    reach.stages.insert(first_stage);
    return reach;
}

bool is_possible(const std::string& word, const Reach& reach) {
    if (reach.facts.contains(word)) return true;
    const auto colon = word.find(':');
    const auto happening = word.substr(0, colon);
    const bool single = colon != std::string::npos && (happening == to_word(H::StepTaken) || happening == to_word(H::StepEnded));
    return !single && colon != std::string::npos && reach.facts.contains(happening);
}

/// The last stage of a ladder, of one of several at least.
bool is_top(const Pack& pack, const Stage& stage) {
    if (pack.routes.empty()) return stages_above(pack, stage).empty();
    return std::ranges::any_of(pack.routes, [&](const Route& route) { return !route.stages.empty() && route.stages.back() == stage.key; });
}

/// Grows until nothing more can come about.
class Growing {
public:
    Growing(const Pack& pack, const std::string& first_stage, std::vector<const Stage*> never = {})
        : pack_(pack), never_(std::move(never)), reach_(beginning(first_stage)) {}

    Reach take() && {
        std::size_t before = 0;
        do {
            before = reach_.facts.size() + reach_.stages.size();
            for (const auto& stage : pack_.stages) {
                if (reach_.stages.contains(stage.key)) at(stage);
            }
        } while (reach_.facts.size() + reach_.stages.size() > before);
        return std::move(reach_);
    }

private:
    bool is_open(const std::string& action, const Stage& stage) const {
        return std::ranges::all_of(needs_before(action, pack_, stage), [&](const Need* need) { return can_be_met(*need, pack_, &stage, reach_); });
    }

    void at(const Stage& stage) {
        for (const auto& [action, facts] : recorded_by()) {
            if (!can_come(action, stage) || !is_open(action, stage)) continue;
            for (const auto happening : facts) reach_.facts.insert(to_word(happening));
        }
        for (const auto& step : pack_.steps) {
            const bool here = step.stages.empty() || std::ranges::find(step.stages, stage.key) != step.stages.end();
            if (!here || !is_open("take_step", stage) || !is_open("take_step:" + step.key, stage)) continue;
            reach_.facts.insert(to_word(H::StepTaken));
            reach_.facts.insert(to_word({H::StepTaken, step.key}));
            if (step.beside && is_open("end_step", stage)) reach_.facts.insert(to_word({H::StepEnded, step.key}));
        }
        for (const auto& form : pack_.forms) {
            if (is_open("submit_form:" + form.key, stage) && is_open("submit_form", stage)) reach_.facts.insert(to_word(H::FormSubmitted));
        }
        if (has(H::Settled) || has(H::Withdrawn) || has(H::Closed) || has(H::HandedOver)) reach_.facts.insert(to_word(H::Reopened));
        if (has(H::HandedOver)) reach_.facts.insert(to_word(H::Returned));
        if (decides(stage)) reach_.facts.insert(to_word(H::Settled));
        climb(stage);
    }

    bool has(H happening) const { return reach_.facts.contains(to_word(happening)); }

    /// A few need something of the stage, or something before them.
    bool can_come(const std::string& action, const Stage& stage) const {
        if (action == "end_step" || action == "submit_form") return false;
        if (action == "confirm_outcome" || action == "reject_outcome") return has(H::OutcomeProposed) || has(H::Decided);
        if (action == "close") return has(H::Settled) || has(H::HandedOver) || has(H::CourseRecorded) || is_on_record(stage);
        if (action == "refer_policy_issue") return has(H::Settled);
        if (action == "jump") return !stages_above(pack_, stage).empty();
        if (action == "decide") return !stage.decisions.empty();
        return true;
    }

    bool is_on_record(const Stage& stage) const {
        return std::ranges::any_of(pack_.routes, [&](const Route& route) {
            return !route.disagreement && std::ranges::find(route.stages, stage.key) != route.stages.end();
        });
    }

    bool decides(const Stage& stage) const {
        const bool decision = !stage.decisions.empty() && is_open("decide", stage);
        return decision || (has_deciding_meeting(pack_, stage) && is_open("hold_meeting", stage));
    }

    void climb(const Stage& stage) {
        const auto higher = stages_above(pack_, stage);
        if (higher.empty()) return;
        const bool jumps = !pack_.jumps.empty() && is_open("jump", stage);
        if (!jumps && !is_open("escalate", stage) && !is_left_by_silence(pack_, stage)) return;
        for (const auto* one : higher) {
            if (std::ranges::find(never_, one) == never_.end()) reach_.stages.insert(one->key);
        }
        if (is_left_by_silence(pack_, stage)) reach_.facts.insert(to_word(H::Escalated));
    }

    const Pack& pack_;
    std::vector<const Stage*> never_;  // stages that are not entered
    Reach reach_;
};

/// Before it is raised there is no stage, no answer and no record but the raising itself.
Known known_at_raising() {
    return {.answer = [](Ask ask) -> std::optional<std::string> {
                if (ask == Ask::Settled || ask == Ask::Answered || ask == Ask::Formal) return "no";
                if (ask == Ask::Stage || ask == Ask::Branch) return "";
                return std::nullopt;
            },
            .can_be = [](Ask ask, const std::string& word) {
                if (ask == Ask::Happened || ask == Ask::Ever) return word == to_word(H::Raised) || word == to_word(H::DangerDeclared);
                return ask != Ask::Reached && ask != Ask::LineEnds;
            }};
}

Known known_at(const Pack& pack, const Stage& stage, const Reach& reach) {
    return {.answer = [&stage](Ask ask) -> std::optional<std::string> {
                if (ask == Ask::Stage) return stage.key;
                if (ask == Ask::Formal) return stage.formal ? "yes" : "no";
                return std::nullopt;
            },
            .can_be = [&pack, &stage, &reach](Ask ask, const std::string& word) {
                if (ask == Ask::Reached) return reach.stages.contains(word) || !find_stage(pack, word);
                // Taking it up closes the stage: it is never recorded at the one that it leads to. At the
                // top nothing is left, and it stands there that the stage has not settled it.
                if (ask == Ask::Happened && word == to_word(H::Escalated) && !is_top(pack, stage)) return false;
                return (ask != Ask::Happened && ask != Ask::Ever) || is_possible(word, reach);
            }};
}

bool can_start(const Clock& span, const Pack& pack, const Stage* stage, const Reach& reach) {
    if (!span.from_date.empty()) {
        const auto* date = find_date(pack, span.from_date);
        return stage || !date || date->counted || date->on_raising;
    }
    if (!stage) return span.from.empty();  // what counts from the raising has not passed when it is raised
    return span.from.empty() || std::ranges::any_of(span.from, [&](const Fact& fact) { return is_possible(to_word(fact), reach); });
}

}  // namespace

std::vector<const Stage*> stages_above(const Pack& pack, const Stage& stage) {
    std::vector<const Stage*> found;
    const auto add = [&](const std::string& route) {
        const auto stages = ladder(pack, route);
        const auto here = std::ranges::find(stages, &stage);
        if (here != stages.end()) found.insert(found.end(), here + 1, stages.end());
    };
    if (pack.routes.empty()) add({});
    for (const auto& route : pack.routes) add(route.key);
    return found;
}

bool has_deciding_meeting(const Pack& pack, const Stage& stage) {
    return std::ranges::any_of(stage.meetings, [&](const std::string& key) {
        const auto* meeting = find_meeting(pack, key);
        return meeting && meeting->effect == Meeting::Effect::Decides;
    });
}

Reach reach_from(const Pack& pack, const std::string& first_stage) {
    return Growing(pack, first_stage).take();
}

Reach reach_until_settled(const Pack& pack, const std::string& first_stage, const Stage& last) {
    Reach reach = Growing(pack, first_stage, stages_above(pack, last)).take();
    for (const auto happening : {H::Withdrawn, H::Closed, H::Reopened}) reach.facts.erase(to_word(happening));
    return reach;
}

bool can_be_settled(const Pack& pack, const Stage& stage, const Reach& reach) {
    const auto ways = ways_out(pack, stage);
    return std::ranges::any_of(ways, [&](const std::string& way) {
        if (way != "propose_outcome" && way != "decide" && way != "hold_meeting") return false;
        const auto needs = needs_before(way, pack, stage);
        return std::ranges::all_of(needs, [&](const Need* need) { return can_be_met(*need, pack, &stage, reach); });
    });
}

std::vector<std::string> first_stages(const Pack& pack) {
    Words first;
    for (const auto& start : pack.starts) first.push_back(start.stage);
    for (const auto& route : pack.routes) {
        if (!route.stages.empty()) first.push_back(route.stages.front());
    }
    if (first.empty() && !pack.stages.empty()) first.push_back(pack.stages.front().key);
    return first;
}

bool can_be_met(const Need& need, const Pack& pack, const Stage* stage, const Reach& reach) {
    const auto known = stage ? known_at(pack, *stage, reach) : known_at_raising();
    // Where the need is not asked for, it stands before nothing.
    if (need.when && can_hold({{.op = Condition::Op::Not, .parts = {*need.when}}}, known)) return true;
    return can_hold({need.that}, known) && (!need.no_sooner_than || can_start(*need.no_sooner_than, pack, stage, reach));
}

std::vector<std::string> ways_out(const Pack& pack, const Stage& stage) {
    Words ways{"withdraw"};
    if (stages_above(pack, stage).empty()) {
        ways.emplace_back("record_course");
    } else {
        ways.emplace_back("escalate");
        if (!pack.jumps.empty()) ways.emplace_back("jump");
    }
    if (stage.repeats) ways.emplace_back("go_up_the_line");
    if (!stage.decisions.empty()) ways.emplace_back("decide");
    if (stage.hand_over) ways.emplace_back("hand_over");
    if (!stage.raising.empty() || !stage.receiving.empty()) ways.emplace_back("propose_outcome");
    if (has_deciding_meeting(pack, stage)) ways.emplace_back("hold_meeting");
    const bool record = std::ranges::any_of(pack.routes, [&](const Route& route) {
        return !route.disagreement && std::ranges::find(route.stages, stage.key) != route.stages.end();
    });
    if (record) ways.emplace_back("close");
    return ways;
}

bool is_left_by_silence(const Pack& pack, const Stage& stage) {
    const auto passes = [](const Clock& clock) { return clock.silence == Silence::NextStage; };
    const bool by_duty = std::ranges::any_of(stage.duties, passes, &DutyRule::clock);
    return ((stage.clock && passes(*stage.clock)) || by_duty) && !stages_above(pack, stage).empty();
}

std::vector<const Need*> needs_before(const std::string& action, const Pack& pack, const Stage& stage) {
    std::vector<const Need*> found;
    for (const auto* needs : {&stage.needs, &pack.needs}) {
        for (const auto& need : *needs) {
            if (std::ranges::find(need.before, action) != need.before.end()) found.push_back(&need);
        }
    }
    return found;
}

}  // namespace policy
