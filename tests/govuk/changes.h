// Every small mistake that could be made in a piece of our HTML.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace fixtures {

/// The HTML with one attribute lost, with one value altered, with one class lost: each in turn.
std::vector<std::string> changes_of(std::string_view html);

}  // namespace fixtures
