// One-time codes of RFC 4226 and RFC 6238 over OpenSSL's HMAC-SHA-1.
#pragma once
#include "store/one_time_codes.h"

namespace crypto {

/// RFC 4226, 5.3: `digits` digits, 6 to 8, zeros in front.
std::string hotp(std::string_view secret, std::int64_t counter, int digits);

class HmacCodes final : public store::OneTimeCodes {
public:
    std::string code_at(std::string_view secret, std::int64_t step) const override {
        return hotp(secret, step, 6);
    }
};

}  // namespace crypto
