#include "main/demo_random.h"

#include "crypto/bytes.h"

namespace program::demo {

std::string SameEachTime::bytes(std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) bytes += static_cast<char>(engine_() & 0xFF);
    return bytes;
}

std::string SameEachTime::token() {
    return crypto::to_base64url(bytes(32));
}

std::string SameEachTime::id() {
    return crypto::to_hex(bytes(16));
}

}  // namespace program::demo
