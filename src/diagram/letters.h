// How wide text is, so that it can be broken into lines before anything is drawn.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace diagram {

enum class Weight { Plain, Bold };

struct Letters {
    double size = 2.7;  // millimetres
    Weight weight = Weight::Plain;
    bool operator==(const Letters&) const = default;
};

/// The fonts that the widths hold for: the widest of those named is measured.
inline constexpr const char* font_family =
    "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif";

double width_of(std::string_view text, const Letters&);

/// Lines no wider than that, broken between words; a word that is wider stands alone.
std::vector<std::string> wrapped(std::string_view text, double width, const Letters&);

inline double line_height(const Letters& letters) {
    return letters.size * 1.2;
}

}  // namespace diagram
