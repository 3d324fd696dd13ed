// The only file of this room that knows libsodium.
#include <sodium/crypto_hash_sha256.h>

#include "ledger/tree.h"

namespace ledger {
namespace {

class Sha256 {
public:
    Sha256() { crypto_hash_sha256_init(&state_); }

    Sha256& add(const void* bytes, std::size_t count) {
        crypto_hash_sha256_update(&state_, static_cast<const unsigned char*>(bytes), count);
        return *this;
    }
    Sha256& add(unsigned char byte) { return add(&byte, 1); }

    Hash result() {
        Hash hash;
        crypto_hash_sha256_final(&state_, hash.data());
        return hash;
    }

private:
    crypto_hash_sha256_state state_;
};

static_assert(crypto_hash_sha256_BYTES == sizeof(Hash));

}  // namespace

Hash sha256(std::string_view bytes) {
    return Sha256().add(bytes.data(), bytes.size()).result();
}

Hash leaf_hash(std::string_view entry) {
    return Sha256().add(0x00).add(entry.data(), entry.size()).result();
}

Hash node_hash(const Hash& left, const Hash& right) {
    return Sha256().add(0x01).add(left.data(), left.size()).add(right.data(), right.size()).result();
}

}  // namespace ledger
