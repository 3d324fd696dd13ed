// The pages on which raising asks its questions, one thing on each, and which question stands on which.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/field.h"

namespace web {

/// In the order in which they are asked.
enum class RaiseStep {
    Danger, RightWay, YourPost, ForAnother, Agency, OtherSide, Origin, Statement, About, Child, Topic, Kind, Decision,
    View, Outcome, Safety, Weight, Dates, Start, Stage, Seats
};

/// The last part of the page's address: "other-side".
std::string to_word(RaiseStep);
std::optional<RaiseStep> parse_raise_step(std::string_view word);

/// What the page is called where it asks more than one question: "Who is the child?"
std::string title_of(RaiseStep);

/// A question that no page is meant for is one of the policy's own: it is asked with what the stage asks.
RaiseStep step_of(const std::string& question);

/// Pages whose answers are read back under one heading.
struct RaiseSection {
    std::string title;
    std::vector<RaiseStep> steps;
};
const std::vector<RaiseSection>& raise_sections();

/// One page with its questions.
struct RaisePage {
    RaiseStep step;
    std::vector<policy::Field> questions;
};

/// The questions in pages, in order; without what has only one answer, and without pages that would ask nothing.
std::vector<RaisePage> in_pages(const std::vector<policy::Field>& questions);

/// It must be answered, and can be answered in one way only.
bool has_one_answer(const policy::Field&);

}  // namespace web
