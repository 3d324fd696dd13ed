#include "app/sessions.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "app/json_forms.h"

namespace app {
namespace {

const std::string drawer = "sessions";
const std::string half_drawer = "sessions-half";
constexpr std::chrono::seconds half_life = std::chrono::minutes{10};
/// Being seen is written down this often, not at every request.
constexpr std::chrono::seconds note_every = std::chrono::minutes{1};
/// So long after its end it is still known whose it was.
constexpr std::chrono::seconds lapse = std::chrono::days{4};  // from a Friday evening to the Tuesday

}  // namespace

struct Sessions::Kept {
    std::string id;
    PersonId person;
    base::Moment signed_in;
    base::Moment proved;
    base::Moment seen;
    std::string device;
    std::string network;  // a digest
};

std::string Sessions::to_body(const Kept& kept) {
    return json::to_text(json::Object()
                             .set("id", kept.id)
                             .set("person", kept.person.get())
                             .set("signed_in", forms::moment(kept.signed_in))
                             .set("proved", forms::moment(kept.proved))
                             .set("seen", forms::moment(kept.seen))
                             .set("device", kept.device)
                             .set("network", kept.network));
}

Sessions::Kept Sessions::to_kept(const std::string& text) {
    const auto body = forms::parsed(text);
    return {body.at("id").get_string(),
            PersonId(body.at("person").get_string()),
            forms::to_moment(body.at("signed_in")),
            forms::to_moment(body.at("proved")),
            forms::to_moment(body.at("seen")),
            body.at("device").get_string(),
            body.at("network").get_string()};
}

Sessions::Sessions(store::Drawers& drawers, store::Random& random, const store::Digests& digests,
                   const base::Clock& clock, SessionLimits limits)
    : drawers_(drawers), random_(random), digests_(digests), clock_(clock), limits_(limits) {}

base::Moment Sessions::end_of(const Kept& kept) const {
    return std::min(kept.seen + limits_.idle, kept.signed_in + limits_.absolute);
}

void Sessions::put(const std::string& key, const Kept& kept) {
    drawers_.put(drawer, {key, to_body(kept), end_of(kept) + lapse});
}

/// A form belongs to a session whatever its token is by now: pages stay good when it is renewed.
Session Sessions::session_of(const Kept& kept) const {
    return {kept.person, kept.signed_in, kept.proved, digests_.keyed("form", kept.id)};
}

std::optional<Sessions::Kept> Sessions::find_live(const std::string& key) const {
    const auto slip = drawers_.find(drawer, key);
    if (!slip) return std::nullopt;
    auto kept = to_kept(slip->body);
    if (end_of(kept) <= clock_.now()) return std::nullopt;
    return kept;
}

NewSession Sessions::begin(const PersonId& person, const std::string& carried_token, const Place& place) {
    if (!carried_token.empty()) end(carried_token);
    const std::string token = random_.token();
    const auto now = clock_.now();
    const std::string network = place.network.empty() ? "" : digests_.keyed("network", place.network);
    const Kept kept{random_.id(), person, now, now, now, place.device, network};
    put(digests_.of_token(token), kept);
    return {token, session_of(kept)};
}

std::optional<NewSession> Sessions::renew(const std::string& token) {
    const std::lock_guard lock(mutex_);
    const std::string key = digests_.of_token(token);
    auto kept = find_live(key);
    if (!kept || !drawers_.erase(drawer, key)) return std::nullopt;
    const std::string renewed = random_.token();
    kept->proved = kept->seen = clock_.now();
    put(digests_.of_token(renewed), *kept);
    return NewSession{renewed, session_of(*kept)};
}

std::optional<Session> Sessions::find(const std::string& token) {
    if (token.empty()) return std::nullopt;
    const std::string key = digests_.of_token(token);
    const auto kept = find_live(key);
    if (!kept) return std::nullopt;
    if (clock_.now() - kept->seen >= note_every) {
        const std::lock_guard lock(mutex_);
        auto now_kept = find_live(key);
        if (!now_kept) return std::nullopt;
        now_kept->seen = clock_.now();
        put(key, *now_kept);
    }
    return session_of(*kept);
}

std::optional<PersonId> Sessions::find_late(const std::string& token, const std::string& form_token) const {
    if (token.empty()) return std::nullopt;
    const auto slip = drawers_.find(drawer, digests_.of_token(token));
    if (!slip || *slip->expires_at <= clock_.now()) return std::nullopt;
    const auto kept = to_kept(slip->body);
    const bool late = end_of(kept) <= clock_.now();
    if (!late || !digests_.equal(session_of(kept).form_token, form_token)) return std::nullopt;
    return kept.person;
}

bool Sessions::is_fresh(const Session& session) const {
    return clock_.now() < session.proved + limits_.fresh;
}

std::vector<SessionInList> Sessions::list(const PersonId& person, const std::string& current_token) const {
    const std::string current = digests_.of_token(current_token);
    const auto here = find_live(current);
    std::vector<SessionInList> all;
    for (const auto& slip : drawers_.list(drawer, "")) {
        const auto kept = to_kept(slip.body);
        if (kept.person != person || end_of(kept) <= clock_.now()) continue;
        all.push_back({kept.id, kept.device, kept.signed_in, kept.seen, slip.key == current,
                       here && !kept.network.empty() && kept.network == here->network});
    }
    std::ranges::sort(all, std::greater{}, [](const SessionInList& one) {
        return std::tuple(one.current, one.seen, one.signed_in, one.id);
    });
    return all;
}

void Sessions::end(const std::string& token) {
    const std::lock_guard lock(mutex_);
    drawers_.erase(drawer, digests_.of_token(token));
}

bool Sessions::end_one(const PersonId& person, const std::string& id) {
    const std::lock_guard lock(mutex_);
    for (const auto& slip : drawers_.list(drawer, "")) {
        const auto kept = to_kept(slip.body);
        if (kept.person == person && kept.id == id) return drawers_.erase(drawer, slip.key);
    }
    return false;
}

void Sessions::end_others(const PersonId& person, const std::string& current_token) {
    const std::lock_guard lock(mutex_);
    const std::string current = current_token.empty() ? "" : digests_.of_token(current_token);
    for (const auto& slip : drawers_.list(drawer, "")) {
        if (slip.key != current && to_kept(slip.body).person == person) drawers_.erase(drawer, slip.key);
    }
    for (const auto& slip : drawers_.list(half_drawer, "")) {
        if (slip.body == person.get()) drawers_.erase(half_drawer, slip.key);
    }
}

void Sessions::end_all(const PersonId& person) {
    end_others(person, "");
}

std::string Sessions::begin_half(const PersonId& person, const std::string& carried_token) {
    if (!carried_token.empty()) end(carried_token);
    const std::string token = random_.token();
    drawers_.put(half_drawer, {digests_.of_token(token), person.get(), clock_.now() + half_life});
    return token;
}

std::optional<HalfSession> Sessions::find_half(const std::string& token) const {
    if (token.empty()) return std::nullopt;
    const auto slip = drawers_.find(half_drawer, digests_.of_token(token));
    if (!slip || *slip->expires_at <= clock_.now()) return std::nullopt;
    return HalfSession{PersonId(slip->body), digests_.keyed("form", token)};
}

void Sessions::end_half(const std::string& token) {
    drawers_.erase(half_drawer, digests_.of_token(token));
}

bool Sessions::is_form_token(const std::string& token, const std::string& form_token) const {
    if (token.empty()) return false;
    const auto kept = find_live(digests_.of_token(token));
    return kept && digests_.equal(session_of(*kept).form_token, form_token);
}

}  // namespace app
