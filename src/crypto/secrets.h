// Passwords by argon2id, random tokens, and hashes of secrets.
#pragma once
#include <cstdint>

#include "crypto/bytes.h"
#include "store/secrets.h"

namespace crypto {

/// What one guess at a password costs. The default is above the floor of OWASP ASVS 5.0 (11.4.2)
/// and takes about 0.1 s of one core.
struct PasswordCost {
    std::uint64_t passes = 3;
    std::size_t memory_bytes = std::size_t{64} << 20;
};

class Argon2Passwords final : public store::Passwords {
public:
    explicit Argon2Passwords(const PasswordCost& = {});

    std::string hash(std::string_view password) const override;
    bool verify(const std::optional<std::string>& kept, std::string_view password) const override;
    bool outdated(const std::string& kept) const override;

private:
    PasswordCost cost_;
    std::string nobodys_;  // checked when there is no account, so that both take as long
};

class SystemRandom final : public store::Random {
public:
    std::string bytes(std::size_t count) override { return random_bytes(count); }
    std::string token() override { return to_base64url(random_bytes(32)); }
    std::string id() override { return random_id(); }
};

class KeyedDigests final : public store::Digests {
public:
    explicit KeyedDigests(const Key& master);

    std::string of_token(std::string_view token) const override;
    std::string keyed(std::string_view purpose, std::string_view text) const override;
    bool equal(std::string_view left, std::string_view right) const override;

private:
    Key key_;
};

}  // namespace crypto
