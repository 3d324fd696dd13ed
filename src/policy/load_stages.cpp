// How tiers, stages and what happens at a stage are written.
#include "policy/load_rules.h"

namespace policy {
namespace {

/// Parts that a stage keeps in two members, or as a yes, stand in one map of the text.
struct StageClock {
    Clock clock;
    Source source;
};

const Table<StageClock>& stage_clock_table() {
    static const auto table = [] {
        Table<StageClock> rows("clock");
        clock_keys(rows, &StageClock::clock);
        cite(rows, &StageClock::source);
        return rows;
    }();
    return table;
}

const Table<Source>& source_table() {
    static const auto table = [] {
        Table<Source> rows("source");
        cite(rows, [](Source& source) -> Source& { return source; });
        return rows;
    }();
    return table;
}

/// Takes a StageClock apart into the members of a stage.
struct ClockOf {
    Stage& stage;
    ClockOf& operator=(StageClock&& read) {
        stage.clock = std::move(read.clock);
        stage.clock_source = std::move(read.source);
        return *this;
    }
};

struct ThoughSettledOf {
    Stage& stage;
    ThoughSettledOf& operator=(Source&& read) {
        stage.though_settled = true;
        stage.though_settled_source = std::move(read);
        return *this;
    }
};

const Table<Repeat>& repeat_table() {
    static const auto table = [] {
        auto rows = Table<Repeat>("repeat").must("times_max", "How often at most, 1 to 20", number(1, 20),
                                                 &Repeat::times_max);
        cite(rows, &Repeat::source);
        return rows;
    }();
    return table;
}

const Table<Branch>& branch_table() {
    static const auto table = [] {
        auto rows = Table<Branch>("branch")
                        .must("key", "Its key", key(), &Branch::key)
                        .must("title", "What people see", text(), &Branch::title);
        cite(rows, &Branch::source);
        return rows;
    }();
    return table;
}

const Table<BranchRule>& branches_table() {
    static const auto table =
        Table<BranchRule>("choice of branches")
            .must("by", "Who chooses", who(), &BranchRule::by)
            .must("options", "What can be chosen", list_of(record(branch_table())), &BranchRule::options);
    return table;
}

const Table<DecisionOption>& decision_option_table() {
    static const auto table = Table<DecisionOption>("option of a decision")
                                  .must("key", "Its key", key(), &DecisionOption::key)
                                  .must("title", "What people see", text(), &DecisionOption::title)
                                  .may("then", "What it does to the disagreement; settles where left out",
                                       one_of<Then>(), &DecisionOption::then);
    return table;
}

const Table<DecisionRule>& decision_table() {
    static const auto table = [] {
        auto rows = Table<DecisionRule>("decision")
                        .must("title", "What is decided, in words", text(), &DecisionRule::title)
                        .must("by", "Who decides", who(), &DecisionRule::by)
                        .may("force", "How far it binds; final where left out", one_of<Force>(),
                             &DecisionRule::force)
                        .may("options", "What can be decided", list_of(record(decision_option_table())),
                             &DecisionRule::options)
                        .may("other", "Another course, in words, is possible", yes_no(), &DecisionRule::other)
                        .may("asks", "What the decision must also state", list_of(record(field_table())),
                             &DecisionRule::asks)
                        .may("if", "Only where this holds", condition(), &DecisionRule::when);
        cite(rows, &DecisionRule::source);
        return rows;
    }();
    return table;
}

const Table<HandOver>& hand_over_table() {
    static const auto table = [] {
        auto rows = Table<HandOver>("hand-over")
                        .must("to", "The process that takes over, in words", text(), &HandOver::to)
                        .must("by", "Who hands over", who(), &HandOver::by)
                        .may("if", "Only where this holds", condition(), &HandOver::when)
                        .may("says", "Why not, where that does not hold", text(), &HandOver::says)
                        .may("back_by", "Who may take it back from there; nobody where left out", who(),
                             &HandOver::back_by);
        cite(rows, &HandOver::source);
        return rows;
    }();
    return table;
}

const Table<TierRow>& tier_row_table() {
    static const auto table = [] {
        auto rows =
            Table<TierRow>("row of a tier")
                .may("sectors", "Sectors of the agency; any, where left out", keys(), &TierRow::sectors)
                .may("professions", "Kinds of the practitioner's own post; any, where left out", keys(),
                     &TierRow::professions)
                .may("kinds", "Kinds of post that fill it", keys(), &TierRow::kinds)
                .may("from", "Where the post is looked for; agency where left out", one_of<TierRow::From>(),
                     &TierRow::from)
                .may("represented_by", "Sector of the agency whose post speaks for it", key(),
                     &TierRow::represented_by);
        cite(rows, &TierRow::source);
        return rows;
    }();
    return table;
}

void add_what_happens(Table<Stage>& rows) {
    rows.may("clock", "How long the stage may take", record(stage_clock_table()),
             [](Stage& stage) { return ClockOf{stage}; })
        .may("asks", "What must be stated on entering it", list_of(record(field_table())), &Stage::asks)
        .may("duties", "What is owed here", list_of(record(duty_table())), &Stage::duties)
        .may("needs", "What must be true before an action here", list_of(record(need_table())), &Stage::needs)
        .may("repeats", "The same stage again, one post further up", record(repeat_table()), &Stage::repeats)
        .may("branches", "A choice of ways here", record(branches_table()), &Stage::branches)
        .may("decisions", "Who may decide the course here", list_of(record(decision_table())),
             &Stage::decisions)
        .may("hand_over", "Another process that can take over here", record(hand_over_table()),
             &Stage::hand_over)
        .may("meetings", "Meetings that can be convened here", keys(), &Stage::meetings)
        .may("though_settled", "Given: it can also be entered when the matter is settled",
             record(source_table()), [](Stage& stage) { return ThoughSettledOf{stage}; });
}

}  // namespace

const Table<Tier>& tier_table() {
    static const auto table = [] {
        auto rows = Table<Tier>("tier")
                        .must("key", "Its key", key(), &Tier::key)
                        .must("title", "Its name", text(), &Tier::title)
                        .may("rows", "Which posts fill it, the first that fits",
                             list_of(record(tier_row_table())), &Tier::rows);
        cite(rows, &Tier::source);
        return rows;
    }();
    return table;
}

const Table<Stage>& stage_table() {
    static const auto table = [] {
        auto rows =
            Table<Stage>("stage")
                .must("key", "Its key", key(), &Stage::key)
                .must("label", "What the policy calls the step: Stage 1, Level 2", text(), &Stage::label)
                .must("title", "What it is, in words", text(), &Stage::title)
                .may("kind", "What it is called on diagrams; managers where left out", one_of<StageKind>(),
                     &Stage::kind)
                .may("raising", "The tier that acts for the raising side", key(), &Stage::raising)
                .may("receiving", "The tier that acts for each receiving side", key(), &Stage::receiving)
                .may("formal", "No: it does not count as an escalation", yes_no(), &Stage::formal);
        add_what_happens(rows);
        cite(rows, &Stage::source);
        return rows;
    }();
    return table;
}

}  // namespace policy
