// The id that makes sending a form twice one effect: made with the form, carried in it.
#pragma once
#include <algorithm>
#include <string_view>

namespace web {

/// As store::Random::id() makes them.
inline bool is_command_id(std::string_view id) {
    return id.size() == 32 &&
           std::ranges::all_of(id, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace web
