#include "qr/qr.h"

#include <doctest/doctest.h>

namespace {

constexpr int smallest = 21;  // modules: holds fourteen bytes, in one block

/// What lies under a square of that size besides what it says: corners, the lines between them, the format.
bool is_pattern(int x, int y) {
    const bool corner = (x < 9 && y < 9) || (x > 12 && y < 9) || (x < 9 && y > 12);
    return corner || x == 6 || y == 6;
}

bool is_turned(int mask, int x, int y) {
    switch (mask) {
        case 0: return (x + y) % 2 == 0;
        case 1: return y % 2 == 0;
        case 2: return x % 3 == 0;
        case 3: return (x + y) % 3 == 0;
        case 4: return (x / 3 + y / 2) % 2 == 0;
        case 5: return x * y % 2 + x * y % 3 == 0;
        case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
        default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

int mask_of(const qr::Square& square) {
    int format = 0;
    const auto add = [&](int bit, int x, int y) { format |= square.is_dark(x, y) ? 1 << bit : 0; };
    for (int i = 0; i < 6; ++i) add(i, 8, i);
    add(6, 8, 7);
    add(7, 8, 8);
    add(8, 7, 8);
    for (int i = 9; i < 15; ++i) add(i, 14 - i, 8);
    return ((format ^ 0x5412) >> 10) & 7;
}

/// Up and down in columns of two, from the bottom right.
std::vector<bool> bits_of(const qr::Square& square) {
    std::vector<bool> bits;
    const int mask = mask_of(square);
    bool up = true;
    for (int right = smallest - 1; right > 0; right -= 2) {
        if (right == 6) --right;
        for (int step = 0; step < smallest; ++step) {
            const int y = up ? smallest - 1 - step : step;
            for (int x = right; x > right - 2; --x) {
                if (!is_pattern(x, y)) bits.push_back(square.is_dark(x, y) != is_turned(mask, x, y));
            }
        }
        up = !up;
    }
    return bits;
}

int number_in(const std::vector<bool>& bits, std::size_t from, std::size_t length) {
    int number = 0;
    for (std::size_t i = from; i < from + length; ++i) number = number * 2 + (bits[i] ? 1 : 0);
    return number;
}

std::string text_in(const qr::Square& square) {
    constexpr int in_bytes = 4;
    const auto bits = bits_of(square);
    if (number_in(bits, 0, 4) != in_bytes) return "in another mode";
    std::string text;
    const auto length = static_cast<std::size_t>(number_in(bits, 4, 8));
    for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(number_in(bits, 12 + i * 8, 8));
    return text;
}

}  // namespace

TEST_CASE("a text is read back from its square, as the standard has it") {
    for (const std::string text : {"otpauth://totp", "Concordat", "a", "\xc3\xa9t\xc3\xa9 12:30"}) {
        const auto square = qr::square_of(text);
        REQUIRE(square);
        REQUIRE(square->side == smallest);
        CHECK(text_in(*square) == text);
    }
}

TEST_CASE("a longer text has a larger square; one that is too long has none, and nothing has none") {
    const auto square = qr::square_of(std::string(140, 'k'));
    REQUIRE(square);
    CHECK((square->side - 17) % 4 == 0);
    CHECK(square->side > smallest);
    CHECK(square->dark.size() == static_cast<std::size_t>(square->side) * static_cast<std::size_t>(square->side));
    CHECK_FALSE(qr::square_of(std::string(4000, 'k')));
    CHECK_FALSE(qr::square_of(""));
}
