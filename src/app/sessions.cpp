#include "app/sessions.h"

#include <algorithm>

#include "app/json_forms.h"

namespace app {
namespace {

const std::string drawer = "sessions";
/// Being seen is written down this often, not at every request.
constexpr std::chrono::seconds note_every = std::chrono::minutes{1};

struct Kept {
    PersonId person;
    base::Moment signed_in;
    base::Moment seen;
};

std::string to_body(const Kept& kept) {
    return json::to_text(json::Object()
                             .set("person", kept.person.get())
                             .set("signed_in", forms::moment(kept.signed_in))
                             .set("seen", forms::moment(kept.seen)));
}

Kept to_kept(const std::string& text) {
    const auto body = forms::parsed(text);
    return {PersonId(body.at("person").get_string()), forms::to_moment(body.at("signed_in")),
            forms::to_moment(body.at("seen"))};
}

base::Moment end_of(const Kept& kept, const SessionLimits& limits) {
    return std::min(kept.seen + limits.idle, kept.signed_in + limits.absolute);
}

}  // namespace

Sessions::Sessions(store::Drawers& drawers, store::Random& random, const store::Digests& digests,
                   const base::Clock& clock, SessionLimits limits)
    : drawers_(drawers), random_(random), digests_(digests), clock_(clock), limits_(limits) {}

NewSession Sessions::begin(const PersonId& person, const std::string& carried_token) {
    if (!carried_token.empty()) end(carried_token);
    const std::string token = random_.token();
    const auto now = clock_.now();
    const Kept kept{person, now, now};
    drawers_.put(drawer, {digests_.of_token(token), to_body(kept), end_of(kept, limits_)});
    return {token, {person, now, form_token_of(token)}};
}

std::optional<Session> Sessions::find(const std::string& token) {
    if (token.empty()) return std::nullopt;
    const std::string key = digests_.of_token(token);
    const auto slip = drawers_.find(drawer, key);
    if (!slip) return std::nullopt;
    Kept kept = to_kept(slip->body);
    const auto now = clock_.now();
    if (end_of(kept, limits_) <= now) {
        drawers_.erase(drawer, key);
        return std::nullopt;
    }
    if (now - kept.seen >= note_every) {
        kept.seen = now;
        drawers_.put(drawer, {key, to_body(kept), end_of(kept, limits_)});
    }
    return Session{kept.person, kept.signed_in, form_token_of(token)};
}

void Sessions::end(const std::string& token) {
    drawers_.erase(drawer, digests_.of_token(token));
}

void Sessions::end_all(const PersonId& person) {
    for (const auto& slip : drawers_.list(drawer, "")) {
        if (to_kept(slip.body).person == person) drawers_.erase(drawer, slip.key);
    }
}

bool Sessions::is_form_token(const std::string& token, const std::string& form_token) const {
    return !token.empty() && digests_.equal(form_token_of(token), form_token);
}

std::string Sessions::form_token_of(const std::string& token) const {
    return digests_.keyed("form", token);
}

}  // namespace app
