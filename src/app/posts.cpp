#include "app/posts.h"

#include <algorithm>

namespace app {
namespace {

using disagreement::Capacity;

bool in_force(const directory::Holding& holding, calendar::Date today) {
    return (!holding.from || *holding.from <= today) && (!holding.until || today <= *holding.until);
}

}  // namespace

Capacities held_by(const Snapshot& known, const PersonId& person, calendar::Date today) {
    Capacities held;
    const auto posts = known.posts_of.find(person);
    if (posts == known.posts_of.end()) return held;
    for (const auto& id : posts->second) {
        for (const auto& holding : known.directory.find_post(id)->holders) {
            if (holding.person != person || !in_force(holding, today)) continue;
            const auto capacity = holding.deputy ? Capacity::Deputy : Capacity::Holder;
            const auto [entry, fresh] = held.emplace(id, capacity);
            if (!fresh) entry->second = std::min(entry->second, capacity);
        }
    }
    return held;
}

Capacities managed_by(const Snapshot& known, const Capacities& held, const std::set<PostId>& posts) {
    Capacities managed;
    for (const auto& id : posts) {
        if (held.contains(id)) continue;
        std::set<PostId> seen{id};
        for (const auto* above = known.directory.find_above(id); above && seen.insert(above->id).second;
             above = known.directory.find_above(above->id)) {
            if (!held.contains(above->id)) continue;
            managed.emplace(id, Capacity::Manager);
            break;
        }
    }
    return managed;
}

std::set<PostId> line_below(const Snapshot& known, const Capacities& held) {
    std::set<PostId> below;
    std::vector<PostId> open;
    for (const auto& [id, capacity] : held) open.push_back(id);
    for (std::size_t i = 0; i < open.size(); ++i) {
        const auto reports = known.reports.find(open[i]);
        if (reports == known.reports.end()) continue;
        for (const auto& id : reports->second) {
            if (!held.contains(id) && below.insert(id).second) open.push_back(id);
        }
    }
    return below;
}

std::vector<PersonId> answering_for(const Snapshot& known, const PostId& id, calendar::Date today,
                                    const std::set<PersonId>& excluded) {
    std::set<PostId> seen;
    for (const auto* post = known.directory.find_post(id); post && seen.insert(post->id).second;
         post = known.directory.find_above(post->id)) {
        auto people = directory::holders_on(*post, today);
        std::erase_if(people, [&](const PersonId& person) { return excluded.contains(person); });
        if (!people.empty()) return people;
    }
    return {};
}

bool leads_safeguarding(const directory::Post& post) {
    const auto& kinds = disagreement::lead_kinds();
    return std::ranges::find(kinds, post.kind) != kinds.end();
}

bool keeps_business(const directory::Post& post) {
    return post.kind == "business-manager";
}

}  // namespace app
