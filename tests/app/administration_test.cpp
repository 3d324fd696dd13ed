#include <algorithm>
#include <set>

#include "app/reference.h"
#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

std::string fault(const Checked<std::string>& result) {
    REQUIRE_FALSE(result);
    return result.error().front().what;
}

}  // namespace

TEST_CASE("a new partnership has an office with a business manager, and works on its policy from then on") {
    World w;
    const auto known = w.installation.now();
    const auto* riverside = known->find_partnership("riverside");
    REQUIRE(riverside);
    CHECK(riverside->name == "Riverside Partnership");
    CHECK(riverside->pack().identity.key == "trial");
    CHECK(riverside->directory.find_partnership()->id == AgencyId("riverside"));
    CHECK(riverside->directory.find_post(PostId("riverside.business-manager")));
    // The house rules are there, on top of those of the policy.
    const auto& duties = riverside->pack().duties;
    CHECK(std::ranges::find(duties, "put-on-file", &policy::DutyRule::key) != duties.end());
}

TEST_CASE("a partnership is refused with a bad key, a key that is taken, no name, or a pack with findings") {
    World w;
    CHECK(
        fault(w.administration.add_partnership({"Not A Key", "X", "trial", "p.yaml"})).find("is not a key") !=
        std::string::npos);
    CHECK(fault(w.administration.add_partnership({"riverside", "X", "trial", "p.yaml"})).find("taken") !=
          std::string::npos);
    CHECK(fault(w.administration.add_partnership({"school", "X", "trial", "p.yaml"})).find("taken") !=
          std::string::npos);
    CHECK(fault(w.administration.add_partnership({"new", " ", "trial", "p.yaml"})) ==
          "the partnership has no name");
    const auto bad = w.administration.add_partnership({"new", "New", "rubbish", "p.yaml"});
    CHECK(fault(bad) == "this is not a pack");
    CHECK(bad.error().front().where.file == "p.yaml");
    CHECK_FALSE(w.installation.now()->find_partnership("new"));
}

TEST_CASE("an edition is adopted once") {
    World w;
    CHECK(fault(w.administration.adopt("riverside", "trial", "p.yaml")).find("was adopted already") !=
          std::string::npos);
    CHECK(*w.administration.adopt("riverside", "trial 2", "p.yaml") == "2");
    CHECK(w.installation.now()->find_partnership("riverside")->pack().identity.edition == "2");
    CHECK(fault(w.administration.adopt("nowhere", "trial 2", "p.yaml")).find("no partnership") !=
          std::string::npos);
}

TEST_CASE("an edition is worked under from its first day on, and until then the one before goes on") {
    World w;
    w.clock.set(at("2026-11-19T10:00"));
    REQUIRE(w.administration.adopt("riverside", "trial 2 from 2026-12-01", "p.yaml"));
    const auto edition = [&] { return w.installation.now()->find_partnership("riverside")->pack().identity.edition; };
    CHECK(edition() == "1");
    CHECK_FALSE(w.transact.not_yet("riverside"));
    REQUIRE(w.administration.adopt("riverside", "trial 3", "p.yaml"));
    CHECK(edition() == "3");
    w.clock.set(at("2026-11-30T23:59"));
    CHECK(edition() == "3");
    w.clock.set(at("2026-12-01T00:01"));
    CHECK(edition() == "2");
    const Installation again(w.journal, read_trial_pack, w.clock);
    CHECK(again.now()->find_partnership("riverside")->pack().identity.edition == "2");
}

TEST_CASE("a partnership whose first policy begins later raises nothing before, and says from when") {
    World w;
    w.clock.set(at("2026-11-19T10:00"));
    REQUIRE(w.administration.add_partnership({"later", "Later", "trial 1 from 2026-12-01", "p.yaml"}));
    const auto no = w.transact.not_yet("later");
    REQUIRE(no);
    CHECK(no->rule == "before_its_policy");
    CHECK(no->why.find("1 December 2026") != std::string::npos);
    w.clock.set(at("2026-12-01T09:00"));
    CHECK_FALSE(w.transact.not_yet("later"));
}

TEST_CASE("a calendar that cannot be counted with is refused") {
    World w;
    CHECK_FALSE(w.administration.set_calendar("riverside", {.key = "atlantis"}));
    CHECK(w.administration.set_calendar("nowhere", {.key = "scotland"}).error().rule ==
          "no_such_partnership");
    CHECK(w.administration.set_calendar("riverside", {.key = "scotland"}));
}

TEST_CASE("an import with findings changes nothing") {
    World w;
    const auto before = w.installation.now()->directory;
    const auto imported = w.administration.import_directory(
        "key,name,sector,partnerships\nnew,New,school,riverside\nbad,,school,riverside\n", "agencies.csv");
    REQUIRE_FALSE(imported);
    CHECK(imported.error().front().where.file == "agencies.csv");
    CHECK(w.installation.now()->directory == before);
}

TEST_CASE("an exported directory, imported again, changes nothing, and people go by their e-mail") {
    World w;
    const auto before = w.installation.now()->directory;
    CHECK(w.administration.export_directory(directory::Sheet::Holdings).find("teacher@example.org") !=
          std::string::npos);
    for (const auto sheet :
         {directory::Sheet::Agencies, directory::Sheet::Posts, directory::Sheet::Holdings}) {
        w.import(w.administration.export_directory(sheet));
    }
    CHECK(w.installation.now()->directory == before);
}

TEST_CASE(
    "administrators manage the directory and people, business managers the directory, nobody else either") {
    World w;
    using A = gate::Action;
    CHECK(w.administration.may(PersonId("admin"), A::ManageDirectory));
    CHECK(w.administration.may(PersonId("keeper"), A::ManageDirectory));
    CHECK_FALSE(w.administration.may(PersonId("keeper"), A::ManagePeople));
    for (const auto* person : {"teacher", "chair", "guardian", "stranger"}) {
        CHECK_FALSE(w.administration.may(PersonId(person), A::ManageDirectory));
    }
}

TEST_CASE("what was known before a restart is known after it") {
    World w;
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), w.raise(), PersonId("iro"), "related", "e1"));
    const auto before = w.installation.now();
    Installation again(w.journal, read_trial_pack, w.clock);
    const auto after = again.now();
    CHECK(after->directory == before->directory);
    CHECK(after->people == before->people);
    CHECK(after->excluded == before->excluded);
    CHECK(after->partnerships.size() == before->partnerships.size());
    CHECK_FALSE(after->demo);
}

TEST_CASE("whoever keeps a snapshot keeps what was known then") {
    World w;
    const auto before = w.installation.now();
    w.import("key,name,sector,partnerships\nnew,New School,school,riverside\n");
    CHECK_FALSE(before->directory.find_agency(AgencyId("new")));
    CHECK(w.installation.now()->directory.find_agency(AgencyId("new")));
}

TEST_CASE("references are random, without letters that are mistaken for others, and forgiving to type") {
    SeededRandom random;
    std::set<std::string> seen;
    for (int i = 0; i < 2000; ++i) {
        const auto reference = new_reference(random);
        CHECK(reference.size() == 12);
        CHECK(reference.find_first_of("01ILOU") == std::string::npos);
        CHECK(parse_reference(reference) == reference);
        CHECK(seen.insert(reference).second);
    }
    CHECK(parse_reference(" k7qm2rxd 9f ") == "K7QM-2RXD-9F");
    for (const auto* bad :
         {"", "K7QM-2RXD-9", "K7QM-2RXD-9FF", "K7QM-2RXD-9O", "K7QM_2RXD_9F", "../../etc"}) {
        CHECK_FALSE(parse_reference(bad));
    }
}
