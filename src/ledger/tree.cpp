#include "ledger/tree.h"

#include <algorithm>
#include <bit>

namespace ledger {
namespace {

std::size_t peaks_of(std::uint64_t size) {
    return static_cast<std::size_t>(std::popcount(size));
}

}  // namespace

void Frontier::add(const Hash& leaf) {
    Hash peak = leaf;
    // A set low bit of the size is a full subtree that the new leaf completes into a larger one.
    for (auto rest = static_cast<std::uint64_t>(size_); (rest & 1) != 0; rest >>= 1) {
        peak = node_hash(peaks_.back(), peak);
        peaks_.pop_back();
    }
    peaks_.push_back(peak);
    ++size_;
}

Head Frontier::head() const {
    if (peaks_.empty()) return {0, sha256({})};
    Hash root = peaks_.back();
    for (auto peak = std::next(peaks_.rbegin()); peak != peaks_.rend(); ++peak) root = node_hash(*peak, root);
    return {size_, root};
}

std::string Frontier::to_bytes() const {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<std::uint64_t>(size_) >> shift & 0xff);
    for (const Hash& peak : peaks_) bytes.append(reinterpret_cast<const char*>(peak.data()), peak.size());
    return bytes;
}

base::Result<Frontier> Frontier::parse(std::string_view bytes) {
    const base::Refusal refusal{"not_a_frontier", "These bytes are not the frontier of a ledger."};
    if (bytes.size() < 8) return tl::unexpected(refusal);
    std::uint64_t size = 0;
    for (const char byte : bytes.substr(0, 8)) size = size << 8 | static_cast<unsigned char>(byte);
    bytes.remove_prefix(8);
    if (size >> 63 != 0 || bytes.size() != peaks_of(size) * sizeof(Hash)) return tl::unexpected(refusal);

    Frontier frontier;
    frontier.size_ = static_cast<std::int64_t>(size);
    for (; !bytes.empty(); bytes.remove_prefix(sizeof(Hash)))
        std::copy_n(bytes.begin(), sizeof(Hash), frontier.peaks_.emplace_back().begin());
    return frontier;
}

}  // namespace ledger
