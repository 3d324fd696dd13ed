// The record on paper, for programs.
#include "api/caller.h"

using namespace api::testing;

TEST_CASE("the record of a disagreement is a PDF, named after the reference alone and kept nowhere") {
    Office office;
    const auto teacher = office.caller("teacher");
    const auto first = raised(teacher);
    const auto record = teacher.get(path_of(first) + "/record.pdf");
    CHECK(record.status == 200);
    CHECK(record.header("Content-Type") == "application/pdf");
    CHECK(record.header("Cache-Control") == "no-store");
    CHECK(record.header("Content-Disposition") == "attachment; filename=\"" + first.text("reference") +
                                                      ".pdf\"; filename*=UTF-8''" + first.text("reference") +
                                                      ".pdf");
    CHECK(record.body.find("# Record of disagreement " + first.text("reference")) == 0);
    CHECK(record.body.find(app::testing::canary_name) != std::string::npos);
}

TEST_CASE("whoever may not know gets the same answer for a record as for one that is not there") {
    Office office;
    const auto first = raised(office.caller("teacher"));
    for (const auto* person : {"stranger", "admin", "nurse"}) {
        const auto caller = office.caller(person);
        const auto refused = caller.get(path_of(first) + "/record.pdf");
        CHECK(refused.status == 404);
        CHECK(refused.header("Content-Type") == "application/problem+json");
        CHECK(refused.body == caller.get("/api/v1/disagreements/ZZZZ-ZZZZ-ZZ/record.pdf").body);
    }
}

TEST_CASE("a record is read with the scope of reading, asks for nothing else, and is on record as read") {
    Office office;
    const auto first = raised(office.caller("teacher"));
    const auto path = path_of(first) + "/record.pdf";
    CHECK(office.caller("teacher", {Scope::Directory}).get(path).status == 403);
    CHECK(Caller(office.api, "").get(path).status == 401);
    CHECK(office.caller("teacher").get(path + "?x=1").status == 400);
    const auto before = office.world.reads.of(first.text("reference")).size();
    CHECK(office.caller("keeper").get(path).body.find(app::testing::canary_name) == std::string::npos);
    CHECK(office.world.reads.of(first.text("reference")).size() == before + 1);
}
