#include "store/memory_drawers.h"

namespace store {
namespace {

using Lock = std::lock_guard<std::mutex>;

}  // namespace

void MemoryDrawers::put(const std::string& drawer, const Slip& slip) {
    const Lock lock(mutex_);
    slips_.insert_or_assign({drawer, slip.key}, slip);
}

bool MemoryDrawers::claim(const std::string& drawer, const Slip& slip) {
    const Lock lock(mutex_);
    return slips_.try_emplace({drawer, slip.key}, slip).second;
}

bool MemoryDrawers::erase(const std::string& drawer, const std::string& key) {
    const Lock lock(mutex_);
    return slips_.erase({drawer, key}) != 0;
}

std::optional<Slip> MemoryDrawers::find(const std::string& drawer, const std::string& key) const {
    const Lock lock(mutex_);
    const auto slip = slips_.find({drawer, key});
    if (slip == slips_.end()) return std::nullopt;
    return slip->second;
}

std::vector<Slip> MemoryDrawers::list(const std::string& drawer, const std::string& key_prefix) const {
    const Lock lock(mutex_);
    std::vector<Slip> found;
    for (auto slip = slips_.lower_bound({drawer, key_prefix}); slip != slips_.end(); ++slip) {
        if (slip->first.first != drawer || !slip->first.second.starts_with(key_prefix)) break;
        found.push_back(slip->second);
    }
    return found;
}

std::size_t MemoryDrawers::sweep(base::Moment now) {
    const Lock lock(mutex_);
    return std::erase_if(
        slips_, [&](const auto& slip) { return slip.second.expires_at && *slip.second.expires_at <= now; });
}

}  // namespace store
