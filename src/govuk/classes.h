// Class names side by side.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace govuk {

/// Those that are not empty, with blanks between.
inline std::string classes_of(std::initializer_list<std::string_view> classes) {
    std::size_t length = classes.size();
    for (const auto& name : classes) length += name.size();
    std::string joined;
    joined.reserve(length);
    for (const auto& name : classes) {
        if (name.empty()) continue;
        if (!joined.empty()) joined += ' ';
        joined += name;
    }
    return joined;
}

}  // namespace govuk
