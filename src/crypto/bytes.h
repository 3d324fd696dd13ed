// Secret bytes that are wiped when they go, and the two texts that bytes are written as.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

void wipe(void* bytes, std::size_t count);

/// A 256-bit key. Copies are not made by accident, and nothing of it is left behind.
class Key {
public:
    static constexpr std::size_t size = 32;

    Key() = default;
    /// Exactly `size` bytes.
    explicit Key(std::string_view bytes);
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    Key(Key&& other) noexcept;
    Key& operator=(Key&& other) noexcept;
    ~Key() { wipe(bytes_.data(), bytes_.size()); }

    static Key random();
    Key clone() const { return Key(view()); }

    const unsigned char* data() const { return bytes_.data(); }
    std::string_view view() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

private:
    std::array<unsigned char, size> bytes_{};
};

std::string random_bytes(std::size_t count);
std::string random_id();  // 128 bits, 32 hex digits
std::string to_hex(std::string_view bytes);
std::string to_base64url(std::string_view bytes);
/// Nothing where it is not base64url without padding.
std::optional<std::string> from_base64url(std::string_view text);

/// Makes sure libsodium is ready; cheap after the first time.
void prepare();

}  // namespace crypto
