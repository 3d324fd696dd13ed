// A small policy with every kind of thing that a flowchart shows.
#pragma once
#include "policy/house_rules.h"
#include "policy/pack.h"

namespace testing {

inline policy::Pack sample() {
    using namespace policy;
    const Who raising{Who::Kind::Raising}, receiving{Who::Kind::Receiving};
    const auto within = [](int days) { return Clock{.limit = {days, calendar::Unit::WorkingDay, {}}}; };
    const auto duty = [](std::string key, std::string title, Who by, Clock clock) {
        DutyRule rule;
        rule.key = std::move(key), rule.title = std::move(title), rule.by = std::move(by),
        rule.clock = std::move(clock);
        rule.source.clause = "1";
        return rule;
    };
    Pack pack;
    pack.identity.key = "sample";
    pack.identity.title = "A policy of <b>Ours</b> & Theirs";
    pack.identity.owner = "The partnership";
    pack.identity.calendar = "england-and-wales";
    pack.tiers = {{.key = "worker", .title = "Practitioner", .rows = {}, .source = {}},
                  {.key = "manager", .title = "Line manager", .rows = {}, .source = {}}};

    Stage one{.key = "one",
              .label = "Stage 1",
              .title = "Practitioners talk",
              .raising = "worker",
              .receiving = "worker"};
    one.formal = false;
    one.clock = within(5);
    one.clock_source = {"1", "day"};
    one.duties = {duty("talk", "Talk to the other side", raising, within(2)),
                  duty("reply", "Explain the decision", receiving, {})};
    one.needs = {{.before = {"escalate"}, .says = "Talk first", .source = {"1", ""}}};
    Stage two{
        .key = "two", .label = "Stage 2", .title = "Managers", .raising = "manager", .receiving = "manager"};
    two.repeats = Repeat{.times_max = 3, .source = {"2", ""}};
    two.source.clause = "2";
    Stage three{.key = "three", .label = "Stage 3", .title = "The chair", .raising = "manager"};
    three.branches =
        BranchRule{.by = {Who::Kind::Partnership, "chair", {}},
                   .options = {{.key = "alone", .title = "The chair alone", .source = {"3", ""}},
                               {.key = "panel", .title = "A panel of three", .source = {"3", ""}}}};
    three.decisions = {{.title = "Decide the course",
                        .by = {Who::Kind::Partnership, "chair", {}},
                        .options = {{.key = "do", .title = "Do it", .then = Then::Settles},
                                    {.key = "not", .title = "Leave it", .then = Then::Stays}},
                        .source = {"3", ""}}};
    three.hand_over = HandOver{.to = "the review of cases", .by = raising, .source = {"4", ""}};
    pack.stages = {one, two, three};
    pack.jumps = {{.to = {"three"},
                   .when = Condition{.op = Condition::Op::Is, .ask = Ask::Stage, .words = {"one"}},
                   .source = {"5", ""}}};
    pack.starts = {{.stage = "one", .source = {"1", ""}},
                   {.stage = "two",
                    .when = Condition{.op = Condition::Op::Is, .ask = Ask::Danger, .words = {"yes"}},
                    .source = {"6", ""}}};
    pack.steps = {{.key = "complaint",
                   .title = "A complaint is made",
                   .by = raising,
                   .beside = true,
                   .source = {"7", ""}}};
    return with_house_rules(std::move(pack));
}

}  // namespace testing
