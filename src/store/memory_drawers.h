// Drawers that forget when the process ends.
#pragma once
#include <map>
#include <mutex>
#include <utility>

#include "store/drawers.h"

namespace store {

class MemoryDrawers final : public Drawers {
public:
    void put(const std::string& drawer, const Slip&) override;
    bool claim(const std::string& drawer, const Slip&) override;
    bool erase(const std::string& drawer, const std::string& key) override;
    std::optional<Slip> find(const std::string& drawer, const std::string& key) const override;
    std::vector<Slip> list(const std::string& drawer, const std::string& key_prefix) const override;
    std::size_t sweep(base::Moment now) override;

private:
    mutable std::mutex mutex_;
    std::map<std::pair<std::string, std::string>, Slip> slips_;  // (drawer, key)
};

}  // namespace store
