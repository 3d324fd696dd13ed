// What a partnership has ruled reaches programs as it reaches people.
#include "api/caller.h"

using namespace api::testing;

TEST_CASE("a disagreement that relies on a reading says what was ruled on it") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto target = "/api/v1/disagreements/" + raised(teacher, "raise-1").text("reference");
    const auto reading = [&] { return teacher.get(target).at("readings").get_array().at(0); };
    CHECK(reading().at("key").get_string() == "counting");
    CHECK(reading().at("ruling").is_null());
    CHECK(reading().at("ruled_by").is_null());
    REQUIRE(office.world.administration.rule_on(
        "riverside", {.reading = "counting",
                      .words = "The day after the start is day one",
                      .ruled = {"Chair of the policy group", *calendar::parse_date("2026-11-18")}}));
    CHECK(reading().at("ruling").get_string() == "The day after the start is day one");
    CHECK(reading().at("ruled_by").get_string() == "Chair of the policy group");
    CHECK(reading().at("ruled_on").get_string() == "2026-11-18");

    const auto policy = teacher.get("/api/v1/policies/" + teacher.get(target).at("policy").at("key").get_string());
    REQUIRE(policy.status == 200);
    CHECK(policy.at("readings").get_array().at(0).at("ruled_by").get_string() == "Chair of the policy group");
    CHECK(policy.at("editions").get_array().at(0).at("approved_by").is_null());
}
