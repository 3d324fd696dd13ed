#include "app/base32.h"

#include <cstdint>

namespace app {

std::string to_base32(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        held = held << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5) text += letters[held >> (bits - 5) & 31U];
    }
    if (bits > 0) text += letters[held << (5 - bits) & 31U];
    return text;
}

std::string in_groups(std::string_view text, char between) {
    constexpr std::size_t group = 4;
    std::string parted;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % group == 0) parted += between;
        parted += text[i];
    }
    return parted;
}

}  // namespace app
