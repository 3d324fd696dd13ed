#include "app/one_time_links.h"

#include "app/json_forms.h"

namespace app {
namespace {

const std::string drawer = "one-time-links";

std::chrono::seconds life_of(LinkKind kind) {
    switch (kind) {
        case LinkKind::Invitation: return std::chrono::days{7};
        case LinkKind::Reset: return std::chrono::days{1};
    }
    return {};
}

std::string to_body(const OneTimeLink& link) {
    return json::to_text(
        json::Object().set("person", link.person.get()).set("reset", link.kind == LinkKind::Reset));
}

OneTimeLink to_link(const store::Slip& slip) {
    const auto body = forms::parsed(slip.body);
    return {PersonId(body.at("person").get_string()),
            body.at("reset").get_bool() ? LinkKind::Reset : LinkKind::Invitation, *slip.expires_at};
}

}  // namespace

OneTimeLinks::OneTimeLinks(store::Drawers& drawers, store::Random& random, const store::Digests& digests,
                           const base::Clock& clock)
    : drawers_(drawers), random_(random), digests_(digests), clock_(clock) {}

NewLink OneTimeLinks::make(const PersonId& person, LinkKind kind) {
    for (const auto& slip : drawers_.list(drawer, "")) {
        if (to_link(slip).person == person) drawers_.erase(drawer, slip.key);
    }
    NewLink made{random_.token(), {person, kind, clock_.now() + life_of(kind)}};
    drawers_.put(drawer, {digests_.of_token(made.secret), to_body(made.link), made.link.expires});
    return made;
}

std::optional<OneTimeLink> OneTimeLinks::find(const std::string& secret) const {
    const auto slip = drawers_.find(drawer, digests_.of_token(secret));
    if (!slip || *slip->expires_at <= clock_.now()) return std::nullopt;
    return to_link(*slip);
}

std::optional<OneTimeLink> OneTimeLinks::spend(const std::string& secret) {
    const auto link = find(secret);
    if (!link || !drawers_.erase(drawer, digests_.of_token(secret))) return std::nullopt;
    return link;
}

}  // namespace app
