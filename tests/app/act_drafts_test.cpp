// Drafts of what is to be done in a disagreement.
#include "app/doors.h"

using namespace app;
using namespace app::testing;

namespace {

const PersonId author("teacher"), colleague("head"), other_side("worker");
const std::string one_id(32, 'a'), two_id(32, 'b');

DraftedAct note_in(const std::string& reference) {
    return {.reference = reference, .action = "add_note", .title = "Add a note"};
}

DraftToSave half_a_note(const std::string& reference, const std::string& id = one_id) {
    return {id, "riverside", {{"note", canary_words + " half a sen"}}, note_in(reference)};
}

}  // namespace

TEST_CASE("what is half written for a disagreement is kept sealed for its author alone, under its act") {
    Doors w;
    const auto reference = w.raise(), other = w.raise();
    const auto events = w.ledger.head().size;
    REQUIRE(w.drafts.save(author, half_a_note(reference)));
    const auto kept = w.drafts.find_act(author, note_in(reference));
    REQUIRE(kept);
    CHECK(kept->fields == half_a_note(reference).fields);
    CHECK(kept->act->title == "Add a note");
    CHECK_FALSE(w.drafts.find_act(author, note_in(other)));
    auto about_something_else = note_in(reference);
    about_something_else.about = "care";
    CHECK_FALSE(w.drafts.find_act(author, about_something_else));
    CHECK(w.drafts.list_acts(author, other).empty());
    CHECK(w.drafts.list(author).size() == 1);
    for (const auto& person : {colleague, other_side, PersonId("keeper"), PersonId("guardian")}) {
        CHECK_FALSE(w.drafts.find_act(person, note_in(reference)));
        CHECK(w.drafts.list_acts(person, reference).empty());
        CHECK(w.drafts.find(person, one_id).error() == NoDraft::Unknown);
    }
    for (const auto& slip : w.drawers.list("drafts", "")) {
        CHECK(slip.body.find(canary_words) == std::string::npos);
        CHECK(slip.body.find(reference) == std::string::npos);
        CHECK(slip.key.find(reference) == std::string::npos);
    }
    CHECK(w.ledger.head().size == events);
}

TEST_CASE("of one act somebody has one draft, the last one saved, wherever they saved it") {
    Doors w;
    const auto reference = w.raise();
    REQUIRE(w.drafts.save(author, half_a_note(reference, one_id)));
    auto again = half_a_note(reference, two_id);
    again.fields.front().second = "A whole sentence";
    REQUIRE(w.drafts.save(author, again));
    CHECK(w.drafts.list(author).size() == 1);
    CHECK(w.drafts.find_act(author, note_in(reference))->fields == again.fields);
    CHECK(w.drafts.find(author, one_id).error() == NoDraft::Unknown);
    auto on_behalf = half_a_note(reference, one_id);
    on_behalf.act->on_behalf = PostId("school.head");
    REQUIRE(w.drafts.save(author, on_behalf));
    CHECK(w.drafts.list_acts(author, reference).size() == 2);
    w.drafts.forget_act(author, note_in(reference));
    CHECK(w.drafts.list_acts(author, reference).size() == 1);
}

TEST_CASE("a draft of a disagreement that its author may no longer know of is gone, in the same words as none") {
    Doors w;
    const auto reference = w.raise();
    REQUIRE(w.drafts.save(author, half_a_note(reference)));
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), reference, author, "related", "e1"));
    CHECK(w.drafts.find(author, one_id).error() == NoDraft::Unknown);
    CHECK_FALSE(w.drafts.find_act(author, note_in(reference)));
    CHECK(w.drafts.list(author).empty());
    CHECK(w.drafts.list_acts(author, reference).empty());
    CHECK_FALSE(w.drafts.forget(author, one_id));
    CHECK(w.drafts.save(author, half_a_note(reference, two_id)).error() == not_found());
    CHECK(w.drafts.save(PersonId("nurse"), half_a_note(reference, two_id)).error() == not_found());
    CHECK(w.drafts.save(author, half_a_note("ZZZZ-ZZZZ-ZZ", two_id)).error() == not_found());
}

TEST_CASE("drafts that somebody may no longer know of take no room, and so tell nothing") {
    Doors w;
    const auto hidden = w.raise(), other = w.raise();
    for (int i = 0; i < 10; ++i) {
        auto draft = half_a_note(hidden, std::string(31, '0') + std::to_string(i));
        draft.act->about = "point/" + std::to_string(i);
        REQUIRE(w.drafts.save(author, draft));
    }
    CHECK(w.drafts.save(author, half_a_note(other, two_id)).error().rule == "too_many_drafts");
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), hidden, author, "related", "e1"));
    CHECK(w.drafts.save(author, half_a_note(other, two_id)));
}

TEST_CASE("a draft of an act runs out like any other, counts among the ten, and nobody is asked to look at it") {
    Doors w;
    std::string last;
    for (int i = 0; i < 10; ++i) {
        last = w.raise();
        REQUIRE(w.drafts.save(author, half_a_note(last, std::string(31, '0') + std::to_string(i))));
    }
    const auto one_more = w.raise();
    CHECK(w.drafts.save(author, half_a_note(one_more)).error().rule == "too_many_drafts");
    CHECK(w.drafts.save(author, half_a_note(last)));
    CHECK(w.drafts.ask(author, one_id, colleague).error().rule == "may_not_look");
    CHECK(w.drafts.who_may_look(author, *w.drafts.find(author, one_id)).empty());
    w.clock.pass(std::chrono::days{28});
    CHECK(w.drafts.find(author, one_id).error() == NoDraft::Expired);
    CHECK_FALSE(w.drafts.find_act(author, note_in(last)));
}
