#include "web/on_behalf.h"

#include "disagreement/owners.h"

namespace web {

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

std::vector<disagreement::Permitted> permitted_for(const Case& one, const app::PostId& post) {
    const disagreement::Actor holder{one.asked.person(), {{post, disagreement::Capacity::Holder}}};
    return disagreement::permitted(one.state(), one.dossier().setting(), holder, one.dossier().duties).permitted;
}

}  // namespace web
