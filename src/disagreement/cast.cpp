#include "disagreement/cast.h"

#include "policy/check_walk.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::TierRow;

bool includes(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

bool applies(const TierRow& row, const Party& party) {
    const bool sector = row.sectors.empty() || includes(row.sectors, party.sector);
    const bool profession = row.professions.empty() || includes(row.professions, party.profession);
    return sector && profession;
}

/// Held by somebody who may know of it, and not already on the other side.
bool can_act(const CastQuery& query, const directory::Post& post) {
    if (query.other_side.contains(post.id)) return false;
    return is_held(post, query.today, query.excluded);
}

void add_of_kinds(const CastQuery& query, const AgencyId& agency, const std::vector<std::string>& kinds,
                  std::vector<PostId>& into) {
    for (const auto* post : query.directory.posts_of(agency)) {
        if (includes(kinds, post->kind) && can_act(query, *post)) into.push_back(post->id);
    }
}

std::vector<PostId> above(const CastQuery& query, const PostId& present) {
    const auto* post = query.directory.find_above(present);
    std::set<PostId> seen{present};
    while (post && seen.insert(post->id).second) {
        if (can_act(query, *post)) return {post->id};
        post = query.directory.find_above(post->id);
    }
    return {};
}

std::vector<PostId> from_row(const CastQuery& query, const TierRow& row, const Party& party,
                             const PostId& present) {
    std::vector<PostId> posts;
    switch (row.from) {
        case TierRow::From::Own: {
            const auto* own = query.directory.find_post(party.practitioner);
            if (own && can_act(query, *own)) posts.push_back(own->id);
            break;
        }
        case TierRow::From::Line: return above(query, present);
        case TierRow::From::Agency: add_of_kinds(query, party.agency, row.kinds, posts); break;
        case TierRow::From::Partnership:
            if (const auto* office = query.directory.find_partnership()) {
                add_of_kinds(query, office->id, row.kinds, posts);
            }
            break;
        case TierRow::From::Represented:
            for (const auto& [id, agency] : query.directory.agencies()) {
                if (agency.sector == row.represented_by) add_of_kinds(query, id, row.kinds, posts);
            }
            break;
    }
    return posts;
}

std::string why(const TierRow& row, const policy::Tier& tier) {
    const std::string& clause = row.source.clause.empty() ? tier.source.clause : row.source.clause;
    std::string reason = "the policy names ‘" + tier.title + "’ here";
    if (row.from == TierRow::From::Line) reason += ", who is the next up the management line";
    if (row.from == TierRow::From::Represented) reason += ", who represents the agency";
    return clause.empty() ? reason : reason + " (clause " + clause + ")";
}

/// Last resort: whoever keeps the partnership's business owes finding somebody.
Candidates stand_in(const CastQuery& query, const std::string& tier_title) {
    const auto* office = query.directory.find_partnership();
    if (!office) return {};
    std::vector<PostId> posts;
    add_of_kinds(query, office->id, {"business-manager"}, posts);
    for (const auto* post : query.directory.posts_of(office->id)) {
        if (posts.empty() && can_act(query, *post)) posts.push_back(post->id);
    }
    if (!posts.empty()) posts.resize(1);
    return {posts, "nobody fills ‘" + tier_title + "’: the partnership must find somebody", true};
}

}  // namespace

Candidates candidates(const CastQuery& query, const policy::Tier& tier, const Party& party,
                      const PostId& present) {
    for (const auto& row : tier.rows) {
        if (!applies(row, party)) continue;
        auto posts = from_row(query, row, party, present);
        if (!posts.empty()) return {std::move(posts), why(row, tier), false};
    }
    if (auto up = above(query, present); !up.empty()) {
        return {up, "nobody fills ‘" + tier.title + "’: the next up the management line acts", false};
    }
    std::vector<PostId> leads;
    add_of_kinds(query, party.agency, lead_kinds(), leads);
    if (!leads.empty()) return {leads, "nobody fills ‘" + tier.title + "’: the safeguarding lead acts", false};
    return stand_in(query, tier.title);
}

Candidates one_up(const CastQuery& query, const PostId& present) {
    if (auto up = above(query, present); !up.empty()) return {up, "it went one post further up the management line", false};
    return {{present}, "the management line ends with this post", false};
}

namespace {

/// By kind, of several the first that can act.
std::map<std::string, PostId> by_kind(const CastQuery& query, const AgencyId& agency) {
    std::map<std::string, PostId> found;
    const auto posts = query.directory.posts_of(agency);
    for (const auto* post : posts) {
        if (can_act(query, *post)) found.try_emplace(post->kind, post->id);
    }
    for (const auto* post : posts) found.try_emplace(post->kind, post->id);
    return found;
}

/// Everybody whom a rule of the policy names, each of several too.
std::vector<policy::Who> named_in(const policy::Pack& pack) {
    std::vector<policy::Who> all;
    policy::Visitor visitor;
    visitor.who = [&](const policy::Subject&, const policy::Who& who) { all.push_back(who); };
    policy::walk(pack, visitor);
    return all;
}

}  // namespace

bool is_held(const directory::Post& post, calendar::Date today, const std::set<PersonId>& excluded) {
    const auto holders = directory::holders_on(post, today);
    return std::ranges::any_of(holders, [&](const auto& person) { return !excluded.contains(person); });
}

const std::vector<std::string>& lead_kinds() {
    static const std::vector<std::string> kinds{"designated-safeguarding-lead", "safeguarding-lead"};
    return kinds;
}

std::map<std::string, PostId> agency_posts(const CastQuery& query, const AgencyId& agency) {
    std::map<std::string, PostId> found;
    const auto posts = by_kind(query, agency);
    for (const auto& who : named_in(query.pack)) {
        using Kind = policy::Who::Kind;
        if (who.kind != Kind::RaisingAgency && who.kind != Kind::ReceivingAgency) continue;
        const auto post = posts.find(who.key);
        if (post != posts.end()) found.insert(*post);
    }
    return found;
}

std::map<std::string, PostId> offices(const CastQuery& query) {
    const auto* office = query.directory.find_partnership();
    if (!office) return {};
    auto found = by_kind(query, office->id);
    const auto posts = query.directory.posts_of(office->id);
    if (posts.empty()) return {};
    const PostId keeper = found.try_emplace("business-manager", posts.front()->id).first->second;
    for (const auto& who : named_in(query.pack)) {
        if (who.kind == policy::Who::Kind::Partnership) found.try_emplace(who.key, keeper);
    }
    return found;
}

}  // namespace disagreement
