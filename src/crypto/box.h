// XChaCha20-Poly1305: a nonce and a ciphertext that also vouch for the words said beside them.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace crypto {

/// Each text with its length, so that no two lists give the same bytes.
std::string bound_words(std::initializer_list<std::string_view>);

/// A random nonce of 24 bytes, then the ciphertext and its tag.
std::string close_box(const Key&, std::string_view plaintext, std::string_view beside);

/// Nothing when the key, the words beside it or any byte is not what it was.
std::optional<std::string> open_box(const Key&, std::string_view box, std::string_view beside);

}  // namespace crypto
