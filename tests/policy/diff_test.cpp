// A new edition is told rule by rule: what is new, what is gone, and what says something else.
#include "policy/diff.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace policy;

namespace {

Pack edition() {
    Pack pack;
    pack.identity.key = "sample";
    pack.identity.edition = "1";
    pack.clauses = {{"1", "All of it"}};
    pack.tiers = {{.key = "worker",
                   .title = "Practitioner",
                   .rows = {TierRow{.kinds = {"worker"}, .source = {}}},
                   .source = {"1", ""}}};
    Stage one{.key = "one",
              .label = "Stage 1",
              .title = "Talk",
              .raising = "worker",
              .receiving = "worker",
              .source = {"1", ""}};
    one.clock = Clock{.limit = {5, calendar::Unit::WorkingDay, {}}};
    DutyRule reply;
    reply.key = "reply", reply.what = What::Respond, reply.title = "Reply", reply.by = {Who::Kind::Receiving},
    reply.source = {"1", ""};
    one.duties = {reply};
    one.needs = {{.before = {"escalate"},
                  .that = {.op = Condition::Op::Is, .ask = Ask::Happened, .words = {"discussed"}},
                  .says = "Talk first",
                  .source = {"1", ""}}};
    Stage two{.key = "two", .label = "Stage 2", .title = "Managers", .source = {"1", ""}};
    pack.stages = {one, two};
    pack.forms = {{.key = "notice",
                   .title = "Notice",
                   .filled_by = {Who::Kind::Raising},
                   .sections = {{.key = "a",
                                 .title = "A",
                                 .owner = {Who::Kind::Raising},
                                 .fields = {{.name = "what", .label = "What happened"}}}},
                   .source = {"1", ""}}};
    pack.readings = {{.key = "day",
                      .about = "What a day is",
                      .taken = "A working day",
                      .instead = "Any day",
                      .clause = "1"}};
    return pack;
}

/// What is said of this one change.
std::vector<Difference> after(const std::function<void(Pack&)>& change) {
    auto changed = edition();
    change(changed);
    return differences(edition(), changed);
}

Difference only(const std::function<void(Pack&)>& change) {
    const auto found = after(change);
    REQUIRE(found.size() == 1);
    return found.front();
}

}  // namespace

TEST_CASE("an edition differs from itself in nothing") {
    CHECK(differences(edition(), edition()).empty());
}

TEST_CASE("another limit is told with what it was, what it is, and its clause") {
    const auto told = only([](Pack& pack) { pack.stages[0].clock->limit.n = 3; });
    CHECK(told.kind == Difference::Kind::Changed);
    CHECK(told.says ==
          "Stage 'Stage 1: Talk': by when was 'within 5 working days', is now 'within 3 working days'");
    CHECK(told.clause == "1");
    CHECK(told.key == "one");
}

TEST_CASE("a stage that is gone and one that is new are told as such") {
    const auto told = after([](Pack& pack) {
        pack.stages[1].key = "panel";
        pack.stages[1].title = "A panel";
    });
    REQUIRE(told.size() == 2);
    CHECK(told[0].says == "Stage 'Stage 2: A panel' is new");
    CHECK(told[0].kind == Difference::Kind::Added);
    CHECK(told[1].says == "Stage 'Stage 2: Managers' is gone");
    CHECK(told[1].kind == Difference::Kind::Removed);
}

TEST_CASE("a duty, a need, a tier, a question of a form and a reading each have their sentence") {
    CHECK(only([](Pack& pack) { pack.stages[0].duties[0].by = {Who::Kind::Both}; }).says ==
          "Stage 1, duty 'Reply': who owes it was 'the receiving side', is now 'both sides'");
    CHECK(only([](Pack& pack) { pack.stages[0].duties.clear(); }).says == "Stage 1, duty 'Reply' is gone");
    CHECK(only([](Pack& pack) { pack.stages[0].needs[0].that.words = {"met"}; }).says ==
          "Stage 1, need 'Talk first': what must be true was 'discussed is recorded at this stage', is now "
          "'met is recorded at this stage'");
    CHECK(only([](Pack& pack) { pack.tiers[0].rows[0].kinds = {"nurse"}; }).says ==
          "Tier 'Practitioner': who fills it was 'any worker from agency', is now 'any nurse from agency'");
    CHECK(only([](Pack& pack) { pack.forms[0].sections[0].fields[0].required = true; }).says ==
          "Notice, A, question 'What happened': must be answered was 'no', is now 'yes'");
    CHECK(only([](Pack& pack) { pack.readings[0].ruled_by = "The chair"; }).says ==
          "Reading 'What a day is': ruled by was nothing, is now 'The chair'");
}

TEST_CASE("office hours, and what a hand-over, a decision, a step, a date and a form ask for, are told beside other changes") {
    const auto beside = [](const std::function<void(Pack&)>& change) {
        return [change](Pack& pack) {
            pack.identity.title = "Another";
            pack.stages[0].title = "Speak";
            pack.forms[0].title = "Another notice";
            change(pack);
        };
    };
    const auto without = after(beside([](Pack&) {})).size();
    const auto told = [&](const std::function<void(Pack&)>& change, const std::string& says) {
        const auto found = after(beside(change));
        CHECK(found.size() == without + 1);
        const auto said = std::ranges::any_of(found, [&](const Difference& one) { return one.says.find(says) != std::string::npos; });
        CHECK_MESSAGE(said, says);
    };
    told([](Pack& pack) { (void)calendar::add_open_hours(pack.identity.hours, "mon 09:00-17:00"); },
         "office hours was nothing, is now 'Mon 09:00 to 17:00'");
    told([](Pack& pack) { pack.forms[0].exactly_one_of = {{"a", "b"}}; }, "exactly one is filled in of was nothing, is now 'a or b'");
    const auto decided = [](const Field& asked) {
        auto with_rules = edition();
        with_rules.stages[0].hand_over = HandOver{.to = "There", .by = {Who::Kind::Raising}, .says = asked.label, .source = {"1", ""}};
        with_rules.stages[0].decisions = {{.title = "Decide", .by = {Who::Kind::Raising}, .asks = {asked}, .source = {"1", ""}}};
        with_rules.steps = {{.key = "file", .title = "Read the file", .by = {Who::Kind::Raising}, .asks = {asked}, .source = {"1", ""}}};
        with_rules.dates = {{.key = "day", .title = "The day", .by = {Who::Kind::Raising}, .with_time = asked.required, .source = {"1", ""}}};
        return with_rules;
    };
    const auto found = differences(decided({.name = "aim", .label = "Aim"}), decided({.name = "aim", .label = "Aim", .required = true}));
    CHECK(found.size() == 3);
    for (const auto& one : found) CHECK((one.says.ends_with("must be answered, narrative)'") || one.says.ends_with("is now 'yes'")));
    const auto refusal = differences(decided({.name = "aim", .label = "Aim"}), decided({.name = "aim", .label = "Goal"}));
    CHECK(std::ranges::any_of(refusal, [](const Difference& one) { return one.says.find("where that does not hold was 'Aim'") != std::string::npos; }));
}

TEST_CASE("the order of the ladder is a rule too") {
    const auto told = only([](Pack& pack) { std::swap(pack.stages[0], pack.stages[1]); });
    CHECK(told.says == "The order of the stages was 'one, two', is now 'two, one'");
}

TEST_CASE("no change passes in silence") {
    const std::vector<std::function<void(Pack&)>> changes{
        [](Pack& pack) { pack.identity.title = "Another"; },
        [](Pack& pack) {
            pack.identity.hours = {};
            pack.identity.nag.n = 9;
        },
        [](Pack& pack) { pack.scope.own_agency = true; },
        [](Pack& pack) {
            pack.scope.topics.words = {{"need", "Need", {}}};
        },
        [](Pack& pack) { pack.scope.topics.open = true; },
        [](Pack& pack) {
            pack.scope.exclusions = {{.key = "x", .question = "?", .go_to = "there", .source = {}}};
        },
        [](Pack& pack) { pack.clauses[0].says = "Some of it"; },
        [](Pack& pack) {
            pack.clauses.push_back({"2", "More"});
        },
        [](Pack& pack) { pack.settled_by = {{Who::Kind::Raiser}}; },
        [](Pack& pack) { pack.bodies = {{.key = "board", .title = "Board"}}; },
        [](Pack& pack) {
            pack.jumps = {{.to = {"two"}, .source = {"1", ""}}};
        },
        [](Pack& pack) { pack.stages[0].formal = false; },
        [](Pack& pack) { pack.stages[0].asks = {{.name = "aim", .label = "Aim"}}; },
        [](Pack& pack) {
            pack.stages[1].repeats = Repeat{.times_max = 2, .source = {"1", ""}};
        },
        [](Pack& pack) { pack.stages[0].clock_source.reading = "day"; },
        [](Pack& pack) { pack.stages[0].duties[0].clock.strength = Strength::Aim; },
        [](Pack& pack) { pack.forms[0].sections[0].fields[0].max = 10; },
        [](Pack& pack) { pack.languages = {{.code = "cy", .process = "anghytundeb"}}; },
        [](Pack& pack) {
            pack.steps = {
                {.key = "file", .title = "Read the file", .by = {Who::Kind::Raising}, .source = {"1", ""}}};
        },
        [](Pack& pack) { std::swap(pack.stages[0].duties[0].title, pack.stages[0].duties[0].wording); }};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        INFO("change ", i);
        CHECK_FALSE(after(changes[i]).empty());
    }
}
