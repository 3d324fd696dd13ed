// When the domain says no to a program: the status, and what was wrong with which answer.
#pragma once
#include "api/reply.h"
#include "disagreement/action.h"

namespace api {

/// 404 not there; 403 not theirs; 412 somebody acted since; 409 lost the race, or not as things stand; 422 an
/// answer is wrong; 400 the command has no proper id.
Problem problem_of(const base::Refusal&);

/// Where what was refused is an answer, every wrong answer is named, not the first alone.
bool is_about_answers(const base::Refusal&);
void name_all(Problem&, const std::vector<base::Refusal>&);

}  // namespace api
