// How things stood after each step of a scenario: for a reader, and for a program.
#pragma once
#include "json/json.h"
#include "rehearsal/rehearse.h"

#include <string>

namespace cli {

enum class Questions { Hidden, Shown };

/// What was recorded, who is told, what is owed by whom until when, and what is permitted to whoever
/// acted; with what each of these asks, where that is wanted.
std::string log_in_words(const rehearsal::Rehearsal&, Questions);

json::Value log_as_json(const rehearsal::Rehearsal&, Questions);

}  // namespace cli
