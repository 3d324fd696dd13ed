// Where the boxes and arrows of a chart go. Graphviz works it out; nothing else of it is used.
#pragma once
#include <stdexcept>

#include "diagram/chart.h"

namespace diagram {

/// A curve: its first point, then three for each further piece (two that bend it, and its end).
struct Curve {
    std::vector<Point> points;
    bool operator==(const Curve&) const = default;
};

/// In the order of the chart's boxes and arrows.
struct Layout {
    double width = 0;
    double height = 0;
    std::vector<Point> boxes;   // their upper left corners
    std::vector<Curve> arrows;  // from tail to tip
};

struct LayoutFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The same chart gives the same layout. Safe from many threads: they take turns, as Graphviz must.
Layout lay_out(const Chart&);

}  // namespace diagram
