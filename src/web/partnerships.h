// Where somebody works: their posts, and the partnerships those belong to.
#pragma once
#include "app/posts.h"
#include "web/asked.h"

namespace web {

/// The zone of dates that belong to no partnership in particular.
inline constexpr const char* home_zone = "Europe/London";

calendar::Date today(const Asked&);

/// Partnerships in which the visitor holds a post or deputises, in order of key.
std::vector<const app::Partnership*> partnerships_of(const Asked&);
/// The one of that key, where the visitor works there; else null.
const app::Partnership* find_own(const Asked&, const std::string& key);

struct HeldPost {
    const directory::Post* post;
    disagreement::Capacity capacity;
};
std::vector<HeldPost> own_posts(const Asked&);

}  // namespace web
