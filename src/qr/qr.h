// A text as a square of dark and light modules that the camera of a telephone reads.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace qr {

/// Without the margin of four light modules that a camera wants around it.
struct Square {
    int side = 0;  // in modules
    std::vector<bool> dark = {};  // row by row from the top left

    bool is_dark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

/// As ISO/IEC 18004 has it, in bytes, readable with a seventh of it spoilt. Nothing for a text of more than
/// some two thousand bytes, which has no square.
std::optional<Square> square_of(const std::string& text);

}  // namespace qr
