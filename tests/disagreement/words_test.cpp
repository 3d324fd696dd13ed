// The words of the engine and those of the policy language are the same words.
#include "disagreement/action.h"
#include "policy/words.h"

#include <doctest/doctest.h>

#include <set>

using namespace disagreement;

TEST_CASE("each action has one word, which reads back as the action") {
    std::set<std::string> words;
    for (const Action action : all_actions()) {
        CHECK(parse_action(to_word(action)) == action);
        CHECK(words.insert(to_word(action)).second);
    }
    CHECK_FALSE(parse_action("escalate "));
}

TEST_CASE("whatever a policy can ask something before is an action of the engine") {
    for (const auto& word : policy::words_before()) {
        INFO(word);
        CHECK(parse_action(word).has_value());
    }
}

TEST_CASE("ALL-1 no policy can stand in the way of saying that a child is in danger") {
    const auto before = policy::words_before();
    for (const auto* word : {"declare_danger", "record_referral", "record_protection"}) {
        CHECK(std::find(before.begin(), before.end(), word) == before.end());
    }
}
