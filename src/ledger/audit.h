// Re-reading a ledger from its first entry: which entry is the first that cannot be believed.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/head.h"
#include "ledger/tree.h"

namespace ledger {

/// The first entry that is not what it was. `position` counts from 0.
struct Break {
    std::int64_t position = 0;
    std::string what;
    bool operator==(const Break&) const = default;
};

/// What a whole reading found. Without a break, `head` is that of the ledger as it stands.
struct Verdict {
    Head head;
    std::optional<Break> broken = {};
    bool operator==(const Verdict&) const = default;
};

/// Entries must come in the order in which they are stored.
class Audit {
public:
    /// Heads kept elsewhere, of this ledger as it is or as it once was.
    explicit Audit(std::vector<Head> kept);

    struct Entry {
        std::int64_t position = 0;
        std::string stream;
        std::int64_t revision = 0;
        Hash computed = {};            // of the entry as it is read now
        std::optional<Hash> recorded;  // of the entry as it was written
    };

    void see(const Entry&);

    /// `stored` is the head that the ledger itself carries, beside its entries.
    Verdict finish(const Head& stored) const;

    bool broken() const { return broken_.has_value(); }

private:
    void compare_kept();
    void blame(std::int64_t position, std::string what);

    std::vector<Head> kept_;  // by size
    std::size_t next_kept_ = 0;
    std::int64_t agreed_ = 0;  // so many first entries are vouched for by a kept head
    Frontier tree_;
    std::map<std::string, std::int64_t, std::less<>> revisions_;
    std::optional<Break> broken_;
};

}  // namespace ledger
