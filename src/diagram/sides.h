// The lines that run along the sides of a chart: out of every stage to where it is settled, and round
// a stage that comes again.
#pragma once
#include "diagram/layout.h"

namespace diagram {

/// What leaves stages out, and what ends otherwise, is to stand on the left: the right is for the exits.
bool is_wrong_way_round(const Chart&, const Layout&);
void turn_round(const Chart&, Layout&);

/// Adds the curves of exits and repetitions to a layout that has the boxes.
void run_along_the_sides(const Chart&, Layout&);

}  // namespace diagram
