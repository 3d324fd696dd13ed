#include "app/authenticators.h"

#include "base/ensure.h"

namespace app {
namespace {

const std::string kept_drawer = "authenticators";
const std::string proposed_drawer = "authenticators-proposed";
const std::string used_drawer = "authenticator-codes-used";
constexpr std::size_t secret_bytes = 20;
constexpr std::chrono::seconds proposal_life = std::chrono::minutes{30};
constexpr std::int64_t seconds_per_step = 30;
constexpr std::int64_t drift_steps = 1;

std::string beside(const PersonId& person) {
    return "authenticator of " + person.get();
}

}  // namespace

Authenticators::Authenticators(store::Drawers& drawers, store::Random& random, const store::Boxes& boxes,
                               const store::OneTimeCodes& codes, const base::Clock& clock)
    : drawers_(drawers), random_(random), boxes_(boxes), codes_(codes), clock_(clock) {}

std::optional<std::string> Authenticators::secret_in(const std::string& drawer,
                                                     const PersonId& person) const {
    const auto slip = drawers_.find(drawer, person.get());
    if (!slip || (slip->expires_at && *slip->expires_at <= clock_.now())) return std::nullopt;
    auto secret = boxes_.open(slip->body, beside(person));
    base::ensure(secret.has_value(), "what was kept of an authenticator opens with the key of this installation");
    return secret;
}

std::string Authenticators::propose(const PersonId& person) {
    if (auto proposed = secret_in(proposed_drawer, person)) return *proposed;
    std::string secret = random_.bytes(secret_bytes);
    drawers_.put(proposed_drawer,
                 {person.get(), boxes_.close(secret, beside(person)), clock_.now() + proposal_life});
    return secret;
}

bool Authenticators::turn_on(const PersonId& person, const std::string& code) {
    const auto proposed = secret_in(proposed_drawer, person);
    if (!proposed || !use(person, *proposed, code)) return false;
    drawers_.put(kept_drawer, {person.get(), boxes_.close(*proposed, beside(person))});
    drawers_.erase(proposed_drawer, person.get());
    return true;
}

void Authenticators::turn_off(const PersonId& person) {
    drawers_.erase(kept_drawer, person.get());
}

bool Authenticators::is_on(const PersonId& person) const {
    return drawers_.find(kept_drawer, person.get()).has_value();
}

bool Authenticators::is_right(const PersonId& person, const std::string& code) {
    const auto secret = secret_in(kept_drawer, person);
    return secret && use(person, *secret, code);
}

bool Authenticators::use(const PersonId& person, const std::string& secret, const std::string& code) {
    const auto now = clock_.now();
    const std::int64_t current = now.time_since_epoch().count() / seconds_per_step;
    for (std::int64_t step = current - drift_steps; step <= current + drift_steps; ++step) {
        if (codes_.code_at(secret, step) != code) continue;
        // Kept well beyond the time in which the step could be right again.
        const std::chrono::seconds remembered = std::chrono::minutes{10};
        if (drawers_.claim(used_drawer, {person.get() + "/" + std::to_string(step), "", now + remembered}))
            return true;
    }
    return false;
}

}  // namespace app
