// The box of a stage: who acts on each side, what they owe, by when, and what must come first.
#pragma once
#include "diagram/policy_chart.h"

namespace diagram {

Box stage_box(const policy::Pack&, const policy::Stage&, Detail, double width);

/// "Decision:", "Proposal:" or "Advice:", by what it does to the sides.
std::string force_in_words(const policy::DecisionRule&);
/// "Settle it, by the executive", its options and what each does.
std::string decision_in_words(const policy::Pack&, const policy::DecisionRule&,
                              const policy::Source& of_the_box);

}  // namespace diagram
