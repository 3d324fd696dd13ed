#include "access/gate.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

using namespace gate;

namespace {

const std::vector<Relation> relations{Relation::Raiser,
                                      Relation::RaisingSide,
                                      Relation::ReceivingSide,
                                      Relation::ManagerOfSide,
                                      Relation::CaseRole,
                                      Relation::MeetingMember,
                                      Relation::BusinessManager,
                                      Relation::PartnershipChair,
                                      Relation::DataGuardian,
                                      Relation::Administrator,
                                      Relation::None};

const std::vector<Action> actions{Action::SeeExistence, Action::SeeRegisterRow,  Action::SeeOpen,
                                  Action::SeeNarrative, Action::SeeIdentity,     Action::SeeCorrected,
                                  Action::Act,          Action::SeeReads,        Action::Release,
                                  Action::SetExclusion, Action::ManageDirectory, Action::ManagePeople};

/// Written apart from the rules, row by row. Columns in the order of `actions`: y allowed, n denied,
/// r only once released, u only while under way.
const std::map<Relation, std::string> expected{
    //                            exi reg opn nar ide cor act rea rel exc dir ppl
    {Relation::Raiser, "yyyyynynnnnn"},
    {Relation::RaisingSide, "yyyyynynnnnn"},
    {Relation::ReceivingSide, "yyyyynynnnnn"},
    {Relation::ManagerOfSide, "yyyyynynnnnn"},
    {Relation::CaseRole, "yyyyrnynynnn"},
    {Relation::MeetingMember, "yyyurnununnn"},
    {Relation::BusinessManager, "yyyyrnynynyn"},
    {Relation::PartnershipChair, "yyyyrnynynnn"},
    {Relation::DataGuardian, "yyynrynyyynn"},
    {Relation::Administrator, "nnnnnnnnnnyy"},
    {Relation::None, "nnnnnnnnnnnn"}};

bool expected_of(char cell, const Facts& facts) {
    return cell == 'y' || (cell == 'r' && facts.identity_released) || (cell == 'u' && facts.under_way);
}

std::vector<Facts> settings() {
    std::vector<Facts> all;
    for (const bool under_way : {false, true}) {
        for (const bool released : {false, true}) all.push_back({false, {}, under_way, released});
    }
    return all;
}

}  // namespace

TEST_CASE("every relation may do exactly what the written table says, and nothing else") {
    int cells = 0;
    for (const auto relation : relations) {
        REQUIRE(expected.at(relation).size() == actions.size());
        for (std::size_t i = 0; i < actions.size(); ++i) {
            for (Facts facts : settings()) {
                facts.relations = {relation};
                CAPTURE(static_cast<int>(relation));
                CAPTURE(static_cast<int>(actions[i]));
                CHECK(allows(facts, actions[i]) == expected_of(expected.at(relation)[i], facts));
                ++cells;
            }
        }
    }
    CHECK(cells == 11 * 12 * 4);
}

TEST_CASE("somebody excluded may do nothing, whatever else they are") {
    for (const auto relation : relations) {
        for (const auto action : actions) {
            for (Facts facts : settings()) {
                facts.excluded = true;
                facts.relations = {relation};
                CHECK_FALSE(allows(facts, action));
            }
        }
    }
}

TEST_CASE("several relations allow what any one of them allows, and exclusion denies them all") {
    rc::check([] {
        Facts facts;
        facts.excluded = *rc::gen::arbitrary<bool>();
        facts.under_way = *rc::gen::arbitrary<bool>();
        facts.identity_released = *rc::gen::arbitrary<bool>();
        for (const auto relation :
             *rc::gen::container<std::vector<Relation>>(rc::gen::elementOf(relations))) {
            facts.relations.insert(relation);
        }
        const auto at = *rc::gen::inRange<std::size_t>(0, actions.size());
        bool any = false;
        for (const auto relation : facts.relations)
            any = any || expected_of(expected.at(relation)[at], facts);
        RC_ASSERT(allows(facts, actions[at]) == (any && !facts.excluded));
    });
}

TEST_CASE("a denial says why in words") {
    CHECK(decide({.excluded = true, .relations = {Relation::Raiser}}, Action::SeeOpen).error().why ==
          "they are excluded from this disagreement");
    CHECK(decide({}, Action::SeeOpen).error().why == "nothing gives them a need to know");
    CHECK(decide({.relations = {Relation::BusinessManager}}, Action::SeeIdentity).error().why ==
          "identity has not been released to them");
}

TEST_CASE("no rule is said twice") {
    std::set<std::pair<Relation, Action>> seen;
    for (const auto& rule : rules()) CHECK(seen.emplace(rule.relation, rule.action).second);
}
