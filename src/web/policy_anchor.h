// Places on the page of a policy that other pages lead to.
#pragma once
#include <string>

namespace web {

/// Letters and digits stay; everything else becomes "-".
inline std::string anchor_word(std::string text) {
    for (auto& c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain) c = '-';
    }
    return text;
}

inline std::string clause_anchor(const std::string& clause) {
    return "clause-" + anchor_word(clause);
}
inline std::string reading_anchor(const std::string& reading) {
    return "reading-" + anchor_word(reading);
}

}  // namespace web
