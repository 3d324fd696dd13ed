#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

const calendar::Date ruled_on = *calendar::parse_date("2026-11-18");

NewRuling ruling(const std::string& reading, const std::string& words) {
    return {.reading = reading, .words = words, .ruled = {"Chair of the policy group", ruled_on}};
}

const Partnership& riverside(const std::shared_ptr<const Snapshot>& known) {
    return *known->find_partnership("riverside");
}

std::string first_fault(const Checked<void>& result) {
    REQUIRE_FALSE(result);
    return result.error().front().what;
}

}  // namespace

TEST_CASE("an adoption says who approved it and when; one by nobody says nothing") {
    World w;
    REQUIRE(w.administration.adopt("riverside", "trial 2", "p.yaml", {"Executive group", ruled_on}));
    const auto known = w.installation.now();
    CHECK(riverside(known).adoptions.front().approved == Approval{});
    CHECK(riverside(known).adoptions.back().approved == Approval{"Executive group", ruled_on});
    // And after a restart.
    const Installation again(w.journal, read_trial_pack, w.clock);
    CHECK(riverside(again.now()).adoptions.back().approved == Approval{"Executive group", ruled_on});
}

TEST_CASE("who approved is said together with the day, and the day is not to come") {
    World w;
    const auto adopt = [&](const Approval& approved) {
        return w.administration.adopt("riverside", "trial 2", "p.yaml", approved);
    };
    CHECK_FALSE(adopt({"Executive group", {}}));
    CHECK_FALSE(adopt({"", ruled_on}));
    CHECK_FALSE(adopt({"Executive group", *calendar::parse_date("2026-11-20")}));
    CHECK(adopt({"Executive group", *calendar::parse_date("2026-11-19")}));
}

TEST_CASE("a ruling stands beside its reading from then on, and the latest one counts") {
    World w;
    CHECK_FALSE(riverside(w.installation.now()).find_ruling(trial_pack(), "counting"));
    REQUIRE(w.administration.rule_on("riverside", ruling("counting", "A working day")));
    REQUIRE(w.administration.rule_on("riverside", ruling("counting", " A day on which offices are open ")));
    const auto known = w.installation.now();
    const auto* found = riverside(known).find_ruling(riverside(known).pack(), "counting");
    REQUIRE(found);
    CHECK(found->words == "A day on which offices are open");
    CHECK(found->ruled == Approval{"Chair of the policy group", ruled_on});
    CHECK_FALSE(known->find_partnership("hillside")->find_ruling(trial_pack(), "counting"));
}

TEST_CASE("a ruling holds for another edition as long as that says the same of the reading") {
    World w;
    REQUIRE(w.administration.rule_on("riverside", ruling("counting", "A working day")));
    auto pack = trial_pack("2");
    const auto known = w.installation.now();
    CHECK(riverside(known).find_ruling(pack, "counting"));
    pack.readings.front().taken = "A calendar day";
    CHECK_FALSE(riverside(known).find_ruling(pack, "counting"));
    pack.identity.key = "another";
    CHECK_FALSE(riverside(known).find_ruling(pack, "counting"));
}

TEST_CASE("a ruling on a reading that the policy does not have is refused with the one that was meant") {
    World w;
    const auto refused = w.administration.rule_on("riverside", ruling("couting", "A working day"));
    CHECK(first_fault(refused) == "the policy has no reading 'couting'");
    CHECK(refused.error().front().hint == "did you mean 'counting'?");
    CHECK(first_fault(w.administration.rule_on("riverside", ruling("counting", " "))) == "a ruling needs its words");
    auto unsigned_one = ruling("counting", "A working day");
    unsigned_one.ruled = {};
    CHECK(first_fault(w.administration.rule_on("riverside", unsigned_one)) ==
          "a ruling says who ruled, and on which day");
    auto elsewhere = ruling("counting", "A working day");
    elsewhere.edition = "9";
    CHECK(first_fault(w.administration.rule_on("riverside", elsewhere)) ==
          "edition '9' of 'trial' was never adopted");
    CHECK(first_fault(w.administration.rule_on("nowhere", ruling("counting", "x"))) ==
          "there is no partnership 'nowhere'");
}

TEST_CASE("whoever approved or ruled can be erased: the name is sealed, the decision stays") {
    World w;
    REQUIRE(w.administration.rule_on("riverside", ruling("counting", "A working day")));
    const auto stored = w.ledger.read(streams::partnership("riverside"));
    CHECK(stored.back().envelope.open.find("Chair") == std::string::npos);
    w.sealer.destroy_class(streams::partnership("riverside"), store::FieldClass::Identity);
    const Installation again(w.journal, read_trial_pack, w.clock);
    const auto known = again.now();
    const auto* found = riverside(known).find_ruling(trial_pack(), "counting");
    REQUIRE(found);
    CHECK(found->ruled.by.empty());
    CHECK(found->words == "A working day");
}
