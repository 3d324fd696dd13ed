// Boxes, arrows and lines of text as SVG.
#pragma once
#include "diagram/layout.h"
#include "html/html.h"

namespace diagram {

html::Html paint(const Box&, Point corner);
html::Html paint(const Arrow&, const Curve&);
html::Html paint_text(const std::string& text, Point at, const Letters&);
/// Lines one below the other; `at` is the upper left corner of the first, moved to below the last.
html::Html paint_lines(const std::vector<std::string>& lines, Point& at, const Letters&);
std::string number(double);

/// One sheet of A4 on paper; and where the reader chose colours, those are taken.
html::Html style();

}  // namespace diagram
