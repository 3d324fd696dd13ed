#include "disagreement/acting.h"

#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/owners.h"
#include "disagreement/stages.h"

#include <algorithm>

namespace disagreement {
namespace {

using Posts = std::vector<PostId>;

void add(Posts& posts, const PostId& post) {
    if (!post.get().empty() && std::ranges::find(posts, post) == posts.end()) posts.push_back(post);
}

Posts receiving_seats(const State& state) {
    Posts posts;
    if (const Visit* visit = find_last_visit(state)) {
        for (const auto& [agency, seat] : visit->receiving) add(posts, seat.post);
    }
    return posts;
}

Posts seats(const State& state) {
    Posts posts;
    if (const Visit* visit = find_last_visit(state)) add(posts, visit->raising.post);
    for (const auto& post : receiving_seats(state)) add(posts, post);
    return posts;
}

Posts either_side(const State& state, const Concerned& concerned) {
    Posts posts = concerned.seats;
    for (const auto& post : concerned.raising) add(posts, post);
    for (const auto& party : state.receiving) {
        for (const auto& post : concerned.receiving.at(party.agency)) add(posts, post);
    }
    return posts;
}

Posts involved(const State& state, const Concerned& concerned) {
    Posts posts = concerned.either_side;
    for (const auto& [role, post] : state.roles) add(posts, post);
    for (const auto& [kind, post] : state.offices) add(posts, post);
    for (const auto& [kind, post] : state.raising.posts) add(posts, post);
    for (const auto& party : state.receiving) {
        for (const auto& [kind, post] : party.posts) add(posts, post);
    }
    return posts;
}

Posts partnership(const State& state) {
    Posts posts;
    for (const auto& [kind, post] : state.offices) add(posts, post);
    return posts;
}

/// Nobody acts for a role that nobody has been named for.
Posts of(const policy::Who& who, const Situation& at) {
    Posts posts;
    const int visit = static_cast<int>(at.state.visits.size()) - 1;
    for (const auto& owner : all_owners(who, at.state, at.setting.pack, visit)) {
        if (owner.unnamed_role.empty()) add(posts, owner.post);
    }
    return posts;
}

/// A paper still owed after its stage was left stays with whoever owes it.
void add_form_owers(Posts& posts, const Situation& at, const std::string& key) {
    if (!policy::find_form(at.setting.pack, key)) return;
    for (const auto& duty : at.duties) {
        if (!is_open(duty) || duty.form != key || awaits_role(duty)) continue;
        add(posts, duty.owner);
        for (const auto& other : duty.or_by) add(posts, other);
    }
}

/// Whoever has still to say yes or no to an outcome.
Posts confirmers(const Situation& at, const std::string& agency) {
    Posts posts;
    for (const auto& duty : at.duties) {
        const bool about = agency.empty() || duty.agency.get() == agency;
        if (is_open(duty) && duty.what == policy::What::Confirm && about && !awaits_role(duty)) add(posts, duty.owner);
    }
    return posts;
}

/// A rule that speaks of a side without saying which of its tiers means everybody on it.
Posts by_words(const policy::Who& who, const Situation& at) {
    Posts posts = of(who, at);
    for (const auto& part : who.parts) {
        for (const auto& post : by_words(part, at)) add(posts, post);
    }
    using Kind = policy::Who::Kind;
    const bool raising = who.kind == Kind::Raising || who.kind == Kind::Both || who.kind == Kind::Everyone;
    const bool receiving = who.kind == Kind::Receiving || who.kind == Kind::Both || who.kind == Kind::Everyone;
    if (!who.key.empty()) return posts;
    if (raising) {
        for (const auto& post : at.concerned.raising) add(posts, post);
    }
    if (!receiving) return posts;
    for (const auto& party : at.state.receiving) {
        for (const auto& post : at.concerned.receiving.at(party.agency)) add(posts, post);
    }
    return posts;
}

/// Whoever the directory has for a tier of a side that has not got there yet.
Posts would_fill(const policy::Tier& tier, const Party& side, const Seat* seat, const std::set<PostId>& other_side,
                 const Situation& at) {
    const auto& [pack, calendar, directory, now, excluded, words] = at.setting;
    const CastQuery query{pack, directory, calendar::local_date(now, calendar.zone), excluded, other_side};
    const auto found = candidates(query, tier, side, seat && !seat->stand_in ? seat->post : side.practitioner);
    return found.stand_in ? Posts{} : found.posts;
}

/// Those whom a rule means that comes before its stage: "raising:manager" is the manager, also while
/// the practitioners still talk.
Posts ahead_of_stage(const policy::Who& who, const Situation& at) {
    using Kind = policy::Who::Kind;
    Posts posts;
    for (const auto& part : who.parts) {
        for (const auto& post : ahead_of_stage(part, at)) add(posts, post);
    }
    if (!who.parts.empty()) return posts;
    const auto* tier = policy::find_tier(at.setting.pack, who.key);
    const bool raising = who.kind == Kind::Raising;
    const bool sat = std::ranges::any_of(at.state.visits, [&](const Visit& visit) {
        const auto* stage = policy::find_stage(at.setting.pack, visit.stage);
        return stage && (raising ? stage->raising : stage->receiving) == who.key;
    });
    if (!tier || sat || (!raising && who.kind != Kind::Receiving)) return by_words(who, at);
    const Visit* visit = find_last_visit(at.state);
    std::set<PostId> theirs;
    for (const auto& party : at.state.receiving) theirs.merge(receiving_posts(at.state, party.agency));
    if (raising) return would_fill(*tier, at.state.raising, visit ? &visit->raising : nullptr, theirs, at);
    for (const auto& party : at.state.receiving) {
        const bool here = visit && visit->receiving.contains(party.agency);
        const auto* seat = here ? &visit->receiving.at(party.agency) : nullptr;
        for (const auto& post : would_fill(*tier, party, seat, raising_posts(at.state), at)) add(posts, post);
    }
    return posts;
}

/// Those who act at the stage; and whoever owes what the date is for, where it is the partnership's to set.
Posts date_setters(const Situation& at, const std::string& key) {
    Posts posts = seats(at.state);
    for (const auto& duty : at.duties) {
        const bool meant = duty.id == key || duty.rule == key;
        if (meant && is_open(duty) && duty.what == policy::What::RecordCourse) add(posts, duty.owner);
    }
    return posts;
}

using Words = std::vector<const policy::Who*>;

/// In which words the policy says who may do it, as things stand.
Words words_of_policy(Action action, const Situation& at, const std::string& key) {
    const auto& pack = at.setting.pack;
    const auto* stage = stage_now(at.state, pack);
    Words words;
    if (!stage) return words;
    switch (action) {
        case Action::Jump:
            for (const auto& jump : pack.jumps) {
                const bool named = jump.to.empty() || key.empty() || std::ranges::find(jump.to, key) != jump.to.end();
                if (named && holds(jump.when, at.state, pack)) words.push_back(&jump.by);
            }
            break;
        case Action::ChooseBranch:
            if (stage->branches) words.push_back(&stage->branches->by);
            break;
        case Action::SubmitForm:
            if (const auto* form = policy::find_form(pack, key)) {
                // Anybody who owns a section of the form may hand in their part of it.
                words.push_back(&form->filled_by);
                for (const auto& section : form->sections) words.push_back(&section.owner);
            }
            break;
        case Action::Decide:
            for (const auto& decision : stage->decisions) {
                if (holds(decision.when, at.state, pack)) words.push_back(&decision.by);
            }
            break;
        case Action::SetPriority: words.push_back(&pack.priorities.by); break;
        case Action::SetDate:
            if (const auto* date = policy::find_date(pack, key)) words.push_back(&date->by);
            break;
        case Action::TakeStep:
        case Action::EndStep:
            if (const auto* step = policy::find_step(pack, key)) words.push_back(&step->by);
            break;
        case Action::TakeBack:
            if (stage->hand_over) words.push_back(&stage->hand_over->back_by);
            break;
        case Action::HandOver:
            if (stage->hand_over) words.push_back(&stage->hand_over->by);
            break;
        case Action::Convene:
        case Action::Offer:
        case Action::HoldMeeting:
            if (const auto* meeting = policy::find_meeting(pack, key)) words.push_back(&meeting->convenor);
            break;
        default: break;
    }
    return words;
}

Posts by_policy(Action action, const Situation& at, const std::string& key) {
    if (!stage_now(at.state, at.setting.pack)) return {};
    const bool outcome = action == Action::ConfirmOutcome || action == Action::RejectOutcome;
    if (outcome) return confirmers(at, key);
    if (action == Action::SetDate && !policy::find_date(at.setting.pack, key)) return date_setters(at, key);
    Posts posts;
    for (const auto* who : words_of_policy(action, at, key)) {
        // A side's rule speaks of everybody on it: danger does not wait for the manager.
        const bool ahead = action == Action::Jump;
        const bool wide = action == Action::SetDate || action == Action::TakeStep || action == Action::EndStep;
        for (const auto& post : ahead ? ahead_of_stage(*who, at) : wide ? by_words(*who, at) : of(*who, at)) add(posts, post);
    }
    if (action == Action::SubmitForm) add_form_owers(posts, at, key);
    return posts;
}

/// Roles that somebody has to be named for before this can be done.
std::vector<std::string> roles_wanted(Action action, const Situation& at, const std::string& key) {
    if (rule_of(action).by == By::Owner) {
        const Duty* duty = find_duty(at.duties, key);
        return duty && awaits_role(*duty) ? std::vector{duty->role} : std::vector<std::string>{};
    }
    std::vector<std::string> roles;
    for (const auto* who : rule_of(action).by == By::Policy ? words_of_policy(action, at, key) : Words{}) {
        const auto awaited = roles_awaited(*who, at.state);
        roles.insert(roles.end(), awaited.begin(), awaited.end());
    }
    return roles;
}

Posts duty_owner(const Situation& at, const std::string& id) {
    const auto& all = at.duties;
    const Duty* duty = find_duty(all, id);
    if (!duty || awaits_role(*duty)) return {};
    Posts posts{duty->owner};
    for (const auto& other : duty->or_by) add(posts, other);
    return posts;
}

base::Refusal not_yours(Action action, const Posts& posts, const Situation& at, const std::string& key) {
    std::string names;
    for (const auto& id : posts) {
        const auto* post = at.setting.directory.find_post(id);
        if (!names.empty()) names += " or ";
        names += post ? post->title : id.get();
        if (names.size() > 120) break;
    }
    const std::string what = "'" + std::string(rule_of(action).title) + "'";
    if (posts.empty()) {
        std::string roles;
        for (const auto& wanted : roles_wanted(action, at, key)) {
            const auto* role = policy::find_role(at.setting.pack, wanted);
            roles += (roles.empty() ? "the " : " or the ") + (role ? role->title : wanted);
        }
        if (roles.empty()) return {"nobody_can", what + " is not part of this stage"};
        return {"role_not_named", what + " is for " + roles + ": nobody has been named yet", "house ALL-3"};
    }
    const bool many = posts == at.concerned.involved || posts == at.concerned.either_side;
    return {"not_yours", what + (many ? " is for people on either side" : " is for " + names)};
}

bool wrote_for_other_side(const State& state, const PersonId& person, Side side, const AgencyId& agency) {
    return std::ranges::any_of(state.history, [&](const Recorded& recorded) {
        const Author& by = recorded.event.by;
        if (by.person != person || by.on_behalf) return false;
        if (side == Side::Raising) return by.side == Side::Receiving;
        if (side != Side::Receiving) return false;
        return by.side == Side::Raising || (by.side == Side::Receiving && by.agency != agency);
    });
}

}  // namespace

std::set<PostId> raising_posts(const State& state) {
    std::set<PostId> posts{state.raising.practitioner};
    for (const auto& visit : state.visits) posts.insert(visit.raising.post);
    for (const auto& [from, to] : state.reassigned) {
        if (posts.contains(from)) posts.insert(to);
    }
    posts.erase(PostId{});
    return posts;
}

std::set<PostId> receiving_posts(const State& state, const AgencyId& agency) {
    std::set<PostId> posts;
    if (const Party* party = find_party(state, agency)) posts.insert(party->practitioner);
    for (const auto& visit : state.visits) {
        const auto seat = visit.receiving.find(agency);
        if (seat != visit.receiving.end()) posts.insert(seat->second.post);
    }
    for (const auto& [from, to] : state.reassigned) {
        if (posts.contains(from)) posts.insert(to);
    }
    posts.erase(PostId{});
    return posts;
}

Concerned concerned_in(const State& state) {
    Concerned concerned{.raising = raising_posts(state), .receiving = {}};
    for (const auto& party : state.receiving) {
        concerned.receiving.emplace(party.agency, receiving_posts(state, party.agency));
    }
    concerned.seats = seats(state);
    concerned.either_side = either_side(state, concerned);
    concerned.involved = involved(state, concerned);
    return concerned;
}

std::pair<Side, AgencyId> side_of(const State& state, const PostId& post) {
    return side_of(state, concerned_in(state), post);
}

std::pair<Side, AgencyId> side_of(const State& state, const Concerned& concerned, const PostId& post) {
    // The partnership's keeper may sit in for a side's empty post, and is still the partnership.
    if (is_office(state, post)) return {Side::Partnership, {}};
    if (concerned.raising.contains(post)) return {Side::Raising, state.raising.agency};
    for (const auto& party : state.receiving) {
        if (concerned.receiving.at(party.agency).contains(post)) return {Side::Receiving, party.agency};
    }
    const auto is_own = [&](const Party& party) {
        return std::ranges::any_of(party.posts, [&](const auto& own) { return own.second == post; });
    };
    if (is_own(state.raising)) return {Side::Raising, state.raising.agency};
    for (const auto& party : state.receiving) {
        if (is_own(party)) return {Side::Receiving, party.agency};
    }
    const Visit* visit = find_last_visit(state);
    if (!visit) return {Side::Partnership, {}};
    if (visit->raising.above == post) return {Side::Raising, state.raising.agency};
    for (const auto& [agency, seat] : visit->receiving) {
        if (seat.above == post) return {Side::Receiving, agency};
    }
    return {Side::Partnership, {}};
}

std::vector<std::string> speaks_for(const State& state, const PostId& post) {
    std::vector<std::string> words;
    const Visit* visit = find_last_visit(state);
    if (visit && visit->raising.post == post) words.push_back("raising");
    if (state.raising.practitioner == post) words.push_back("raiser");
    for (const auto& [agency, seat] : visit ? visit->receiving : std::map<AgencyId, Seat>{}) {
        if (seat.post == post) words.push_back("receiving");
    }
    for (const auto& [role, named] : state.roles) {
        if (named == post) words.push_back("role:" + role);
    }
    for (const auto& [kind, office] : state.offices) {
        if (office == post) words.push_back("partnership:" + kind);
    }
    return words;
}

namespace {

/// The posts that may do this, as things stand; `own` has room for those that are found for this action alone.
const Posts& posts_for(Action action, const Situation& at, const std::string& key, Posts& own) {
    switch (rule_of(action).by) {
        case By::System:
        case By::Raiser: break;
        case By::Seats: return at.concerned.seats;
        case By::ReceivingSeat: {
            const Visit* visit = find_last_visit(at.state);
            if (!visit || key.empty()) return own = receiving_seats(at.state);
            const auto seat = visit->receiving.find(AgencyId(key));
            if (seat != visit->receiving.end()) own.push_back(seat->second.post);
            break;
        }
        case By::RaisingSide: own.assign(at.concerned.raising.begin(), at.concerned.raising.end()); break;
        case By::EitherSide: return at.concerned.either_side;
        case By::Involved: {
            // Whoever is named already is changed by the partnership alone.
            if (action != Action::NameRole || !at.state.roles.contains(key)) return at.concerned.involved;
            own = partnership(at.state);
            break;
        }
        case By::Keeper: own.push_back(office(at.state, "business-manager")); break;
        case By::Owner: own = duty_owner(at, key); break;
        case By::Policy: own = by_policy(action, at, key); break;
    }
    return own;
}


/// A post that has not acted so far acts for its own agency, where that is concerned.
std::pair<Side, AgencyId> side_acted_for(const Situation& at, const PostId& post) {
    const auto known = side_of(at.state, at.concerned, post);
    const bool named = std::ranges::any_of(at.state.roles, [&](const auto& role) { return role.second == post; });
    const auto* own = at.setting.directory.find_post(post);
    if (known.first != Side::Partnership || named || !own || is_office(at.state, post)) return known;
    if (own->agency == at.state.raising.agency) return {Side::Raising, own->agency};
    return find_party(at.state, own->agency) ? std::pair(Side::Receiving, own->agency) : known;
}

/// The nearest to that person of the posts that they act for among these.
std::optional<Acting> nearest(const Posts& posts, const Situation& at, const Actor& actor, const PostId& wanted) {
    std::optional<Acting> best;
    for (const auto& post : posts) {
        if (!wanted.get().empty() && post != wanted) continue;
        const auto held = actor.posts.find(post);
        const bool on_behalf = held == actor.posts.end() && actor.records_for_others && post == wanted;
        if (held == actor.posts.end() && !on_behalf) continue;
        const Capacity capacity = on_behalf ? Capacity::Holder : held->second;
        if (best && best->capacity <= capacity) continue;
        auto [side, agency] = side_acted_for(at, post);
        best = Acting{post, std::move(agency), side, capacity, on_behalf};
    }
    return best;
}

bool is_on_both_sides(const Acting& acting, const Situation& at, const Actor& actor) {
    return !acting.on_behalf && wrote_for_other_side(at.state, actor.person, acting.side, acting.agency);
}

}  // namespace

std::optional<Acting> find_acting(Action action, const Situation& at, const Actor& actor, const std::string& key) {
    Posts own;
    auto acting = nearest(posts_for(action, at, key, own), at, actor, {});
    if (acting && is_on_both_sides(*acting, at, actor)) acting.reset();
    return acting;
}

base::Result<Acting> acting_for(Action action, const Situation& at, const Actor& actor,
                                const std::string& key, const PostId& wanted) {
    if (actor.system) {
        if (rule_of(action).by == By::System) return Acting{};
        return tl::unexpected(base::Refusal{"not_yours", "the worker records what time has brought, nothing else"});
    }
    Posts own;
    const Posts& posts = posts_for(action, at, key, own);
    const auto best = nearest(posts, at, actor, wanted);
    if (!best) return tl::unexpected(not_yours(action, posts, at, key));
    if (is_on_both_sides(*best, at, actor)) {
        return tl::unexpected(base::Refusal{
            "both_sides", "nobody acts on both sides of a disagreement, and you have acted on the other", "house ALL-3"});
    }
    return *best;
}

}  // namespace disagreement
