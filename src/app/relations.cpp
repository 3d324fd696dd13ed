#include "app/relations.h"

#include <algorithm>

#include "app/posts.h"
#include "disagreement/acting.h"
#include "disagreement/owners.h"

namespace app {
namespace {

using disagreement::Phase;
using disagreement::State;
using gate::Relation;
using policy::Happening;

bool holds_any(const Capacities& held, const std::set<PostId>& posts) {
    return std::ranges::any_of(held, [&](const auto& entry) { return posts.contains(entry.first); });
}

std::set<PostId> receiving_posts(const State& state) {
    std::set<PostId> posts;
    for (const auto& party : state.receiving) posts.merge(disagreement::receiving_posts(state, party.agency));
    return posts;
}

/// Held, or fallen to the person since nobody who may know of it holds it: as lists give out the work.
bool answers_for_any(const Dossier& dossier, const PersonId& person, const std::set<PostId>& posts) {
    return std::ranges::any_of(posts, [&](const PostId& post) {
        const auto people = answering_for(*dossier.known, post, dossier.today(), dossier.excluded());
        return std::ranges::find(people, person) != people.end();
    });
}

/// Named for it, owing something, or told because of a duty that was done, without being on a side.
std::set<PostId> asked_or_told(const Dossier& dossier, const std::set<PostId>& sides) {
    std::set<PostId> posts;
    for (const auto& [role, post] : dossier.state.roles) posts.insert(post);
    for (const auto& duty : dossier.duties) {
        posts.insert(duty.owner);
        posts.insert(duty.or_by.begin(), duty.or_by.end());
        if (duty.done_at) posts.insert(duty.to.begin(), duty.to.end());
    }
    std::erase_if(posts, [&](const PostId& post) { return sides.contains(post); });
    return posts;
}

std::set<PostId> meeting_members(const State& state) {
    std::set<PostId> posts;
    for (const auto& recorded : state.history) {
        const auto& event = recorded.event;
        const auto what = event.fact.happening;
        if (what != Happening::Convened && what != Happening::Held) continue;
        for (const auto& member : event.open.list("members")) posts.insert(PostId(member));
    }
    return posts;
}

bool leads_in(const Snapshot& known, const Capacities& held, const std::set<PostId>& side) {
    return std::ranges::any_of(held, [&](const auto& entry) {
        const auto* own = known.directory.find_post(entry.first);
        if (!leads_safeguarding(*own)) return false;
        return std::ranges::any_of(side, [&](const PostId& id) {
            const auto* post = known.directory.find_post(id);
            return post && post->agency == own->agency;
        });
    });
}

/// The word that a policy uses for whoever chairs or heads the partnership.
bool chairs(const directory::Post& post) {
    return post.kind == "independent-chair" || post.kind == "chair" || post.kind == "executive";
}

void add_offices(std::set<Relation>& relations, const Capacities& held, const Snapshot& known,
                 const Partnership& partnership) {
    for (const auto& [id, capacity] : held) {
        const auto* post = known.directory.find_post(id);
        if (post->agency.get() != partnership.key) continue;
        if (keeps_business(*post)) relations.insert(Relation::BusinessManager);
        if (chairs(*post)) relations.insert(Relation::PartnershipChair);
    }
}

void add_roles(std::set<Relation>& relations, const Snapshot& known, const Partnership& partnership,
               const PersonId& person) {
    if (known.has_role(person, AccountRole::DataGuardian, partnership.key)) relations.insert(Relation::DataGuardian);
    if (known.has_role(person, AccountRole::Administrator)) relations.insert(Relation::Administrator);
}

}  // namespace

std::set<Relation> relations_of(const Dossier& dossier, const PersonId& person) {
    const auto& known = *dossier.known;
    const auto held = held_by(known, person, dossier.today());
    const auto raising = disagreement::raising_posts(dossier.state);
    const auto receiving = receiving_posts(dossier.state);
    std::set<PostId> sides = raising;
    sides.insert(receiving.begin(), receiving.end());

    std::set<Relation> relations;
    if (held.contains(dossier.state.raising.practitioner)) relations.insert(Relation::Raiser);
    if (holds_any(held, raising)) relations.insert(Relation::RaisingSide);
    if (holds_any(held, receiving)) relations.insert(Relation::ReceivingSide);
    if (!managed_by(known, held, sides).empty() || leads_in(known, held, sides))
        relations.insert(Relation::ManagerOfSide);
    const auto asked = asked_or_told(dossier, sides);
    if (holds_any(held, asked) || answers_for_any(dossier, person, asked)) relations.insert(Relation::CaseRole);
    if (holds_any(held, meeting_members(dossier.state))) relations.insert(Relation::MeetingMember);
    if (held.contains(disagreement::office(dossier.state, "business-manager")))
        relations.insert(Relation::BusinessManager);
    add_offices(relations, held, known, *dossier.partnership);
    add_roles(relations, known, *dossier.partnership, person);
    return relations;
}

gate::Facts facts_of(const Dossier& dossier, const PersonId& person, const std::set<PersonId>& released) {
    const auto phase = dossier.state.phase;
    return {dossier.excluded().contains(person), relations_of(dossier, person),
            phase == Phase::Open || phase == Phase::Settled, released.contains(person)};
}

std::set<Relation> relations_of(const Snapshot& known, const Partnership& partnership, const PersonId& person,
                                calendar::Date today) {
    std::set<Relation> relations;
    add_offices(relations, held_by(known, person, today), known, partnership);
    add_roles(relations, known, partnership, person);
    return relations;
}

std::set<PersonId> released_to(const Journal& journal, const std::string& reference) {
    std::set<PersonId> people;
    for (const auto& record : journal.records(streams::releases(reference))) {
        if (const auto* released = std::get_if<IdentityReleased>(&record)) people.insert(released->person);
    }
    return people;
}

base::Refusal not_found() {
    return {"not_found", "there is no disagreement with this reference that you have a part in"};
}

}  // namespace app
