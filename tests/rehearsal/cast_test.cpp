// Who is there: kinds and sectors as the policy names them, and lines of reports that end.
#include "rehearsal/check_scenario.h"
#include "rehearsal/stage.h"

using testing::says;

namespace {

std::string cast_of(const std::string& posts, const std::string& sector = "health") {
    return testing::in_one(testing::findings_of_cast("agencies:\n  - {key: trust, sector: " + sector + ", posts: [" + posts + "]}\n"));
}

}  // namespace

TEST_CASE("kinds, sectors and the names of agencies and posts are keys") {
    CHECK(says(cast_of("{key: hv, kind: Health visitor}"), "'kind': 'Health visitor' cannot be a key"));
    CHECK(says(cast_of("{key: hv, kind: health-visitor}", "Health"), "'sector': 'Health' cannot be a key"));
    CHECK(says(cast_of("{key: Hv.1, kind: health-visitor}"), "'key': 'Hv.1' cannot be a key"));
    CHECK(cast_of("{key: hv, kind: health-visitor}") == "");
}

TEST_CASE("a line of reports that goes round is found once, with the whole of it") {
    const auto round = cast_of("{key: a, kind: k, reports_to: b}, {key: b, kind: k, reports_to: c}, {key: c, kind: k, reports_to: a}, {key: d, kind: k, reports_to: a}");
    CHECK(says(round, "this line of reports has no end: trust.a, which reports to trust.b, which reports to trust.c, which reports to trust.a"));
    CHECK_FALSE(says(round, "\n"));
    CHECK(says(cast_of("{key: a, kind: k, reports_to: a}"), "trust.a, which reports to trust.a"));
    CHECK(cast_of("{key: a, kind: k, reports_to: b}, {key: b, kind: k}") == "");
}

TEST_CASE("a post is to report to one that is there") {
    CHECK(says(cast_of("{key: hv, kind: k, reports_to: leadr}, {key: leader, kind: k}"), "'leadr' is not a post of this cast (did you mean 'leader'?)"));
}

TEST_CASE("the meetings of a cast are of bodies that the policy has") {
    const auto checked = [](const std::string& body) {
        const auto cast = rehearsal::load_cast(testing::tree_of(testing::cast_text + "meetings: {" + body + ": [2026-12-10]}\n"));
        REQUIRE(cast.has_value());
        return testing::in_one(rehearsal::check_cast(*cast, testing::pack_of(testing::policy_text)));
    };
    CHECK(says(checked("bord"), "'bord' is not a body of this policy (did you mean 'board'?)"));
    CHECK(checked("board") == "");
}
