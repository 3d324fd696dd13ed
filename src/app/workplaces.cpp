#include "app/workplaces.h"

#include <algorithm>

#include "app/posts.h"
#include "app/relations.h"

namespace app {

std::vector<const Partnership*> partnerships_of(const Snapshot& known, const PersonId& person,
                                                calendar::Date today) {
    const auto held = held_by(known, person, today);
    std::vector<const Partnership*> own;
    for (const auto& [key, partnership] : known.partnerships) {
        const bool works_there = std::ranges::any_of(
            held, [&](const auto& entry) { return partnership.directory.find_post(entry.first) != nullptr; });
        if (works_there) own.push_back(&partnership);
    }
    return own;
}

std::vector<const Partnership*> registers_of(const Snapshot& known, const PersonId& person,
                                             calendar::Date today) {
    std::vector<const Partnership*> open;
    for (const auto& [key, partnership] : known.partnerships) {
        const gate::Facts facts{.relations = relations_of(known, partnership, person, today)};
        if (gate::allows(facts, gate::Action::SeeRegisterRow)) open.push_back(&partnership);
    }
    return open;
}

std::vector<const Partnership*> readable_by(const Snapshot& known, const PersonId& person,
                                            calendar::Date today) {
    auto open = partnerships_of(known, person, today);
    for (const auto* partnership : registers_of(known, person, today)) {
        if (std::ranges::find(open, partnership) == open.end()) open.push_back(partnership);
    }
    return open;
}

}  // namespace app
