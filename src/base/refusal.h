// When the domain says no.
#pragma once
#include <string>
#include <tl/expected.hpp>

namespace base {

/// A rule said no. `rule` names it for programs ("not_settled"); `why` says it to people, in plain
/// words with a remedy; `clause` is the paragraph of the policy behind it, empty for a house rule;
/// `field` names the answer that was wrong, where one was.
struct Refusal {
    std::string rule;
    std::string why;
    std::string clause = {};
    std::string field = {};
    std::string hint = {};                   // what to do, where `why` ends with it after a semicolon
    bool operator==(const Refusal&) const = default;
};

template <class T>
using Result = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refused(std::string rule, std::string why) {
    return tl::unexpected(Refusal{std::move(rule), std::move(why)});
}

/// What is wrong, and what to do about it.
inline tl::unexpected<Refusal> refused(std::string rule, const std::string& what, std::string hint) {
    return tl::unexpected(Refusal{std::move(rule), what + "; " + hint, {}, {}, std::move(hint)});
}

}  // namespace base
