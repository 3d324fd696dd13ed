// What cannot be true or false is found, and never passes.
#include "rehearsal/stage.h"

using testing::raise;
using testing::says;
using testing::wrong_with;

namespace {

/// A look at how things stand an hour later.
std::string look(const std::string& expect) {
    return wrong_with({raise, "{at: 2026-11-20 11:00, expect: {" + expect + "}}"});
}

std::string look_as(const std::string& expect) {
    return look("expect_for: trust.hv, " + expect);
}

}  // namespace

TEST_CASE("a duty, action, stage or notice that nobody knows is found in whatever is expected, with what was meant") {
    CHECK(look("no_duties: [setle]") == "a.yaml:5:53: \"x\": 'setle' is not the rule of a duty (did you mean 'settle'?)");
    CHECK(says(look("duties: [{rule: setle}]"), "'setle' is not the rule of a duty (did you mean 'settle'?)"));
    CHECK(says(look_as("not_permitted: [{action: contct}]"), "'contct' is not an action (did you mean 'contact'?)"));
    CHECK(says(look_as("permitted: [contct]"), "did you mean 'contact'?"));
    CHECK(says(look_as("permitted: [submit_form notise]"), "'notise' is not a form of this policy (did you mean 'notice'?)"));
    CHECK(says(look_as("not_permitted: [{action: contact, clause: \"9\"}]"), "'9' is not a clause of this policy"));
    CHECK(says(look("stage: won"), "'won' is not a stage of this policy"));
    CHECK(says(look("notices: [{to: office.chair, rule: chair-tld}]"), "did you mean 'chair-told'?"));
    CHECK(says(look("notices: [{to: office.chairs}]"), "no such post in cast.yaml: 'office.chairs' (did you mean 'office.chair'?)"));
    CHECK(says(look("notices: [{to: office.chair, leaves_out: [view]}]"), "'view' is not an answer that a notice leaves out"));
    CHECK(says(look("notices: [{to: office.chair, profile: ful}]"), "did you mean 'full'?"));
    CHECK(says(look("duties: [{rule: settle, owner: trust.hw}]"), "did you mean 'trust.hv'?"));
    CHECK(says(look("seats: {raising: trust.hw}"), "did you mean 'trust.hv'?"));
    CHECK(says(look("seats: {receiving: [council.workr]}"), "did you mean 'council.worker'?"));
    CHECK(says(look("expect_for: trust.hw, permitted: [contact]"), "did you mean 'trust.hv'?"));
}

TEST_CASE("what is so passes, and what is not fails: the same expectations without the slip") {
    CHECK(look("no_duties: [close], stage: one, phase: open, move: raising, seats: {raising: trust.hv, receiving: [council.worker]}") == "");
    CHECK(look("duties: [{rule: settle, owner: trust.hv, due: 2026-11-24, state: open, overdue: no}]") == "");
    CHECK(look_as("permitted: [contact, submit_form notice], not_permitted: [{action: answer, why: is for}]") == "");
    CHECK(says(look("no_duties: [settle]"), "duty 'settle' is open: owed by trust.hv, due 2026-11-24, open"));
    CHECK(look("expect_for: office.bm, permitted: [waive alert]") == "");
    CHECK(says(look("expect_for: office.bm, not_permitted: [{action: waive alert}]"), "'waive alert' is permitted"));
    CHECK(says(look_as("not_permitted: [contact]"), "is to be a map of keys"));
    CHECK(says(look_as("not_permitted: [{action: contact}]"), "'contact' is permitted"));
    CHECK(says(look_as("not_permitted: [{action: raise, why: banana}]"), "no reason is given"));
    CHECK(says(look("stage: two"), "the stage is 'one', not 'two'"));
    CHECK(says(look("move: nobody"), "it is the move of 'raising', not 'nobody'"));
}

TEST_CASE("a due date is a date, a date and time, or none") {
    CHECK(says(look("duties: [{rule: settle, due: tomorrow}]"), "'due': 'tomorrow' is neither a date, nor a date and time, nor 'none'"));
    CHECK(says(look("duties: [{rule: settle, due: 2026-11-31}]"), "neither a date"));
    CHECK(says(look("duties: [{rule: settle, due: 2026-11-25 10:00}]"), "duty 'settle' is otherwise"));
    CHECK(look("duties: [{rule: settle, due: 2026-11-24}, {rule: alert, due: none}]") == "");
}

TEST_CASE("permissions are those of somebody") {
    CHECK(says(look("not_permitted: [{action: decide}]"), "it is not said to whom it is permitted or not (add 'expect_for' with the post)"));
    CHECK(says(look("expect_for: trust.hv, stage: one"), "nothing is said that could be so for this post"));
    CHECK(wrong_with({raise, "{at: 2026-11-20 11:00, who: trust.hv, expect: {permitted: [contact]}}"}) == "");
}

TEST_CASE("before anything is raised it stands at no stage") {
    CHECK(says(wrong_with({"{at: 2026-11-20 10:00, expect: {stage: one}}"}), "nothing has been raised yet"));
}

TEST_CASE("an answer can be left out only where it is asked") {
    const auto leaving_out = [](const std::string& name) {
        return wrong_with({"{at: 2026-11-20 10:00, who: trust.hv, does: raise, leaving_out: [" + name +
                           "], with: {to: [council.worker]}, refused: {field: view}}"});
    };
    CHECK(says(leaving_out("veiw"), "'raise' does not ask 'veiw', so it cannot be left out (did you mean 'view'?)"));
    CHECK(leaving_out("view") == "");
    CHECK(says(wrong_with({raise, "{at: 2026-11-20 11:00, who: trust.hv, does: contact, leaving_out: [how], with: {how: telephone}}"}), "both answered and left out"));
}

TEST_CASE("a refusal is expected with its words or without them, and cites a clause that there is") {
    const auto refused = [](const std::string& as) {
        return wrong_with({raise, "{at: 2026-11-20 11:00, who: council.worker, does: escalate, refused: " + as + "}"});
    };
    CHECK(refused("yes") == "");
    CHECK(refused("{says: is for}") == "");
    CHECK(says(refused("{says: banana}"), "it was refused for another reason: it says \"'Take it up' is for"));
    CHECK(says(refused("no"), "'refused' is to be yes, or what the refusal says"));
    CHECK(says(refused("{clause: \"7\"}"), "'7' is not a clause of this policy (there are: 1)"));
    CHECK(says(refused("{clause: \"1\"}"), "the refusal cites no clause"));
    CHECK(says(wrong_with({raise, "{at: 2026-11-20 11:00, who: trust.hv, does: escalate, refused: yes}"}), "should have been refused; it was done"));
}

TEST_CASE("an answer that is not asked is no refusal that somebody waited for") {
    CHECK(says(wrong_with({raise, "{at: 2026-11-20 11:00, who: trust.hv, does: contact, with: {hwo: telephone}}"}), "'contact' does not ask 'hwo' (did you mean 'how'?)"));
    CHECK(says(wrong_with({raise, "{at: 2026-11-20 11:00, who: trust.hv, does: contact, with: {zzzzzz: telephone}}"}),
               "(it asks: how (one of: face-to-face | telephone | writing); summary (may be left out))"));
    CHECK(says(wrong_with({raise, "{at: 2026-11-20 11:00, who: trust.hv, does: contact, with: {hwo: telephone}, refused: yes}"}), "did you mean 'how'?"));
}
