#include "crypto/box.h"

#include <sodium.h>

namespace crypto {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == Key::size);

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace

std::string bound_words(std::initializer_list<std::string_view> words) {
    std::string bound;
    for (const std::string_view word : words) {
        for (int shift = 56; shift >= 0; shift -= 8)
            bound += static_cast<char>(static_cast<std::uint64_t>(word.size()) >> shift & 0xff);
        bound += word;
    }
    return bound;
}

std::string close_box(const Key& key, std::string_view plaintext, std::string_view beside) {
    std::string box = random_bytes(nonce_bytes);
    box.resize(nonce_bytes + plaintext.size() + tag_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(box) + nonce_bytes, nullptr, raw(plaintext),
                                               plaintext.size(), raw(beside), beside.size(), nullptr,
                                               raw(box), key.data());
    return box;
}

std::optional<std::string> open_box(const Key& key, std::string_view box, std::string_view beside) {
    if (box.size() < nonce_bytes + tag_bytes) return std::nullopt;
    std::string plaintext(box.size() - nonce_bytes - tag_bytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plaintext), nullptr, nullptr, raw(box) + nonce_bytes,
                                                   box.size() - nonce_bytes, raw(beside), beside.size(),
                                                   raw(box), key.data()) != 0)
        return std::nullopt;
    return plaintext;
}

}  // namespace crypto
