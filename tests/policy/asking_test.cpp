#include "policy/asking.h"

#include <doctest/doctest.h>

using policy::Field;
using policy::FieldKind;

namespace {

std::string left_empty(const std::string& label, FieldKind kind) {
    return policy::asked_for({.label = label, .kind = kind});
}

}  // namespace

TEST_CASE("what was left empty is asked for in a sentence, whatever its label is") {
    CHECK(left_empty("Outcome wanted", FieldKind::LongText) == "Enter the outcome wanted");
    CHECK(left_empty("Your reasons", FieldKind::LongText) == "Enter your reasons");
    CHECK(left_empty("Why", FieldKind::LongText) == "Enter why");
    CHECK(left_empty("Date of birth", FieldKind::Date) == "Enter the date of birth");
    CHECK(left_empty("When it was said", FieldKind::Date) == "Enter when it was said");
    CHECK(left_empty("NHS number", FieldKind::Text) == "Enter the NHS number");
    CHECK(left_empty("Whose decision or action you disagree with", FieldKind::Post) ==
          "Select whose decision or action you disagree with");
    CHECK(left_empty("Which entry is to be corrected", FieldKind::Text) == "Select which entry is to be corrected");
    CHECK(left_empty("To which post", FieldKind::Post) == "Select to which post");
    CHECK(left_empty("The stage to start at", FieldKind::OneOf) == "Select the stage to start at");
    CHECK(left_empty("Is the child safe now?", FieldKind::YesNo) == "Select yes or no: is the child safe now?");
    CHECK(left_empty("If so, which subgroup?", FieldKind::Text) == "Enter an answer: if so, which subgroup?");
    CHECK(left_empty("To: assistant director", FieldKind::Text) == "Enter an answer to 'To: assistant director'");
}

TEST_CASE("what was answered wrongly is named so that 'must be' can follow") {
    CHECK(policy::answer_of({.label = "Date of birth", .kind = FieldKind::Date}) == "The date of birth");
    CHECK(policy::answer_of({.label = "When it happened", .kind = FieldKind::DateTime}) == "The date");
    CHECK(policy::answer_of({.label = "Why", .kind = FieldKind::LongText}) == "Your answer to 'Why'");
    CHECK(policy::answer_of({.label = "Your reasons", .kind = FieldKind::LongText}) == "Your reasons");
}

TEST_CASE("posts are asked for by what they are, not by their keys") {
    CHECK(policy::posts_in_words(3, {"board-representative"}) == "3 board representatives");
    CHECK(policy::posts_in_words(1, {"key-partner"}) == "1 key partner");
    CHECK(policy::posts_in_words(2, {}) == "2 people");
    CHECK(policy::one_of_kinds({"independent-reviewing-officer", "chair"}) == "an independent reviewing officer or a chair");
    CHECK(policy::in_a_sentence("Resolution panel") == "the resolution panel");
    CHECK(policy::in_a_sentence("Somebody from each agency") == "somebody from each agency");
}
