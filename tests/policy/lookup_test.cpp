#include "policy/house_rules.h"
#include "policy/pack.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace policy;

namespace {

Pack ladder_of(const std::vector<std::string>& keys) {
    Pack pack;
    for (const auto& key : keys) {
        pack.stages.emplace_back();
        pack.stages.back().key = key;
    }
    return pack;
}

std::vector<Fact> facts_of(What what, const std::string& form = {}, const std::string& meeting = {}) {
    DutyRule rule;
    rule.what = what;
    rule.form = form;
    rule.meeting = meeting;
    return done_by(rule);
}

const DutyRule& rule_of(const std::vector<DutyRule>& rules, const std::string& key) {
    const auto found = std::ranges::find(rules, key, &DutyRule::key);
    REQUIRE(found != rules.end());
    return *found;
}

}  // namespace

TEST_CASE("the order of the stages is the ladder") {
    const auto pack = ladder_of({"one", "two", "three"});
    CHECK(rank_of(pack, {}, "one") == 0);
    CHECK(rank_of(pack, {}, "three") == 2);
    CHECK(rank_of(pack, {}, "four") == -1);
    CHECK(find_next(pack, {}, "one") == &pack.stages[1]);
    CHECK(find_next(pack, {}, "three") == nullptr);
    CHECK(find_next(pack, {}, "four") == nullptr);
    CHECK(find_stage(pack, "two") == &pack.stages[1]);
}

TEST_CASE("what is not in a pack is not found") {
    const Pack pack;
    CHECK(find_stage(pack, "x") == nullptr);
    CHECK(find_tier(pack, "x") == nullptr);
    CHECK(find_form(pack, "x") == nullptr);
    CHECK(find_meeting(pack, "x") == nullptr);
    CHECK(find_role(pack, "x") == nullptr);
    CHECK(find_reading(pack, "x") == nullptr);
    CHECK(find_clause(pack, "x") == nullptr);
}

TEST_CASE("each kind of doing is fulfilled by its own facts, unless the rule names others") {
    using enum Happening;
    CHECK(facts_of(What::Respond) == std::vector<Fact>{{Answered}});
    CHECK(facts_of(What::Contact) == std::vector<Fact>{{Contacted}, {Discussed}, {Met}});
    CHECK(facts_of(What::CompleteForm, "notice") == std::vector<Fact>{{FormSubmitted, "notice"}});
    CHECK(facts_of(What::Offer, "", "mediation") ==
          std::vector<Fact>{{OfferMade, "mediation"}, {OfferDeclined, "mediation"}});
    CHECK(facts_of(What::Confirm) == std::vector<Fact>{{OutcomeConfirmed}, {OutcomeRejected}});
    CHECK(facts_of(What::Inform) == std::vector<Fact>{{Discharged}});
    DutyRule own;
    own.what = What::Respond;
    own.done_by = {{Discussed}};
    CHECK(done_by(own) == own.done_by);
}

TEST_CASE("the rules of the house hold where a policy does not say otherwise (ALL-1, ALL-4 to ALL-7)") {
    const auto rules = with_house_rules({}).duties;
    CHECK(rules == house_rules());
    CHECK(rule_of(rules, "referral").clock.limit.unit == calendar::Unit::SameDay);
    CHECK(rule_of(rules, "referral").source.clause == "house ALL-1");
    CHECK(rule_of(rules, "put-on-file").source.clause == "house ALL-4");
    CHECK(rule_of(rules, "confirm").source.clause == "house ALL-5");
    CHECK(rule_of(rules, "offer-debrief").optional);
    CHECK_FALSE(rule_of(rules, "pass-on-learning").once);
    CHECK(std::ranges::all_of(rules,
                              [](const DutyRule& rule) { return rule.source.clause.starts_with("house"); }));
}

TEST_CASE("a policy that says it itself keeps its own words (ALL-5)") {
    Pack pack;
    pack.duties.emplace_back();
    pack.duties[0].key = "confirm";
    pack.duties[0].title = "Its own";
    const auto rules = with_house_rules(pack).duties;
    CHECK(rules.size() == house_rules().size());
    CHECK(rules[0].title == "Its own");
    CHECK(std::ranges::count(rules, "confirm", &DutyRule::key) == 1);
    CHECK(with_house_rules(with_house_rules(pack)) == with_house_rules(pack));
}
