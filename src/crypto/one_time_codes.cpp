#include "crypto/one_time_codes.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/ensure.h"
#include "store/fault.h"

namespace crypto {
namespace {

constexpr std::size_t sha1_bytes = 20;
using Mac = std::array<unsigned char, sha1_bytes>;

Mac hmac_sha1(std::string_view key, const std::array<unsigned char, 8>& text) {
    Mac mac{};
    unsigned int size = 0;
    const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), text.data(), text.size(),
                            mac.data(), &size);
    if (made == nullptr || size != mac.size())
        throw store::Fault("The system's cryptography does not offer HMAC-SHA-1.",
                           "Allow it for codes of authenticator apps; it signs nothing here.");
    return mac;
}

std::array<unsigned char, 8> big_endian(std::int64_t counter) {
    std::array<unsigned char, 8> bytes{};
    auto rest = static_cast<std::uint64_t>(counter);
    for (std::size_t i = bytes.size(); i > 0; --i, rest >>= 8) bytes[i - 1] = rest & 0xFF;
    return bytes;
}

}  // namespace

std::string hotp(std::string_view secret, std::int64_t counter, int digits) {
    base::ensure(counter >= 0 && digits >= 6 && digits <= 8, "a code has 6 to 8 digits and a step");
    const Mac mac = hmac_sha1(secret, big_endian(counter));
    const std::size_t at = mac.back() & 0x0F;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | mac[at + i];
    number &= 0x7FFF'FFFF;
    std::string code(static_cast<std::size_t>(digits), '0');
    for (std::size_t i = code.size(); i > 0; --i, number /= 10)
        code[i - 1] = static_cast<char>('0' + number % 10);
    return code;
}

}  // namespace crypto
