// Text set in lines of a width: where it breaks, how high it is, and how it is drawn.
#pragma once
#include <string>
#include <vector>

#include "pdf/held.h"

namespace pdf {

inline constexpr const char* font_family = "Liberation Sans";

enum class Style { Title, Section, Heading, Plain, Strong, Quiet, Label, Cell, Foot };

struct Line {
    std::string text;  // without blanks at its end
    double width = 0;
    double height = 0;
    double baseline = 0;      // below the top of the line
    bool from_right = false;  // as it is read
};

/// A text broken into lines; of nothing, there is none.
using Lines = std::vector<Line>;

double height_of(const Lines&);

class Type {
public:
    explicit Type(PangoFontMap&);

    Lines broken(const std::string& text, Style, double width) const;
    /// Its top left corner is at (x, y).
    void draw(cairo_t&, const Line&, Style, double x, double y, double width) const;

private:
    void add_broken(const std::string& text, Style, double width, Lines&) const;
    Held<PangoLayout> layout(const std::string& text, Style) const;

    Held<PangoContext> context_;
};

}  // namespace pdf
