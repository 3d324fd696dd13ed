// Text that somebody typed, made fit to be set: whatever bytes it holds.
#pragma once
#include <string>
#include <string_view>

namespace pdf {

/// UTF-8 without control characters but line breaks, and without marks that turn the direction of what
/// follows. What is no UTF-8 becomes U+FFFD.
std::string clean(std::string_view typed);

}  // namespace pdf
