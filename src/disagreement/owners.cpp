#include "disagreement/owners.h"

#include <algorithm>

namespace disagreement {
namespace {

using Kind = policy::Who::Kind;

const Visit* stay(const State& state, int visit) {
    const auto index = static_cast<std::size_t>(std::max(visit, 0));
    return index < state.visits.size() ? &state.visits[index] : nullptr;
}

/// The latest stay up to `visit` at which that side's tier was `tier`; else this one.
const Visit* stay_at_tier(const State& state, const policy::Pack& pack, int visit, const std::string& tier,
                          bool raising) {
    for (int i = visit; i >= 0 && !tier.empty(); --i) {
        const Visit* candidate = stay(state, i);
        const auto* stage = candidate ? policy::find_stage(pack, candidate->stage) : nullptr;
        if (stage && (raising ? stage->raising : stage->receiving) == tier) return candidate;
    }
    return stay(state, visit);
}

Owner raising_owner(const State& state, const Visit* visit) {
    const PostId post = visit && !visit->raising.post.get().empty() ? visit->raising.post
                                                                    : state.raising.practitioner;
    return {post, Side::Raising, {}, {}};
}

std::vector<Owner> receiving_owners(const State& state, const Visit* visit, const AgencyId& about) {
    std::vector<Owner> owners;
    if (!visit) return owners;
    for (const auto& [agency, seat] : visit->receiving) {
        if (!about.get().empty() && agency != about) continue;
        const Party* party = find_party(state, agency);
        const PostId post = seat.post.get().empty() && party ? party->practitioner : seat.post;
        owners.push_back({post, Side::Receiving, agency, {}});
    }
    return owners;
}

std::vector<Owner> above_owners(const State& state, const policy::Who& who, const Visit* visit,
                                const AgencyId& about) {
    if (!visit) return {};
    if (who.key != "receiving") {
        const Owner below = raising_owner(state, visit);
        return {{visit->raising.above.value_or(below.post), Side::Raising, {}, {}}};
    }
    auto owners = receiving_owners(state, visit, about);
    for (auto& owner : owners) {
        const auto& above = visit->receiving.at(owner.agency).above;
        if (above) owner.post = *above;
    }
    return owners;
}

Owner role_owner(const State& state, const policy::Who& who, const Visit* visit) {
    const auto named = state.roles.find(who.key);
    if (named != state.roles.end()) return {named->second, Side::Partnership, {}, {}};
    Owner namer = raising_owner(state, visit);
    namer.unnamed_role = who.key;
    return namer;
}

/// The agency's own post of that kind; whoever acts for it where it has none.
std::vector<Owner> agency_owners(const policy::Who& who, const State& state, const Visit* visit, const AgencyId& about) {
    const auto own = [&](const Party& party, Owner owner) {
        const auto found = party.posts.find(who.key);
        if (found != party.posts.end()) owner.post = found->second;
        return owner;
    };
    if (who.kind == Kind::RaisingAgency) return {own(state.raising, raising_owner(state, visit))};
    auto owners = receiving_owners(state, visit, about);
    for (auto& owner : owners) {
        if (const Party* party = find_party(state, owner.agency)) owner = own(*party, owner);
    }
    return owners;
}

std::vector<Owner> author_of(const Event* because) {
    if (!because || because->by.post.get().empty()) return {};
    const AgencyId agency = because->by.side == Side::Receiving ? because->by.agency : AgencyId{};
    return {{because->by.post, because->by.side, agency, {}}};
}

}  // namespace

std::vector<Owner> all_owners(const policy::Who& who, const State& state, const policy::Pack& pack, int visit,
                              const AgencyId& about, const Event* because) {
    if (who.kind != Kind::AnyOf) return owners(who, state, pack, visit, about, because);
    std::vector<Owner> all;
    for (const auto& part : who.parts) {
        for (auto& owner : owners(part, state, pack, visit, about, because)) {
            const bool known = std::ranges::find(all, owner.post, &Owner::post) != all.end();
            if (!known && owner.unnamed_role.empty()) all.push_back(std::move(owner));
        }
    }
    return all.empty() ? owners(who, state, pack, visit, about, because) : all;
}

std::vector<Owner> owners(const policy::Who& who, const State& state, const policy::Pack& pack, int visit,
                          const AgencyId& about, const Event* because) {
    switch (who.kind) {
        case Kind::Nobody: return {};
        case Kind::Raising: return {raising_owner(state, stay_at_tier(state, pack, visit, who.key, true))};
        case Kind::Receiving:
            return receiving_owners(state, stay_at_tier(state, pack, visit, who.key, false), about);
        case Kind::Both: {
            auto both = receiving_owners(state, stay(state, visit), about);
            both.insert(both.begin(), raising_owner(state, stay(state, visit)));
            return both;
        }
        case Kind::Everyone: {
            std::vector<Owner> all;
            for (const auto& post : everyone(state)) all.push_back({post, Side::Raising, {}, {}});
            return all;
        }
        case Kind::Raiser: return {{state.raising.practitioner, Side::Raising, {}, {}}};
        case Kind::CaseRole: return {role_owner(state, who, stay(state, visit))};
        case Kind::Partnership: return {{office(state, who.key), Side::Partnership, {}, {}}};
        case Kind::Above: return above_owners(state, who, stay(state, visit), about);
        case Kind::Author: {
            auto author = author_of(because);
            return author.empty() ? std::vector{raising_owner(state, stay(state, visit))} : author;
        }
        case Kind::RaisingAgency:
        case Kind::ReceivingAgency: return agency_owners(who, state, stay(state, visit), about);
        case Kind::AnyOf: {
            std::vector<Owner> unnamed;
            for (const auto& part : who.parts) {
                auto found = owners(part, state, pack, visit, about, because);
                if (!found.empty() && found.front().unnamed_role.empty()) return found;
                if (unnamed.empty()) unnamed = std::move(found);
            }
            return unnamed;
        }
    }
    return {};
}

std::vector<std::string> roles_awaited(const policy::Who& who, const std::function<bool(const std::string&)>& is_named) {
    if (who.kind == Kind::CaseRole) return is_named(who.key) ? std::vector<std::string>{} : std::vector{who.key};
    std::vector<std::string> roles;
    for (const auto& part : who.parts) {
        const auto awaited = roles_awaited(part, is_named);
        if (awaited.empty()) return {};
        roles.insert(roles.end(), awaited.begin(), awaited.end());
    }
    return roles;
}

std::vector<std::string> roles_awaited(const policy::Who& who, const State& state) {
    return roles_awaited(who, [&](const std::string& role) { return state.roles.contains(role); });
}

PostId office(const State& state, const std::string& kind) {
    const auto found = state.offices.find(kind);
    if (found != state.offices.end()) return found->second;
    const auto keeper = state.offices.find("business-manager");
    return keeper == state.offices.end() ? PostId{} : keeper->second;
}

bool is_office(const State& state, const PostId& post) {
    return std::ranges::any_of(state.offices, [&](const auto& own) { return own.second == post; });
}

std::vector<PostId> everyone(const State& state) {
    std::vector<PostId> posts;
    const auto add = [&](const PostId& post) {
        if (!post.get().empty() && std::ranges::find(posts, post) == posts.end()) posts.push_back(post);
    };
    add(state.raising.practitioner);
    for (const auto& party : state.receiving) add(party.practitioner);
    for (const auto& visit : state.visits) {
        add(visit.raising.post);
        for (const auto& [agency, seat] : visit.receiving) add(seat.post);
    }
    for (const auto& [role, post] : state.roles) add(post);
    return posts;
}

}  // namespace disagreement
