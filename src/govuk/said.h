// Words for the scripts of GOV.UK Frontend, which else say their own.
#pragma once
#include <string>

#include "html/html.h"

namespace govuk {

/// "1 character", "%{count} characters".
struct Plural {
    std::string one;
    std::string other;
};

/// Adds the attribute where there are words for it.
inline void add_said(html::Attributes& attributes, html::Name name, const std::string& words) {
    if (!words.empty()) attributes.push_back({name, words});
}

}  // namespace govuk
