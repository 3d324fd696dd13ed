#include "ledger/head.h"

#include <charconv>

#include "base/text.h"

namespace ledger {
namespace {

constexpr std::string_view kind = "concordat-head";

int digit(char hex) {
    if (hex >= '0' && hex <= '9') return hex - '0';
    if (hex >= 'a' && hex <= 'f') return hex - 'a' + 10;
    return -1;
}

bool read_hex(std::string_view hex, Hash& hash) {
    if (hex.size() != hash.size() * 2) return false;
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const int high = digit(hex[2 * i]);
        const int low = digit(hex[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        hash[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

bool read_size(std::string_view text, std::int64_t& size) {
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, size);
    return error == std::errc{} && stopped == end && size >= 0 && std::to_string(size) == text;
}

}  // namespace

std::string to_hex(const Hash& hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(hash.size() * 2);
    for (const std::uint8_t byte : hash) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::string to_text(const Head& head) {
    return std::string(kind) + " " + std::to_string(head.size) + " " + to_hex(head.root);
}

base::Result<Head> parse_head(std::string_view text) {
    const auto words = base::split(base::trimmed(text), ' ');
    Head head;
    if (words.size() == 3 && words[0] == kind && read_size(words[1], head.size) &&
        read_hex(words[2], head.root))
        return head;
    return tl::unexpected(base::Refusal{
        "not_a_head",
        "This is not the head of a ledger. A head is one line: \"concordat-head\", the number of "
        "entries, and 64 hexadecimal digits."});
}

}  // namespace ledger
