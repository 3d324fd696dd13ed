// Identifiers and counts that cannot be confused with one another.
#pragma once
#include <compare>
#include <string>
#include <utility>

namespace base {

/// A T that only mixes with its own kind: a PostId is never passed where an AgencyId is meant.
template <class Tag, class T = std::string>
class Strong {
public:
    constexpr Strong() = default;
    constexpr explicit Strong(T value) : value_(std::move(value)) {}

    constexpr const T& get() const { return value_; }

    constexpr auto operator<=>(const Strong&) const = default;

private:
    T value_{};
};

}  // namespace base
