// One question of raising as its page asks it: in the words of a question, with what goes with single answers.
#pragma once
#include "web/raise_flow.h"
#include "web/sheet.h"

namespace web {

/// "Whose decision or action do you disagree with?", with a hint where one helps.
policy::Field as_question(policy::Field, const RaisingSoFar&);

/// Whether it is asked only beside another question of its page, at an answer to that.
bool goes_with_another(const RaisePage&, const policy::Field&);

/// Nothing for what goes with another question.
Html asked_on_page(const RaisingSoFar&, const RaisePage&, const policy::Field&, const Filling&);

/// What a page with several questions is called; where it is raised for somebody else, for whom.
std::string title_on_page(const RaisingSoFar&, RaiseStep);

/// Before the questions of a page: what to know for all of them.
Html said_before(const RaisingSoFar&, RaiseStep);

}  // namespace web
