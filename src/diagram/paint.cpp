#include "diagram/paint.h"

#include <fmt/format.h>

#include <cmath>

namespace diagram {
namespace {

using namespace html;

struct Manner {
    std::string_view fill;
    std::string_view corner;  // radius
    std::string_view stroke_width;
    std::string_view dashes;
};

Manner manner_of(Look look) {
    switch (look) {
        case Look::Start: return {"#e8f1f8", "4", "0.35", ""};
        case Look::Stage: return {"#ffffff", "0.8", "0.5", ""};
        case Look::Way: return {"#f3f2f1", "0.8", "0.35", ""};
        case Look::Leap: return {"#ffffff", "0.8", "0.35", "1.4 1"};
        case Look::Goal:
        case Look::End: return {"#e2f0e8", "2.4", "0.35", ""};
    }
    return {};
}

std::string_view dashes_of(Course course) {
    switch (course) {
        case Course::Leap:
        case Course::Land: return "1.4 1";
        case Course::Out: return "0.3 0.9";
        case Course::On:
        case Course::Choice:
        case Course::Exit:
        case Course::Again: return "";
    }
    return "";
}

std::string path_of(const Curve& curve) {
    std::string path = fmt::format("M{} {}", number(curve.points[0].x), number(curve.points[0].y));
    for (std::size_t i = 1; i < curve.points.size(); ++i)
        path += fmt::format("{}{} {}", i % 3 == 1 ? " C" : " ", number(curve.points[i].x),
                            number(curve.points[i].y));
    return path;
}

/// A solid triangle whose tip is the end of the curve.
std::string tip_of(const Curve& curve) {
    const auto tip = curve.points.back();
    auto before = tip;
    double length = 0;
    for (auto at = curve.points.rbegin(); at != curve.points.rend() && length < 0.5; ++at) {
        before = *at;
        length = std::hypot(tip.x - before.x, tip.y - before.y);
    }
    if (length == 0) return {};
    const Point along{(tip.x - before.x) / length, (tip.y - before.y) / length};
    const Point foot{tip.x - 2.2 * along.x, tip.y - 2.2 * along.y};
    return fmt::format("M{} {} L{} {} L{} {} Z", number(tip.x), number(tip.y), number(foot.x - 0.9 * along.y),
                       number(foot.y + 0.9 * along.x), number(foot.x + 0.9 * along.y),
                       number(foot.y - 0.9 * along.x));
}

}  // namespace

std::string number(double value) {
    auto text = fmt::format("{:.2f}", value);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

Html paint_text(const std::string& text, Point at, const Letters& letters) {
    auto run = element("text")
                   .with("x", number(at.x))
                   .with("y", number(at.y))
                   .with("font-size", number(letters.size));
    if (letters.weight == Weight::Bold) run.with("font-weight", "bold");
    return run(text);
}

Html paint_lines(const std::vector<std::string>& lines, Point& at, const Letters& letters) {
    Html all;
    for (const auto& line : lines) {
        all.add(paint_text(line, {at.x, at.y + letters.size * 0.93}, letters));
        at.y += line_height(letters);
    }
    return all;
}

Html paint(const Box& box, Point corner) {
    const auto manner = manner_of(box.look);
    auto frame = element("rect", "box")
                     .with("width", number(box.width))
                     .with("height", number(box.height))
                     .with("rx", manner.corner)
                     .with("fill", manner.fill)
                     .with("stroke", "currentColor")
                     .with("stroke-width", manner.stroke_width)
                     .with_some("stroke-dasharray", manner.dashes);
    Html inside = frame();
    for (const auto& [from, to] : box.dividers) {
        inside.add(element("line")
                       .with("x1", number(from.x))
                       .with("y1", number(from.y))
                       .with("x2", number(to.x))
                       .with("y2", number(to.y))
                       .with("stroke", "currentColor")
                       .with("stroke-width", "0.15")());
    }
    for (const auto& run : box.runs) inside.add(paint_text(run.text, run.at, run.letters));
    return element("g").with("transform",
                             "translate(" + number(corner.x) + " " + number(corner.y) + ")")(inside);
}

Html paint(const Arrow& arrow, const Curve& curve) {
    if (curve.points.size() < 4) return {};
    Html drawn = element("title")(arrow.name);
    drawn.add(element("path")
                  .with("d", path_of(curve))
                  .with("fill", "none")
                  .with("stroke", "currentColor")
                  .with("stroke-width", arrow.course == Course::On ? "0.5" : "0.35")
                  .with_some("stroke-linecap", arrow.course == Course::Out ? "round" : "")
                  .with_some("stroke-dasharray", dashes_of(arrow.course))());
    drawn.add(element("path").with("d", tip_of(curve)).with("fill", "currentColor")());
    if (!arrow.label.empty()) {
        const auto& from = curve.points.front();
        const auto& to = curve.points.back();
        const Point beside{(from.x + to.x) / 2 + 2, (from.y + to.y) / 2 + 0.9};
        const Point above{from.x + 1, from.y - 0.9};
        drawn.add(paint_text(arrow.label, arrow.course == Course::Exit ? above : beside, {.size = 2.4}));
    }
    return element("g")(drawn);
}

Html style() {
    return style_sheet(
        "@page { size: A4 portrait; margin: 0; }"
        "@media (forced-colors: active) {"
        " svg { color: CanvasText; forced-color-adjust: none; }"
        " .sheet { fill: Canvas; }"
        " .box { fill: Canvas; stroke: CanvasText; }"
        " }");
}

}  // namespace diagram
