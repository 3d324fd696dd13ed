// Clocks, facts and actions as people would say them, by the titles of one policy.
#pragma once
#include "policy/pack.h"

#include <string>

namespace policy {

/// "Consult the other side" from "consult the other side".
std::string capitalised(std::string);

std::string in_words(const Fact&, const Pack&);             // "form submitted ('Notification')"
std::string fact_title(const Fact&, const Pack&);           // "Notification"; empty where the policy gives it none
std::string as_clause(const Fact&, const Pack&);            // "the form 'Notification' is sent"
std::string in_words(const Clock&, const Pack&);            // "within 5 working days from contacted, as an aim"
std::string in_words(const calendar::Limit&, const Pack&);  // "next meeting of The board"
std::string action_in_words(const std::string& word, const Pack&);  // of a need: "take step 'Notice'"
/// Of those who may act, each may: "either side" where a duty would fall on both.
std::string who_may(const Who&, const Pack&);
/// "Days are counted by the calendar of England and Wales: next working day is day one"
std::string counting_in_words(const Identity&);
std::string date_title(const std::string& key, const Pack&);        // "'The court hearing'"

/// Within a sentence: "Medway Safeguarding Children Board", "the local board".
std::string owner_in_words(const Identity&);

}  // namespace policy
