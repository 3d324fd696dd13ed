#include "diagram/sides.h"

#include <algorithm>

namespace diagram {
namespace {

constexpr double exit_gap = 10;
constexpr double loop_width = 3.4;

/// A curve of straight pieces.
Curve straight(const std::vector<Point>& corners) {
    Curve curve;
    for (const auto& corner : corners) {
        if (curve.points.empty()) {
            curve.points.push_back(corner);
            continue;
        }
        const auto last = curve.points.back();
        curve.points.insert(curve.points.end(), {last, corner, corner});
    }
    return curve;
}

double middle_of(const Chart& chart, const Layout& layout, Look look) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
        if (chart.boxes[i].look != look) continue;
        sum += layout.boxes[i].x + chart.boxes[i].width / 2;
        ++count;
    }
    return count == 0 ? 0 : sum / count;
}

void move_right(Layout& layout, double by) {
    for (auto& box : layout.boxes) box.x += by;
    for (auto& curve : layout.arrows) {
        for (auto& point : curve.points) point.x += by;
    }
    layout.width += by;
}

std::size_t index_of(const Chart& chart, const std::string& key) {
    return static_cast<std::size_t>(std::ranges::find(chart.boxes, key, &Box::key) - chart.boxes.begin());
}

Curve exit(const Chart& chart, const Layout& layout, const Arrow& arrow, double line) {
    const auto from = index_of(chart, arrow.from), to = index_of(chart, arrow.to);
    const double y_from = layout.boxes[from].y + chart.boxes[from].height / 2;
    const double y_to = layout.boxes[to].y + chart.boxes[to].height / 2;
    return straight({{layout.boxes[from].x + chart.boxes[from].width, y_from},
                     {line, y_from},
                     {line, y_to},
                     {layout.boxes[to].x + chart.boxes[to].width, y_to}});
}

Curve loop(const Chart& chart, const Layout& layout, const Arrow& arrow) {
    const auto at = index_of(chart, arrow.from);
    const auto& corner = layout.boxes[at];
    const double height = chart.boxes[at].height;
    return straight({{corner.x, corner.y + height * 0.75},
                     {corner.x - loop_width, corner.y + height * 0.75},
                     {corner.x - loop_width, corner.y + height * 0.25},
                     {corner.x, corner.y + height * 0.25}});
}

}  // namespace

bool is_wrong_way_round(const Chart& chart, const Layout& layout) {
    return middle_of(chart, layout, Look::Leap) > middle_of(chart, layout, Look::Stage);
}

void turn_round(const Chart& chart, Layout& layout) {
    for (std::size_t i = 0; i < layout.boxes.size(); ++i)
        layout.boxes[i].x = layout.width - layout.boxes[i].x - chart.boxes[i].width;
    for (auto& curve : layout.arrows) {
        for (auto& point : curve.points) point.x = layout.width - point.x;
    }
}

void run_along_the_sides(const Chart& chart, Layout& layout) {
    const auto has = [&](Course course) {
        return std::ranges::find(chart.arrows, course, &Arrow::course) != chart.arrows.end();
    };
    if (has(Course::Again)) move_right(layout, loop_width);
    const double line = layout.width + exit_gap;
    for (std::size_t i = 0; i < chart.arrows.size(); ++i) {
        const auto& arrow = chart.arrows[i];
        if (arrow.course == Course::Exit) layout.arrows[i] = exit(chart, layout, arrow, line);
        if (arrow.course == Course::Again) layout.arrows[i] = loop(chart, layout, arrow);
    }
    if (has(Course::Exit)) layout.width = line + 1;
}

}  // namespace diagram
