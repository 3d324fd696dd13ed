#include "app/dossier.h"

#include <algorithm>

#include "app/posts.h"
#include "base/ensure.h"
#include "calendar/local_time.h"
#include "disagreement/owners.h"

namespace app {
namespace {

constexpr std::size_t page = 200;

/// Every post that somebody could act for here.
std::set<PostId> posts_in(const Dossier& dossier) {
    std::set<PostId> posts;
    for (const auto& post : disagreement::everyone(dossier.state)) posts.insert(post);
    for (const auto& [kind, post] : dossier.state.offices) posts.insert(post);
    for (const auto& duty : dossier.duties) posts.insert(duty.owner);
    for (const auto& [from, to] : dossier.state.reassigned) posts.insert(to);
    return posts;
}

bool records_for(const Snapshot& known, const Partnership& partnership, const Capacities& held,
                 const PostId& wanted) {
    const auto* post = known.directory.find_post(wanted);
    for (const auto& [id, capacity] : held) {
        const auto* own = known.directory.find_post(id);
        if (keeps_business(*own) && own->agency.get() == partnership.key) return true;
        if (leads_safeguarding(*own) && post && post->agency == own->agency) return true;
    }
    return false;
}

}  // namespace

disagreement::Setting Dossier::setting() const {
    return {*pack, calendar, partnership->directory, now, excluded(), {}};
}

calendar::Date Dossier::today() const {
    return calendar::local_date(now, calendar.zone);
}

Footing footing_of(const Partnership& partnership, const disagreement::State& state) {
    const auto* pack = partnership.find_pack(state.policy, state.edition);
    base::ensure(pack != nullptr, "a disagreement pins an edition that was adopted");
    return {pack, policy::with_hours_of(*pack, partnership.calendar_at(state.calendar_since))};
}

std::vector<std::string> Dossiers::references(const std::string& partnership) const {
    std::vector<std::string> references;
    store::RowQuery query{.view = "register", .owner = partnership, .limit = page};
    while (true) {
        const auto rows = journal_.store().rows(query);
        for (const auto& row : rows) references.push_back(row.key);
        if (rows.size() < query.limit) break;
        query.after = store::RowQuery::After{rows.back().sort, rows.back().key};
    }
    std::ranges::sort(references);
    return references;
}

std::vector<Dossier> Dossiers::live(const std::string& partnership, base::Moment now) const {
    std::vector<Dossier> live;
    for (const auto& reference : references(partnership)) {
        auto dossier = find(reference, now);
        using disagreement::Phase;
        if (dossier && (dossier->state.phase == Phase::Open || dossier->state.phase == Phase::Settled))
            live.push_back(std::move(*dossier));
    }
    return live;
}

std::optional<Dossier> Dossiers::find(const std::string& reference, base::Moment now) const {
    auto stored = journal_.store().read(streams::disagreement(reference));
    if (stored.empty()) return std::nullopt;
    return replayed({.reference = reference, .known = installation_.now(), .stored = std::move(stored), .now = now});
}

std::optional<Dossier> Dossiers::find_as_of(const std::string& reference, store::Revision revision) const {
    auto stored = journal_.store().read(streams::disagreement(reference));
    const auto length = static_cast<std::size_t>(revision.get());
    if (revision.get() < 1 || stored.size() < length) return std::nullopt;
    stored.resize(length);
    const auto now = to_event(stored.back().envelope).recorded_at;
    return replayed({.reference = reference, .known = installation_.now(), .stored = std::move(stored), .now = now});
}

Dossier Dossiers::replayed(Dossier dossier) {
    disagreement::Events events;
    events.reserve(dossier.stored.size());
    for (const auto& each : dossier.stored) events.push_back(to_event(each.envelope));
    dossier.state = disagreement::replay(std::move(events));

    const auto& raised = dossier.state.history.front().event;
    dossier.partnership = dossier.known->find_partnership(raised.open.text(partnership_answer));
    base::ensure(dossier.partnership != nullptr, "a disagreement belongs to a partnership");
    auto footing = footing_of(*dossier.partnership, dossier.state);
    dossier.pack = footing.pack;
    dossier.calendar = std::move(footing.calendar);
    dossier.duties = disagreement::duties(dossier.state, *dossier.pack, dossier.calendar, dossier.now);
    return dossier;
}

disagreement::Actor actor_in(const Dossier& dossier, const PersonId& person, const PostId& for_post) {
    const auto& known = *dossier.known;
    disagreement::Actor actor{person, held_by(known, person, dossier.today())};
    actor.records_for_others = records_for(known, *dossier.partnership, actor.posts, for_post);
    for (const auto& managed : managed_by(known, actor.posts, posts_in(dossier))) actor.posts.insert(managed);
    return actor;
}

bool records_for(const Dossier& dossier, const PersonId& person, const PostId& post) {
    const auto& known = *dossier.known;
    return records_for(known, *dossier.partnership, held_by(known, person, dossier.today()), post);
}

disagreement::Actor actor_in(const Snapshot& known, const Partnership& partnership, const PersonId& person,
                             calendar::Date today, const PostId& for_post) {
    disagreement::Actor actor{person, held_by(known, person, today)};
    std::erase_if(actor.posts,
                  [&](const auto& held) { return !partnership.directory.find_post(held.first); });
    actor.records_for_others = records_for(known, partnership, actor.posts, for_post);
    for (const auto& managed : managed_by(known, actor.posts, line_below(known, actor.posts)))
        actor.posts.insert(managed);
    return actor;
}

}  // namespace app
