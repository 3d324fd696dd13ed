// Policies nobody wrote: random ones, most of which make sense.
#pragma once
#include "policy/check.h"
#include "policy/house_rules.h"
#include "policy/words.h"

#include <random>

namespace generating {

using namespace policy;
using calendar::Convention;
using calendar::Limit;
using calendar::Unit;
using H = Happening;

class Generator {
public:
    explicit Generator(std::uint64_t seed) : random_(seed) {}

    Pack pack() {
        Pack made;
        made.identity = {.key = "random", .edition = "1", .title = "Random", .owner = "Nobody", .source_title = "None", .calendar = "england-and-wales",
                         .convention = Convention::NextWorkingDayIsDayOne, .convention_source = cited(), .nag = {5, Unit::WorkingDay}};
        made.clauses = {{"1", "All of it"}};
        made.scope.topics = {{{"need", "Need"}, {"other", "Other"}}, true, cited()};
        made.scope.standings = {{{"in-need", "In need"}, {"plan", "On a plan"}}, false, cited()};
        made.scope.own_agency_source = cited();
        add_words(made);
        add_tiers(made);
        add_papers(made);
        const int stages = below(5) + 1;
        for (int i = 0; i < stages; ++i) made.stages.push_back(stage(i, made));
        add_ways(made);
        for (int i = 0; i < below(4); ++i) made.duties.push_back(duty("everywhere-" + std::to_string(i), made));
        for (int i = 0; i < below(2); ++i) made.needs.push_back(need(made));
        return made;
    }

private:
    int below(int bound) { return std::uniform_int_distribution{0, bound - 1}(random_); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    T pick(const std::vector<T>& from) { return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))]; }
    static Source cited() { return {"1", {}}; }

    void add_words(Pack& made) {
        if (chance(40)) made.priorities = {{{"urgent", "Urgent"}, {"usual", "Usual"}}, who(), cited()};
        for (int i = 0; i < below(3); ++i) {
            NamedDate date{.key = "date-" + std::to_string(i), .title = "Date", .holds_all = chance(30), .source = cited()};
            if (chance(50)) date.counted = Clock{.limit = {below(20) + 5, Unit::WorkingDay}, .from = {{H::Raised, {}}}};
            else date.by = who(), date.on_raising = chance(20);
            made.dates.push_back(std::move(date));
        }
        for (int i = 0; i < below(3); ++i) {
            Step step{.key = "step-" + std::to_string(i), .title = "Step", .by = who(), .beside = chance(30), .afterwards = chance(30), .source = cited()};
            if (chance(30)) step.when = condition(made);
            made.steps.push_back(std::move(step));
        }
        if (chance(20)) made.agree_to_differ = AgreeToDiffer{{}, cited()};
        if (chance(30)) {
            made.settled_by = {{Who::Kind::Raiser}, {Who::Kind::Raising}, {Who::Kind::Receiving}};
            made.settled_by_source = cited();
            made.settled_by_at_least = below(3);
        }
    }

    void add_tiers(Pack& made) {
        made.tiers = {{"worker", "Worker", {{.from = TierRow::From::Own}}, cited()},
                      {"manager", "Manager", {{.from = TierRow::From::Line}}, cited()},
                      {"head", "Head", {{.kinds = {"head"}}}, cited()}};
        if (chance(20)) made.tiers.push_back({"nobody", "Nobody has it", {{.kinds = {"astronaut"}}}, cited()});
        made.roles = {{"chair", "Chair", {}, cited()}};
    }

    void add_papers(Pack& made) {
        if (chance(50)) {
            Form form{.key = "form", .title = "Form", .filled_by = who(), .sections = {{"a", "A", who(), {{.name = "what", .label = "What"}}}}, .source = cited()};
            form.dated_actions = chance(30) ? 2 : 0;
            made.forms = {form};
            auto rule = duty("fill-in", made);
            rule.what = What::CompleteForm;
            rule.form = "form";
            rule.channels.clear();
            rule.done_by.clear();
            made.duties.push_back(std::move(rule));
        }
        if (!chance(40)) return;
        Members two{.key = "two", .title = "people", .at_least = 2, .source = cited()};
        made.meetings = {{.key = "panel", .title = "Panel", .convenor = who(), .effect = pick<Meeting::Effect>({Meeting::Effect::Decides, Meeting::Effect::Advises}),
                          .members = {two}, .never_acted_before = chance(20), .never_junior = chance(20), .source = cited()}};
    }

    Stage stage(int index, const Pack& pack) {
        Stage made{.key = "stage-" + std::to_string(index), .label = "Stage " + std::to_string(index), .title = "T", .raising = tier(pack), .receiving = tier(pack), .source = cited()};
        if (chance(70)) made.clock = clock(pack), made.clock_source = cited();
        for (int i = 0; i < below(4); ++i) made.duties.push_back(duty("duty-" + std::to_string(i), pack));
        if (chance(20)) made.needs.push_back(need(pack));
        if (chance(15)) made.repeats = Repeat{below(4) + 1, cited()};
        if (chance(15)) made.branches = BranchRule{who(), {{"left", "Left", cited()}, {"right", "Right", cited()}}};
        if (chance(30)) {
            DecisionRule rule{.title = "Decide", .by = who(), .force = pick<Force>({Force::Final, Force::Agreed, Force::Advisory}),
                              .options = {{"end", "End", Then::Settles}, {"wait", "Wait", Then::Stays}}, .other = chance(40), .source = cited()};
            made.decisions = {rule};
        }
        if (chance(20)) made.hand_over = HandOver{.to = "elsewhere", .by = who(), .back_by = chance(50) ? who() : Who{}, .source = cited()};
        if (!pack.meetings.empty() && chance(60)) made.meetings = {"panel"};
        return made;
    }

    void add_ways(Pack& made) {
        if (chance(30)) made.jumps = {{.when = condition(made), .by = who(), .source = cited()}};
        if (made.stages.size() < 2 || !chance(30)) return;
        Route all{.key = "all", .title = "All", .source = cited()};
        for (const auto& stage : made.stages) all.stages.push_back(stage.key);
        Route some{.key = "some", .title = "Some", .when = Condition{.op = Condition::Op::Is, .ask = Ask::Topic, .words = {"need"}}, .stages = {made.stages.back().key},
                   .disagreement = chance(60), .source = cited()};
        made.routes = {some, all};
    }

    std::string tier(const Pack& pack) { return chance(5) ? std::string{} : pick(pack.tiers).key; }

    Who who() {
        using Kind = Who::Kind;
        switch (below(10)) {
            case 0: return {Kind::Receiving};
            case 1: return {Kind::Both};
            case 2: return {Kind::Raiser};
            case 3: return {Kind::Partnership, "business-manager"};
            case 4: return {Kind::CaseRole, "chair"};
            case 5: return {Kind::Above, pick<std::string>({"raising", "receiving", "raiser"})};
            case 6: return {Kind::RaisingAgency, pick<std::string>({"head", "astronaut"})};
            case 7: return {Kind::AnyOf, {}, {{Kind::CaseRole, "chair"}, {Kind::Partnership, "chair"}, {Kind::Raising}}};
            case 8: return {Kind::Author};
            default: return {Kind::Raising};
        }
    }

    Fact fact() {
        return {pick<H>({H::Raised, H::StageOpened, H::Contacted, H::Discussed, H::Answered, H::PositionStated, H::Escalated, H::Settled, H::DangerDeclared,
                         H::Dissented, H::OutcomeProposed, H::OutcomeRejected, H::ProtectionRecorded, H::Breached, H::NoteAdded, H::Withdrawn})};
    }

    Limit limit() {
        return pick<Limit>({{below(10) + 1, Unit::WorkingDay}, {below(10) + 1, Unit::CalendarDay}, {0, Unit::SameDay}, {0, Unit::SameWorkingDay}, {0, Unit::NoneStated},
                            {0, Unit::SetForTheCase}, {0, Unit::InWords, "without delay"}, {0, Unit::AsAgreed}});
    }

    Clock clock(const Pack& pack) {
        Clock made{.limit = limit()};
        if (made.limit.unit == Unit::CalendarDay) made.convention = Convention::DayAfterStartIsDayOne;
        const bool stated = made.limit.unit != Unit::NoneStated;
        if (stated && chance(20)) made.from = {fact(), fact()}, made.from_last = chance(40);
        if (stated && made.from.empty() && !pack.dates.empty() && chance(20)) made.from_date = pick(pack.dates).key;
        if (!pack.dates.empty() && chance(20)) made.no_later_than = {pick(pack.dates).key};
        if (chance(20)) made.cases = {{condition(pack), {1, Unit::WorkingDay}, {}, cited()}};
        if (calendar::is_dated(made.limit) && chance(20)) made.silence = Silence::NextStage;
        return made;
    }

    DutyRule duty(const std::string& key, const Pack& pack) {
        DutyRule rule{.key = key, .what = pick<What>({What::Respond, What::Contact, What::Discuss, What::Consult, What::Refer, What::Inform, What::Consider, What::Report,
                                                      What::Protect, What::SetDate, What::PassOnLearning}),
                      .title = key, .by = who(), .to = who(), .source = cited()};
        for (int i = 0; i < below(3); ++i) rule.on.push_back(fact());
        if (chance(25)) rule.when = condition(pack);
        rule.once = chance(70);
        rule.survives = chance(40);
        rule.clock = clock(pack);
        rule.optional = chance(15);
        if (chance(10)) rule.channels = {Channel::FaceToFace, Channel::Letter};
        return rule;
    }

    Condition condition(const Pack& pack) {
        const auto is = [](Ask ask, std::string word) { return Condition{.op = Condition::Op::Is, .ask = ask, .words = {std::move(word)}}; };
        std::vector<Condition> some{is(Ask::Standing, "plan"), is(Ask::Topic, "need"), is(Ask::Danger, "yes"), is(Ask::Settled, "no"), is(Ask::Answered, "yes"),
                                    is(Ask::Agencies, "several"), is(Ask::Happened, to_word(fact())), is(Ask::Ever, to_word(fact())), is(Ask::Against, "other-agency"),
                                    is(Ask::LineEnds, "both")};
        if (!pack.priorities.words.empty()) some.push_back(is(Ask::Priority, "urgent"));
        const auto first = pick(some), second = pick(some);
        switch (below(5)) {
            case 0: return {.op = Condition::Op::Not, .parts = {first}};
            case 1: return {.op = Condition::Op::Any, .parts = {first, second}};
            case 2: return {.op = Condition::Op::AtLeast, .at_least = 1, .parts = {first, second}};
            default: return first;
        }
    }

    Need need(const Pack& pack) {
        Need made{.before = {pick(words_before())}, .that = condition(pack), .says = "not yet", .source = cited()};
        if (chance(20)) made.no_sooner_than = Clock{.limit = {1, Unit::WorkingDay}, .from = {fact()}};
        if (chance(10)) made.no_later_than = Clock{.limit = {9, Unit::WorkingDay}, .from = {fact()}};
        return made;
    }

    std::mt19937_64 random_;
};

}  // namespace generating
