// A policy as a chart: its stages with who acts and by when, and every way from one to the next.
#pragma once
#include "diagram/chart.h"
#include "policy/pack.h"

namespace diagram {

/// How much of it is told: Full with every condition and clause; Plain with what is owed in short;
/// Bare without what is owed.
enum class Detail { Full, Plain, Bare };

/// The pack is given with the rules of the house.
Chart chart_of(const policy::Pack&, Detail, double stage_width);

/// What stands above the chart, where somebody in a hurry looks first.
std::vector<std::string> danger_lines(const policy::Pack&);

/// What holds along the whole ladder: dates it must fit inside, needs, steps; empty where the policy names nothing.
std::vector<std::string> beside_lines(const policy::Pack&);

}  // namespace diagram
