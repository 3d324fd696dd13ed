#include "diagram/ladders.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"

namespace diagram {
namespace {

using Keys = std::set<std::string>;

/// The stages of routes that hang together.
std::vector<Keys> groups_of(const policy::Pack& pack) {
    std::vector<Keys> groups;
    for (const auto& route : pack.routes) {
        Keys group(route.stages.begin(), route.stages.end());
        const auto [gone, end] = std::ranges::remove_if(groups, [&](const Keys& other) {
            const bool shared = std::ranges::any_of(other, [&](const auto& key) { return group.contains(key); });
            if (shared) group.insert(other.begin(), other.end());
            return shared;
        });
        groups.erase(gone, end);
        groups.push_back(std::move(group));
    }
    // The longest first, for most disagreements go through it; records that are none come last.
    std::ranges::stable_sort(groups, std::ranges::greater{}, [&](const Keys& group) {
        const bool disagreement = std::ranges::any_of(pack.routes, [&](const auto& route) {
            return route.disagreement && !route.stages.empty() && group.contains(route.stages.front());
        });
        return std::pair(disagreement, group.size());
    });
    return groups;
}

policy::Pack only(const policy::Pack& pack, const Keys& stages) {
    auto part = pack;
    std::erase_if(part.stages, [&](const auto& stage) { return !stages.contains(stage.key); });
    std::erase_if(part.routes, [&](const auto& route) {
        return route.stages.empty() || !stages.contains(route.stages.front());
    });
    std::erase_if(part.starts, [&](const auto& start) { return !stages.contains(start.stage); });
    std::erase_if(part.jumps, [&](const auto& jump) {
        return !jump.to.empty() && std::ranges::none_of(jump.to, [&](const auto& to) { return stages.contains(to); });
    });
    return part;
}

}  // namespace

std::vector<policy::Pack> ladders_of(const policy::Pack& pack) {
    const auto groups = groups_of(pack);
    if (groups.size() <= 1) return {pack};
    std::vector<policy::Pack> ladders;
    for (const auto& group : groups) ladders.push_back(only(pack, group));
    return ladders;
}

std::string routes_in_words(const policy::Pack& pack) {
    std::vector<std::string> titles;
    for (const auto& route : pack.routes) titles.push_back(route.title);
    return base::join(titles, "; ");
}

}  // namespace diagram
