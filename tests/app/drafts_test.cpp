#include "app/doors.h"

using namespace app;
using namespace app::testing;

namespace {

const PersonId teacher("teacher"), head("head"), dsl("dsl"), worker("worker");
const std::string first_id(32, 'a');

DraftToSave typing(const std::string& id = first_id, const std::string& partnership = "riverside") {
    return {id, partnership, {{"to", "care.worker"}, {"child_name", canary_name}, {"view", "half a sen"}}};
}

std::string id_of_number(int number) {
    const std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), '0') + digits;
}

std::vector<PersonId> may_look(Doors& w, const DraftToSave& typed = typing()) {
    return w.drafts.who_may_look(teacher, *w.drafts.save(teacher, typed));
}

}  // namespace

TEST_CASE("a draft is kept as it was typed, sealed, for its owner alone, and nothing of it is in the ledger") {
    Doors w;
    const auto before = w.ledger.head().size;
    REQUIRE(w.drafts.save(teacher, typing()));
    const auto draft = w.drafts.find(teacher, first_id);
    REQUIRE(draft);
    CHECK(draft->fields == typing().fields);
    CHECK(draft->partnership == "riverside");
    for (const auto& other : {head, dsl, worker, PersonId("admin")})
        CHECK(w.drafts.find(other, first_id).error() == NoDraft::Unknown);
    for (const auto* drawer : {"drafts", "draft-looks", "draft-traces"}) {
        for (const auto& slip : w.drawers.list(drawer, "")) {
            CHECK(slip.body.find(canary_name) == std::string::npos);
            CHECK(slip.key.find(canary_name) == std::string::npos);
        }
    }
    CHECK(w.ledger.head().size == before);
    w.sessions.end_all(teacher);
    CHECK(w.drafts.find(teacher, first_id));
}

TEST_CASE("saving again is the same draft, and its four weeks begin anew") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    w.clock.pass(std::chrono::days{27});
    auto later = typing();
    later.fields.back().second = "half a sentence";
    REQUIRE(w.drafts.save(teacher, later));
    CHECK(w.drafts.list(teacher).size() == 1);
    w.clock.pass(std::chrono::days{27});
    w.drawers.sweep(w.clock.now());
    CHECK(w.drafts.find(teacher, first_id)->fields == later.fields);
}

TEST_CASE("a draft that ran out is gone, and its owner alone is told that there was one") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    const auto look = w.drafts.ask(teacher, first_id, head);
    REQUIRE(look);
    w.clock.pass(std::chrono::days{28});
    for (int swept = 0; swept < 2; ++swept) {
        CHECK(w.drafts.find(teacher, first_id).error() == NoDraft::Expired);
        CHECK(w.drafts.find(head, first_id).error() == NoDraft::Unknown);
        CHECK_FALSE(w.drafts.look_at(head, look->id));
        CHECK(w.drafts.list(teacher).empty());
        w.drawers.sweep(w.clock.now());
    }
    CHECK(w.drawers.list("drafts", "").empty());
    CHECK(w.drawers.list("draft-looks", "").empty());
    w.clock.pass(std::chrono::days{56});
    CHECK(w.drafts.find(teacher, first_id).error() == NoDraft::Unknown);
}

TEST_CASE("somebody keeps ten drafts in a partnership; an eleventh is refused until one is gone") {
    Doors w;
    for (int i = 0; i < 10; ++i) REQUIRE(w.drafts.save(teacher, typing(id_of_number(i))));
    CHECK(w.drafts.save(teacher, typing(id_of_number(10))).error().rule == "too_many_drafts");
    CHECK(w.drafts.save(teacher, typing(id_of_number(3))));
    CHECK(w.drafts.save(head, typing(id_of_number(10))));
    CHECK(w.drafts.forget(teacher, id_of_number(3)));
    CHECK_FALSE(w.drafts.forget(teacher, id_of_number(3)));
    CHECK(w.drafts.save(teacher, typing(id_of_number(3))).error().rule == "draft_gone");
    CHECK(w.drafts.save(teacher, typing(id_of_number(10))));
    CHECK(w.drafts.list(teacher).size() == 10);
}

TEST_CASE("a draft is kept only where its owner works, and nobody throws away another's") {
    Doors w;
    CHECK(w.drafts.save(teacher, typing(first_id, "hillside")).error() == not_found());
    CHECK(w.drafts.save(PersonId("stranger"), typing()).error() == not_found());
    REQUIRE(w.drafts.save(teacher, typing()));
    CHECK_FALSE(w.drafts.forget(head, first_id));
    CHECK_FALSE(w.drafts.forget(PersonId(""), "teacher/" + first_id));
    CHECK(w.drafts.find(teacher, first_id));
}

TEST_CASE("asked can be who stands above one's post or leads safeguarding, in one's own agency") {
    Doors w;
    CHECK(may_look(w) == std::vector<PersonId>{dsl, head});
    w.import("post,person,deputy,from,until\nschool.head,head,,,\nschool.head,stranger,yes,,\n");
    CHECK(may_look(w) == std::vector<PersonId>{dsl, head, PersonId("stranger")});
    CHECK(w.drafts.ask(teacher, first_id, worker).error().rule == "may_not_look");
    CHECK(w.drafts.ask(teacher, first_id, teacher).error().rule == "may_not_look");
    CHECK(w.drafts.ask(head, first_id, dsl).error() == not_found());
}

TEST_CASE("who acts for the other side as well is not asked, and no longer sees what they were asked for") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    const auto look = w.drafts.ask(teacher, first_id, head);
    REQUIRE(look);
    CHECK(w.drafts.look_at(head, look->id));
    w.import("post,person,deputy,from,until\ncare.iro,head,yes,,\n");
    CHECK(may_look(w) == std::vector<PersonId>{dsl});
    CHECK_FALSE(w.drafts.look_at(head, look->id));
    CHECK(w.drafts.asked_of(head).empty());
}

TEST_CASE("who was asked reads the draft, and it is noted; their list tells nothing of what was typed") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    const auto look = w.drafts.ask(teacher, first_id, head);
    REQUIRE(look);
    CHECK(w.drafts.ask(teacher, first_id, head)->id == look->id);
    const auto waiting = w.drafts.asked_of(head);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().owner == teacher);
    CHECK(waiting.front().draft.fields.empty());
    CHECK(w.drafts.asked_of(dsl).empty());
    CHECK(w.reads.of(first_id).empty());

    CHECK_FALSE(w.drafts.look_at(dsl, look->id));
    CHECK(w.drafts.look_at(head, look->id)->draft.fields == typing().fields);
    const auto reads = w.reads.of(first_id);
    REQUIRE(reads.size() == 1);
    CHECK(reads.front().person == head);
    CHECK(reads.front().parts == std::vector<std::string>{"draft"});
    w.reads.flush();
    CHECK(w.reads.of(first_id) == reads);
}

TEST_CASE("what was said in a look reaches the owner, survives saving, and goes when the look is taken back") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    const auto look = w.drafts.ask(teacher, first_id, head);
    CHECK(w.drafts.comment(head, look->id, " \n").error().rule == "answer_missing");
    CHECK(w.drafts.comment(dsl, look->id, "Not mine").error() == not_found());
    REQUIRE(w.drafts.comment(head, look->id, "Say when she was last seen"));
    for (const auto& slip : w.drawers.list("draft-looks", "")) CHECK(slip.body.find("last seen") == std::string::npos);
    REQUIRE(w.drafts.save(teacher, typing()));
    REQUIRE(w.drafts.find(teacher, first_id)->looks.size() == 1);
    CHECK(w.drafts.find(teacher, first_id)->looks.front().comment == "Say when she was last seen");

    CHECK_FALSE(w.drafts.take_back(head, first_id, look->id));
    CHECK(w.drafts.take_back(teacher, first_id, look->id));
    CHECK_FALSE(w.drafts.look_at(head, look->id));
    CHECK(w.drafts.comment(head, look->id, "Too late").error() == not_found());
    CHECK(w.drafts.find(teacher, first_id)->looks.empty());
    CHECK(w.drafts.asked_of(head).empty());
}

TEST_CASE("a draft that is thrown away is gone for those who were asked as well") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    const auto look = w.drafts.ask(teacher, first_id, head);
    REQUIRE(w.drafts.forget(teacher, first_id));
    CHECK_FALSE(w.drafts.look_at(head, look->id));
    CHECK(w.drafts.find(teacher, first_id).error() == NoDraft::ThrownAway);
    CHECK(w.drafts.find(head, first_id).error() == NoDraft::Unknown);
    for (const auto* drawer : {"drafts", "draft-looks"}) CHECK(w.drawers.list(drawer, "").empty());
    w.clock.pass(std::chrono::days{84});
    CHECK(w.drafts.find(teacher, first_id).error() == NoDraft::Unknown);
}

TEST_CASE("a page takes the place of what its own boxes held, and leaves the rest of the draft as it is") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    auto page = typing();
    page.fields = {{"view", "A whole sentence"}};
    page.boxes = std::set<std::string>{"view", "evidence"};
    REQUIRE(w.drafts.save(teacher, page));
    CHECK(w.drafts.find(teacher, first_id)->fields ==
          Typed{{"to", "care.worker"}, {"child_name", canary_name}, {"view", "A whole sentence"}});
    page.fields.clear();
    REQUIRE(w.drafts.save(teacher, page));
    CHECK(w.drafts.find(teacher, first_id)->fields == Typed{{"to", "care.worker"}, {"child_name", canary_name}});
}

TEST_CASE("of ten drafts the oldest that nobody went on with gives way to a new one") {
    Doors w;
    for (int i = 0; i < 10; ++i) {
        auto draft = typing(id_of_number(i));
        if (i == 4 || i == 6) draft.fields.resize(1);
        REQUIRE(w.drafts.save(teacher, draft));
        w.clock.pass(std::chrono::minutes{1});
    }
    REQUIRE(w.drafts.save(teacher, typing(id_of_number(10))));
    CHECK(w.drafts.find(teacher, id_of_number(4)).error() == NoDraft::ThrownAway);
    REQUIRE(w.drafts.ask(teacher, id_of_number(6), head));
    CHECK(w.drafts.save(teacher, typing(id_of_number(11))).error().rule == "too_many_drafts");
    CHECK(w.drafts.find(teacher, id_of_number(6)));
}

TEST_CASE("a draft that was raised is gone, and its owner alone hears what it became") {
    Doors w;
    REQUIRE(w.drafts.save(teacher, typing()));
    const auto look = w.drafts.ask(teacher, first_id, head);
    const auto reference = w.raise();
    w.drafts.remember_raised(teacher, first_id, reference);
    CHECK(w.drafts.find(teacher, first_id).error() == NoDraft::Raised);
    CHECK(w.drafts.raised_as(teacher, first_id) == reference);
    CHECK(w.drafts.raised_as(head, first_id).empty());
    CHECK_FALSE(w.drafts.look_at(head, look->id));
    CHECK(w.drafts.save(teacher, typing()).error().rule == "draft_gone");
    for (const auto& slip : w.drawers.list("draft-traces", "")) CHECK(slip.body.find(reference) == std::string::npos);
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), reference, teacher, "A reason", "x1"));
    CHECK(w.drafts.find(teacher, first_id).error() == NoDraft::Unknown);
    CHECK(w.drafts.raised_as(teacher, first_id).empty());
}
