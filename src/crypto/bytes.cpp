#include "crypto/bytes.h"

#include <sodium.h>

#include <algorithm>

#include "base/ensure.h"
#include "store/fault.h"

namespace crypto {

void wipe(void* bytes, std::size_t count) {
    sodium_memzero(bytes, count);
}

void prepare() {
    if (sodium_init() < 0)
        throw store::Fault("The system gives no random numbers, so nothing can be sealed.",
                           "Start the program again; if it happens again, look after the system.");
}

Key::Key(std::string_view bytes) {
    base::ensure(bytes.size() == size, "a key has 32 bytes");
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
}

Key::Key(Key&& other) noexcept : bytes_(other.bytes_) {
    wipe(other.bytes_.data(), size);
}

Key& Key::operator=(Key&& other) noexcept {
    if (this == &other) return *this;
    bytes_ = other.bytes_;
    wipe(other.bytes_.data(), size);
    return *this;
}

Key Key::random() {
    prepare();
    Key key;
    randombytes_buf(key.bytes_.data(), size);
    return key;
}

std::string random_bytes(std::size_t count) {
    prepare();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_id() {
    return to_hex(random_bytes(16));
}

std::string to_hex(std::string_view bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    hex.pop_back();
    return hex;
}

std::string to_base64url(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace crypto
