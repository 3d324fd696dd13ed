#include "pdf/clean_text.h"

#include <glib.h>

#include <memory>

namespace pdf {
namespace {

/// Overrides, embeddings and isolates: a text may not reach beyond itself.
bool turns_direction(gunichar c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_left_out(gunichar c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool nothing = c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return control || nothing || turns_direction(c);
}

}  // namespace

std::string clean(std::string_view typed) {
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(typed.data(), static_cast<gssize>(typed.size())), g_free);
    std::string cleaned;
    for (const char *at = valid.get(), *next = at; *at != '\0'; at = next) {
        next = g_utf8_next_char(at);
        const gunichar c = g_utf8_get_char(at);
        if (c == '\n' || c == 0x2028 || c == 0x2029)
            cleaned += '\n';
        else if (c == '\t')
            cleaned += ' ';
        else if (!is_left_out(c))
            cleaned.append(at, next);
    }
    return cleaned;
}

}  // namespace pdf
