#include "crypto/secrets.h"

#include <sodium.h>

#include "crypto/box.h"
#include "crypto/master_key.h"
#include "store/fault.h"

namespace crypto {
namespace {

std::string hex_of_blake2b(std::string_view text, std::string_view key) {
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       reinterpret_cast<const unsigned char*>(key.data()), key.size());
    return to_hex(hash);
}

}  // namespace

Argon2Passwords::Argon2Passwords(const PasswordCost& cost) : cost_(cost), nobodys_(hash(random_bytes(32))) {}

std::string Argon2Passwords::hash(std::string_view password) const {
    prepare();
    std::string text(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw store::Fault("There is not enough memory to hash a password.",
                           "Give the program more memory, or let fewer people sign in at once.");
    text.resize(text.find('\0'));
    return text;
}

bool Argon2Passwords::verify(const std::optional<std::string>& kept, std::string_view password) const {
    const std::string& against = kept ? *kept : nobodys_;
    const bool matches = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return matches && kept.has_value();
}

bool Argon2Passwords::outdated(const std::string& kept) const {
    return crypto_pwhash_str_needs_rehash(kept.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

KeyedDigests::KeyedDigests(const Key& master) : key_(derive(master, "Digests.")) {}

std::string KeyedDigests::of_token(std::string_view token) const {
    return hex_of_blake2b(token, {});
}

std::string KeyedDigests::keyed(std::string_view purpose, std::string_view text) const {
    return hex_of_blake2b(bound_words({purpose, text}), key_.view());
}

bool KeyedDigests::equal(std::string_view left, std::string_view right) const {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace crypto
