// The record on paper, for people.
#include "web/browser.h"

using namespace web::testing;

TEST_CASE("the page of a disagreement leads to its record, which is downloaded under its reference") {
    House house;
    const auto reference = house.world.raise();
    Browser keeper(house, "keeper");
    const auto path = "/disagreements/" + reference + "/record.pdf";
    CHECK(shows(keeper.get("/disagreements/" + reference), "href=\"" + path + "\""));
    const auto record = keeper.get(path);
    CHECK(record.status == 200);
    CHECK(record.headers.get("Content-Type") == "application/pdf");
    CHECK(record.headers.get("Content-Disposition") ==
          "attachment; filename=\"" + reference + ".pdf\"; filename*=UTF-8''" + reference + ".pdf");
    CHECK(shows(record, "# Record of disagreement " + reference));
    CHECK_FALSE(shows(record, app::testing::canary_name));
}

TEST_CASE("there is no record for whoever may not know, nor for whoever is not signed in") {
    House house;
    const auto reference = house.world.raise();
    const auto path = "/disagreements/" + reference + "/record.pdf";
    Browser stranger(house, "stranger");
    const auto refused = stranger.get(path);
    CHECK(refused.status == 404);
    CHECK(refused.body == stranger.get("/disagreements/ZZZZ-ZZZZ-ZZ/record.pdf").body);
    Browser nobody(house);
    CHECK(nobody.get(path).status == 303);
}
