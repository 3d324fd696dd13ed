// The codes that an authenticator app shows: which one belongs to a secret and a step of time.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace store {

class OneTimeCodes {
public:
    virtual ~OneTimeCodes() = default;

    /// Six digits, as RFC 6238 has them with HMAC-SHA-1. The secret is bytes, not their base32.
    virtual std::string code_at(std::string_view secret, std::int64_t step) const = 0;
};

}  // namespace store
