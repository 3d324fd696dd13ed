// The words of a rule as they fit into a box.
#pragma once
#include "policy/wording.h"

namespace diagram {

/// The clause in brackets, where it is another than the one that the box stands for, and whether it is
/// read; else nothing.
std::string cited(const policy::Source&, const policy::Source& of_the_box = {});
using policy::capitalised;
std::string tier_title(const policy::Pack&, const std::string& key);

/// "within 5 working days from contacted", "as agreed"; empty where nothing is stated.
std::string by_when(const policy::Pack&, const policy::Clock&);
/// "where the standing is looked after"; empty for none.
std::string where(const policy::Pack&, const std::optional<policy::Condition>&);

/// What is owed, without who owes it.
std::string owed_in_full(const policy::Pack&, const policy::DutyRule&, const policy::Source& of_the_box);
std::string owed_in_short(const policy::Pack&, const policy::DutyRule&);

}  // namespace diagram
