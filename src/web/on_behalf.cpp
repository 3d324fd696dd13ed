#include "web/on_behalf.h"

#include "disagreement/owners.h"

namespace web {
namespace {

/// Whoever holds that post, with nobody else's posts beside it.
disagreement::Actor holder_of(const Case& one, const app::PostId& post) {
    return {one.asked.person(), {{post, disagreement::Capacity::Holder}}};
}

}  // namespace

std::vector<app::PostId> posts_recorded_for(const Case& one) {
    std::vector<app::PostId> posts;
    if (one.view.permissions.permitted.empty()) return posts;
    const auto& own = one.view.actor.posts;
    for (const auto& post : disagreement::everyone(one.state())) {
        if (own.contains(post) || !one.directory().find_post(post)) continue;
        if (app::records_for(one.dossier(), one.asked.person(), post)) posts.push_back(post);
    }
    return posts;
}

std::vector<OnBehalf> ways_on_behalf(const Case& one) {
    std::vector<OnBehalf> all;
    const auto setting = one.dossier().setting();
    const auto at = disagreement::situation(one.state(), setting, one.dossier().duties);
    const auto posts = posts_recorded_for(one);
    std::vector<disagreement::Actor> holders;
    for (const auto& post : posts) holders.push_back(holder_of(one, post));
    auto ways = disagreement::permitted_to_each(at, holders);
    for (std::size_t i = 0; i < posts.size(); ++i) all.push_back({posts[i], std::move(ways[i])});
    return all;
}

std::vector<disagreement::Permitted> permitted_for(const Case& one, const app::PostId& post) {
    return disagreement::permitted(one.state(), one.dossier().setting(), holder_of(one, post)).permitted;
}

}  // namespace web
