#include "app/api_tokens.h"

#include <algorithm>
#include <array>

#include "app/json_forms.h"

namespace app {
namespace {

const std::string drawer = "api-tokens";
constexpr int days_max = 366;
constexpr std::ptrdiff_t tokens_max = 100;
constexpr std::size_t label_bytes_max = 200;
constexpr std::size_t id_length = 12;

struct Word {
    Scope scope;
    std::string_view word;
};
constexpr std::array words{Word{Scope::Read, "read"},           Word{Scope::Act, "act"},
                           Word{Scope::Release, "release"},     Word{Scope::Register, "register"},   Word{Scope::Directory, "directory"},
                           Word{Scope::Reports, "reports"},     Word{Scope::Calendar, "calendar"},
                           Word{Scope::Metrics, "metrics"}};

base::Result<Issued> refused(const std::string& rule, const std::string& why, const std::string& field) {
    return tl::unexpected(base::Refusal{rule, why, {}, field});
}

std::string to_body(const ApiToken& token) {
    std::vector<std::string> scopes;
    for (const auto scope : token.scopes) scopes.push_back(to_word(scope));
    json::Object body;
    body.set("id", token.id).set("person", token.person.get()).set("scopes", forms::words(scopes));
    body.set("label", token.label).set("made", forms::moment(token.made));
    forms::set_text(body, "made_with", token.made_with);
    return json::to_text(body);
}

ApiToken to_token(const store::Slip& slip) {
    const auto body = forms::parsed(slip.body);
    ApiToken token{.id = body.at("id").get_string(),
                   .person = PersonId(body.at("person").get_string()),
                   .scopes = {},
                   .label = body.at("label").get_string(),
                   .made = forms::to_moment(body.at("made")),
                   .expires = *slip.expires_at};
    if (const auto* parent = body.find("made_with")) token.made_with = parent->get_string();
    for (const auto& word : forms::to_words(body.at("scopes"))) {
        if (const auto scope = parse_scope(word)) token.scopes.insert(*scope);
    }
    return token;
}

}  // namespace

std::string to_word(Scope scope) {
    return std::string(std::ranges::find(words, scope, &Word::scope)->word);
}

std::optional<Scope> parse_scope(std::string_view word) {
    const auto found = std::ranges::find(words, word, &Word::word);
    return found == words.end() ? std::nullopt : std::optional(found->scope);
}

const std::vector<Scope>& all_scopes() {
    static const std::vector<Scope> scopes = [] {
        std::vector<Scope> all;
        for (const auto& row : words) all.push_back(row.scope);
        return all;
    }();
    return scopes;
}

ApiTokens::ApiTokens(store::Drawers& drawers, store::Random& random, const store::Digests& digests,
                     const base::Clock& clock)
    : drawers_(drawers), random_(random), digests_(digests), clock_(clock) {}

base::Result<Issued> ApiTokens::issue(const NewToken& wanted) {
    if (wanted.days < 1 || wanted.days > days_max)
        return refused("days_out_of_bounds", "A token is valid for 1 to 366 days", "days");
    if (wanted.scopes.empty()) return refused("scopes_missing", "Say what the token is for", "scopes");
    if (wanted.scopes.contains(Scope::Calendar) && wanted.scopes.size() > 1) {
        return refused("calendar_alone",
                       "The secret of a calendar stands in an address: it is for nothing else", "scopes");
    }
    if (wanted.label.size() > label_bytes_max)
        return refused("label_too_long", "A label has 200 bytes or less", "label");
    const auto issued_before = list();
    if (std::ranges::count(issued_before, wanted.person, &ApiToken::person) >= tokens_max)
        return refused("too_many_tokens", "There are a hundred tokens of this person: revoke some first", "person");
    const auto now = clock_.now();
    Issued issued{random_.token(),
                  {random_.id().substr(0, id_length), wanted.person, wanted.scopes, wanted.label, now,
                   now + std::chrono::days{wanted.days}}};
    if (wanted.made_with) {
        issued.token.made_with = wanted.made_with->id;
        issued.token.expires = std::min(issued.token.expires, wanted.made_with->expires);
    }
    drawers_.put(drawer,
                 {digests_.of_token(issued.secret), to_body(issued.token), issued.token.expires});
    return issued;
}

std::optional<ApiToken> ApiTokens::find(const std::string& secret) const {
    if (secret.empty()) return std::nullopt;
    const auto slip = drawers_.find(drawer, digests_.of_token(secret));
    if (!slip || !slip->expires_at || *slip->expires_at <= clock_.now()) return std::nullopt;
    return to_token(*slip);
}

std::vector<ApiToken> ApiTokens::list() const {
    std::vector<ApiToken> tokens;
    for (const auto& slip : drawers_.list(drawer, {})) {
        if (slip.expires_at && *slip.expires_at > clock_.now()) tokens.push_back(to_token(slip));
    }
    std::ranges::sort(tokens, {}, [](const ApiToken& token) { return std::tie(token.made, token.id); });
    return tokens;
}

std::size_t ApiTokens::erase_if(const std::function<bool(const ApiToken&)>& is_meant) {
    std::size_t erased = 0;
    for (const auto& slip : drawers_.list(drawer, {})) {
        if (is_meant(to_token(slip)) && drawers_.erase(drawer, slip.key)) ++erased;
    }
    return erased;
}

bool ApiTokens::revoke(const std::string& id) {
    return erase_if([&](const ApiToken& token) { return token.id == id || token.made_with == id; }) > 0;
}

std::size_t ApiTokens::revoke_all(const PersonId& person) {
    return erase_if([&](const ApiToken& token) { return token.person == person; });
}

}  // namespace app
