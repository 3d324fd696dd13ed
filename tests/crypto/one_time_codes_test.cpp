#include "crypto/one_time_codes.h"

#include <doctest/doctest.h>

#include <array>
#include <utility>

#include "base/ensure.h"

namespace {

const std::string rfc_secret = "12345678901234567890";

}  // namespace

TEST_CASE("the codes of RFC 4226, appendix D") {
    const std::array<const char*, 10> codes{"755224", "287082", "359152", "969429", "338314",
                                            "254676", "287922", "162583", "399871", "520489"};
    for (std::size_t counter = 0; counter < codes.size(); ++counter)
        CHECK(crypto::hotp(rfc_secret, static_cast<std::int64_t>(counter), 6) == codes[counter]);
}

TEST_CASE("the codes of RFC 6238, appendix B, for SHA-1") {
    const std::array<std::pair<std::int64_t, const char*>, 6> codes{{{59, "94287082"},
                                                                     {1111111109, "07081804"},
                                                                     {1111111111, "14050471"},
                                                                     {1234567890, "89005924"},
                                                                     {2000000000, "69279037"},
                                                                     {20000000000, "65353130"}}};
    const crypto::HmacCodes apps;
    for (const auto& [seconds, code] : codes) {
        CHECK(crypto::hotp(rfc_secret, seconds / 30, 8) == code);
        CHECK(apps.code_at(rfc_secret, seconds / 30) == std::string(code).substr(2));
    }
}

TEST_CASE("a code of fewer than six digits, or of a time before time, is a mistake of ours") {
    CHECK_THROWS_AS(crypto::hotp(rfc_secret, 1, 5), base::Bug);
    CHECK_THROWS_AS(crypto::hotp(rfc_secret, -1, 6), base::Bug);
}
