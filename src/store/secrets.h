// Passwords, tokens, and the hashes by which secrets are found and compared.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace store {

class Passwords {
public:
    virtual ~Passwords() = default;

    virtual std::string hash(std::string_view password) const = 0;
    /// Nothing kept (no such account) takes as long as a wrong password, and is false.
    virtual bool verify(const std::optional<std::string>& kept, std::string_view password) const = 0;
    /// The hash was made with weaker settings than today's: hash again at the next sign-in.
    virtual bool outdated(const std::string& kept) const = 0;
};

class Random {
public:
    virtual ~Random() = default;

    virtual std::string bytes(std::size_t count) = 0;
    virtual std::string token() = 0;  // 256 bits as base64url, 43 characters
    virtual std::string id() = 0;     // 128 bits as lower-case hex, 32 characters
};

class Digests {
public:
    virtual ~Digests() = default;

    /// What is kept of a token, as hex: whoever reads it cannot use it.
    virtual std::string of_token(std::string_view token) const = 0;
    /// Keyed by a secret of this installation, as hex: finds the same text again within one purpose,
    /// and cannot be guessed at without the key.
    virtual std::string keyed(std::string_view purpose, std::string_view text) const = 0;
    /// Takes the same time wherever the first difference is.
    virtual bool equal(std::string_view left, std::string_view right) const = 0;
};

}  // namespace store
