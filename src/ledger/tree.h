// The hash tree of RFC 6962: leaves and nodes, and a frontier that grows by one leaf at a time.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "ledger/head.h"

namespace ledger {

Hash sha256(std::string_view bytes);
Hash leaf_hash(std::string_view entry);               // SHA-256(0x00 ‖ entry)
Hash node_hash(const Hash& left, const Hash& right);  // SHA-256(0x01 ‖ left ‖ right)

/// The roots of the full subtrees that a tree of `size` leaves is made of, largest first. All that
/// is needed to grow it: at most 63 hashes.
class Frontier {
public:
    void add(const Hash& leaf);

    std::int64_t size() const { return size_; }
    Head head() const;

    /// Size and peaks as bytes, and back again.
    std::string to_bytes() const;
    static base::Result<Frontier> parse(std::string_view bytes);

    bool operator==(const Frontier&) const = default;

private:
    std::int64_t size_ = 0;
    std::vector<Hash> peaks_;
};

}  // namespace ledger
