// Who may do what, read off a small policy.
#include "disagreement/matrix.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "village.h"

namespace {

using disagreement::Action;
using disagreement::Entitlement;

std::vector<Entitlement> rows_of(const policy::Pack& pack, const std::string& stage, Action action) {
    auto all = disagreement::matrix(pack);
    std::erase_if(all, [&](const Entitlement& row) { return row.stage != stage || row.action != action; });
    return all;
}

}  // namespace

TEST_CASE("the matrix says for each stage who acts there, by the tiers of the policy") {
    const auto pack = village::pack();
    const auto answers = rows_of(pack, "managers", Action::Answer);
    REQUIRE(answers.size() == 1);
    CHECK(answers[0].who == "the receiving side (Manager)");
    CHECK(rows_of(pack, "talk", Action::Contact).at(0).who ==
          "the raising side (Worker); the receiving side (Worker)");
}

TEST_CASE("the matrix says how it goes up from each stage, and what there is at the top") {
    const auto pack = village::pack();
    CHECK(rows_of(pack, "talk", Action::Escalate).at(0).title == "Take it up to Stage 2: Managers");
    CHECK(rows_of(pack, "heads", Action::Escalate).at(0).title == "Record that it is not settled here");
    CHECK(rows_of(pack, "heads", Action::Decide).at(0).who == "the partnership's chair");
    CHECK(rows_of(pack, "heads", Action::Convene).at(0).about == "panel");
    CHECK(rows_of(pack, "talk", Action::Decide).empty());
    CHECK(rows_of(pack, "talk", Action::GoUpTheLine).empty());
}

TEST_CASE("what must come first stands beside what it holds up, with its clause") {
    auto pack = village::pack();
    policy::Need need;
    need.before = {"escalate"};
    need.says = "Talk first";
    need.source.clause = "1";
    pack.stages[0].needs = {need};
    const auto rows = rows_of(pack, "talk", Action::Escalate);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].only == std::vector<std::string>{"first: Talk first [1]"});
    CHECK(rows_of(pack, "managers", Action::Escalate).at(0).only.empty());
}

TEST_CASE("declaring danger is possible at every stage and afterwards") {
    const auto rows = rows_of(village::pack(), "", Action::DeclareDanger);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].until == "while open, settled, withdrawn, closed, handed over");
    CHECK(rows[0].only.empty());
}

TEST_CASE("a jump is told with who may and where it leads") {
    auto pack = village::pack();
    policy::Jump jump;
    jump.to = {"heads"};
    jump.when =
        policy::Condition{.op = policy::Condition::Op::Is, .ask = policy::Ask::Danger, .words = {"yes"}};
    jump.source.clause = "1";
    pack.jumps = {jump};
    const auto rows = rows_of(pack, "", Action::Jump);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].title == "Go straight to Stage 3");
    CHECK(rows[0].only == std::vector<std::string>{"where immediate danger is declared"});
}
