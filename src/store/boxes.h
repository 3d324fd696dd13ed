// Closing small secrets that are not history and yet must be read again: they are kept in drawers.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace store {

/// Under a key of this installation that is kept apart from the drawers. A box is erased with its slip.
class Boxes {
public:
    virtual ~Boxes() = default;

    /// Printable. `beside` says what it is and whose: it opens with the same words alone.
    virtual std::string close(std::string_view plaintext, std::string_view beside) const = 0;
    /// Nothing where it was altered, or is not what or whose it is said to be.
    virtual std::optional<std::string> open(std::string_view box, std::string_view beside) const = 0;
};

}  // namespace store
