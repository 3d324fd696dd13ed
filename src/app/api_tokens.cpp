#include "app/api_tokens.h"

namespace app {
namespace {

const std::string drawer = "api-tokens";
constexpr int days_max = 366;

}  // namespace

ApiTokens::ApiTokens(store::Drawers& drawers, store::Random& random, const store::Digests& digests,
                     const base::Clock& clock)
    : drawers_(drawers), random_(random), digests_(digests), clock_(clock) {}

base::Result<std::string> ApiTokens::issue(const PersonId& person, int days) {
    if (days < 1 || days > days_max) {
        return tl::unexpected(
            base::Refusal{"days_out_of_bounds", "A token is valid for 1 to 366 days", {}, "days"});
    }
    const std::string token = random_.token();
    drawers_.put(drawer, {digests_.of_token(token), person.get(), clock_.now() + std::chrono::days{days}});
    return token;
}

std::optional<PersonId> ApiTokens::find(const std::string& token) const {
    if (token.empty()) return std::nullopt;
    const auto slip = drawers_.find(drawer, digests_.of_token(token));
    if (!slip || !slip->expires_at || *slip->expires_at <= clock_.now()) return std::nullopt;
    return PersonId(slip->body);
}

bool ApiTokens::revoke(const std::string& token) {
    return drawers_.erase(drawer, digests_.of_token(token));
}

}  // namespace app
