// Steps that do something, by somebody who is there, one after the other.
#include "rehearsal/stage.h"

using testing::raise;
using testing::says;
using testing::wrong_with;

namespace {

std::string then(const std::string& step) {
    return wrong_with({raise, "{at: 2026-11-20 11:00, " + step + "}"});
}

}  // namespace

TEST_CASE("a step has somebody who does something, or only looks on") {
    CHECK(says(then("who: trust.hv"), "'trust.hv' does nothing here (say what it 'does'"));
    CHECK(says(then("who: trust.hv, expect: {stage: one}"), "'trust.hv' does nothing here"));
    CHECK(says(then("does: escalate"), "'escalate' is done by nobody (say 'who' does it"));
    CHECK(says(then("about: notice, expect: {stage: one}"), "'about' belongs to something done"));
    CHECK(says(then("with: {how: telephone}"), "'with' belongs to something done"));
    CHECK(says(then("refused: yes"), "'refused' belongs to something done"));
    CHECK(says(then("does: expire, about: settle"), "dates that pass are recorded by themselves"));
    CHECK(then("expect: {stage: one}") == "");
}

TEST_CASE("a post that is not in the cast is found wherever it stands") {
    CHECK(says(then("who: trust.nobody, does: escalate"), "there is no such post in cast.yaml: 'trust.nobody' (the nearest are: trust.hv, trust.leader)"));
    CHECK(says(then("who: truss.hv, does: escalate"), "did you mean 'trust.hv'?"));
    CHECK(says(then("who: hv, does: escalate"), "did you mean 'trust.hv'?"));
    CHECK(says(then("who: zzzzzzzzzz, does: escalate"), "there are: council.manager, council.worker"));
    CHECK(says(then("who: trust.leader, for: trust.hw, does: contact"), "did you mean 'trust.hv'?"));
    CHECK(says(then("who: office.bm, on_behalf_of: trust.hw, does: contact"), "did you mean 'trust.hv'?"));
    CHECK(says(wrong_with({"{at: 2026-11-20 10:00, who: trust.hv, does: raise, with: {to: [council.workr]}}"}), "did you mean 'council.worker'?"));
    CHECK(says(wrong_with({"{at: 2026-11-20 10:00, who: trust.hv, does: raise, with: {to: [council.workr]}, refused: yes}"}), "did you mean 'council.worker'?"));
}

TEST_CASE("an action that there is not, and a subject that there is not, are found with what was meant") {
    CHECK(says(then("who: trust.hv, does: esclate"), "'esclate' is not an action (did you mean 'escalate'?)"));
    CHECK(says(then("who: trust.hv, does: submit_form, about: notise"), "'notise' is not a form of this policy (did you mean 'notice'?)"));
    CHECK(says(then("who: trust.hv, does: submit_form, about: notise, refused: yes"), "did you mean 'notice'?"));
    CHECK(says(then("who: trust.hv, does: discharge, about: alrt"), "'alrt' is not the rule of a duty (did you mean 'alert'?)"));
    CHECK(says(then("who: trust.hv, does: take_step, about: appeal"), "'appeal' is not a step of this policy (there are none here)"));
    CHECK(says(then("who: trust.hv, does: propose_outcome, about: counsel"), "'counsel' is not an agency of this cast (did you mean 'council'?)"));
    CHECK(says(then("who: trust.hv, does: submit_form"), "'submit_form' is about a form of this policy, and none is named (say which with 'about'; there are: notice)"));
    CHECK(then("who: trust.hv, does: submit_form, about: notice") == "");
    CHECK(then("who: trust.hv, does: set_date, about: settle, with: {date: 2026-11-23}") == "");
    CHECK(says(then("who: trust.hv, does: set_date, about: setle, with: {date: 2026-11-23}"), "'setle' is not a date of this policy, or the rule of a duty (did you mean 'settle'?)"));
}

TEST_CASE("time never runs backwards; what happened earlier is said with happened") {
    CHECK(wrong_with({raise, "{at: 2026-11-20 12:00, who: trust.hv, does: contact}", "{at: 2026-11-20 11:00, who: trust.hv, does: contact}"}) ==
          "a.yaml:6:14: \"x\": time runs backwards: this step is at 2026-11-20 11:00, the one before it at 2026-11-20 12:00 "
          "(put the steps in the order of their times; what happened earlier and is entered now has 'happened')");
    CHECK(wrong_with({raise, "{at: 2026-11-20 12:00, happened: 2026-11-20 11:00, who: trust.hv, does: contact}"}) == "");
}

TEST_CASE("the same command is sent twice by its id, and said to be sent again") {
    const std::string contact = "at: 2026-11-20 11:00, who: trust.hv, does: contact";
    CHECK(wrong_with({raise, "{" + contact + ", id: one}", "{" + contact + ", id: one, again: yes}"}) == "");
    CHECK(says(wrong_with({raise, "{" + contact + ", id: one}", "{" + contact + ", id: one}"}), "the id 'one' has been used before"));
    CHECK(says(wrong_with({raise, "{" + contact + ", id: one}", "{at: 2026-11-20 11:00, who: council.worker, does: contact, id: one, again: yes}"}),
               "the first time 'one' was sent, who was 'trust.hv'"));
    CHECK(says(wrong_with({raise, "{" + contact + ", id: one, with: {how: telephone}}", "{" + contact + ", id: one, again: yes, with: {how: writing}}"}),
               "the first time 'one' was sent, with/how was 'telephone'"));
    CHECK(wrong_with({raise, "{" + contact + ", id: one, with: {how: telephone}}", "{" + contact + ", id: one, again: yes, with: {how: telephone}}"}) == "");
    CHECK(says(wrong_with({raise, "{" + contact + ", again: yes}"}), "nothing has been sent before that could be sent again"));
}

TEST_CASE("an hour that occurs twice is said to, with the two ways to write it, and both can be written") {
    const auto at = [](const std::string& time) {
        return wrong_with({"{at: " + time + ", who: trust.hv, does: raise, with: {to: [council.worker]}}"});
    };
    CHECK(says(at("2026-10-25 01:30"), "'2026-10-25 01:30' happens twice, because the clocks go back (write '2026-10-25 01:30+01:00' for the first time, in summer time, or "
                                       "'2026-10-25 01:30Z' for the second, in winter time)"));
    CHECK(says(at("2027-03-28 01:30"), "'2027-03-28 01:30' never happens (the clocks go forward and skip this hour"));
    CHECK(at("2026-10-25 01:30Z") == "");
    CHECK(at("2026-10-25 01:30+01:00") == "");
    CHECK(says(at("2026-02-30 11:00"), "there is no 30 February 2026"));
    CHECK(says(at("2026-11-20"), "'2026-11-20' is not a date and time (write it like 2026-11-19 14:30)"));
}

TEST_CASE("a scenario file that is none is told what one needs, and is not called a pack") {
    const auto refused = [](const std::string& text) {
        const auto suite = rehearsal::load_suite(testing::tree_of(text));
        return suite ? std::string{} : testing::in_one(suite.error());
    };
    CHECK(says(refused("- a\n"), "a scenario file is to be a map of keys, and this is a list (begin with 'scenarios:'"));
    CHECK(says(refused("hello\n"), "a scenario file is to be a map of keys, and this is a single text"));
    CHECK(says(testing::in_one(testing::findings_of_cast("- a\n")), "a cast is to be a map of keys, and this is a list (begin with 'agencies:'"));
    const std::string twice = "scenarios:\n  - {scenario: x, steps: [" + raise + "]}\n  - {scenario: x, steps: [" + raise + "]}\n";
    CHECK(says(refused(twice), "there are two scenarios \"x\" (the first is in line 2"));
}
