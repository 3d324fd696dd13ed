#include "app/reference.h"

namespace app {
namespace {

constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t length = 10;
constexpr std::size_t group = 4;

std::string in_groups(const std::string& letters) {
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (i > 0 && i % group == 0) text += '-';
        text += letters[i];
    }
    return text;
}

}  // namespace

std::string new_reference(store::Random& random) {
    // Bytes past the last whole multiple of the alphabet are drawn again, so that no letter is likelier.
    constexpr std::size_t fair = 256 / alphabet.size() * alphabet.size();
    std::string letters;
    while (letters.size() < length) {
        for (const char c : random.bytes(length)) {
            const std::size_t byte = static_cast<unsigned char>(c);
            if (byte < fair && letters.size() < length) letters += alphabet[byte % alphabet.size()];
        }
    }
    return in_groups(letters);
}

std::optional<std::string> parse_reference(std::string_view text) {
    std::string letters;
    for (char c : text) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (alphabet.find(c) == std::string_view::npos || letters.size() == length) return std::nullopt;
        letters += c;
    }
    if (letters.size() != length) return std::nullopt;
    return in_groups(letters);
}

}  // namespace app
