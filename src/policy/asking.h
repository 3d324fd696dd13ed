// What people are told about a question they left, or answered with what cannot be: by its label and its kind.
#pragma once
#include "policy/field.h"

#include <string>
#include <vector>

namespace policy {

/// "Enter the outcome wanted"; "Select whose decision you disagree with"; "Select yes or no: is the child safe now?"
std::string asked_for(const Field&);

/// Before "must be": "The date of birth", "The date", "Your answer to 'Why'".
std::string answer_of(const Field&);

/// A title within a sentence: "the resolution panel", "somebody from each agency".
std::string in_a_sentence(const std::string& title);

/// "3 board representatives", "1 key partner"; of several kinds: "2 of these: judge, clerk".
std::string posts_in_words(int number, const std::vector<std::string>& kinds);

/// "an independent reviewing officer or a conference chair"
std::string one_of_kinds(const std::vector<std::string>& kinds);

}  // namespace policy
