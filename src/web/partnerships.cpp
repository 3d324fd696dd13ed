#include "web/partnerships.h"

#include "app/workplaces.h"
#include "calendar/local_time.h"

namespace web {

calendar::Date today(const Asked& asked) {
    return calendar::local_date(asked.now, home_zone);
}

std::vector<HeldPost> own_posts(const Asked& asked) {
    std::vector<HeldPost> posts;
    for (const auto& [id, capacity] : app::held_by(*asked.known, asked.person(), today(asked))) {
        if (const auto* post = asked.known->directory.find_post(id)) posts.push_back({post, capacity});
    }
    return posts;
}

std::vector<const app::Partnership*> partnerships_of(const Asked& asked) {
    return app::partnerships_of(*asked.known, asked.person(), today(asked));
}

const app::Partnership* find_own(const Asked& asked, const std::string& key) {
    for (const auto* partnership : partnerships_of(asked)) {
        if (partnership->key == key) return partnership;
    }
    return nullptr;
}

}  // namespace web
