#include "diagram/drawings.h"

#include <algorithm>

namespace diagram {

std::string Drawings::of(const policy::Pack& pack) {
    const std::lock_guard lock(mutex_);
    const auto kept = std::ranges::find(kept_, pack, &std::pair<policy::Pack, std::string>::first);
    if (kept != kept_.end()) return kept->second;
    auto picture = draw(pack);
    ++drawn_;
    if (kept_.size() == kept_max) kept_.erase(kept_.begin());
    kept_.emplace_back(pack, picture);
    return picture;
}

std::size_t Drawings::drawn() const {
    const std::lock_guard lock(mutex_);
    return drawn_;
}

}  // namespace diagram
