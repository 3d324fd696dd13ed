#include "app/moves.h"

#include <algorithm>

#include "app/reference.h"
#include "base/ensure.h"
#include "base/text.h"
#include "calendar/local_time.h"

namespace app {
namespace {

using disagreement::Phase;

constexpr int attempts_max = 5;

base::Finding finding(const std::string& what, const std::string& hint = {}) {
    return {{}, what, hint, {}};
}

const policy::Pack* target_of(const Dossier& dossier, const MoveOrder& order) {
    const auto& key = order.policy.empty() ? dossier.state.policy : order.policy;
    return dossier.partnership->find_pack(key, order.edition);
}

bool is_there(const Dossier& dossier, const policy::Pack& target) {
    return dossier.pack->identity.key == target.identity.key &&
           dossier.pack->identity.edition == target.identity.edition;
}

base::Finding never_adopted(const Partnership& partnership, const MoveOrder& order) {
    std::vector<std::string> editions;
    for (const auto& adoption : partnership.adoptions) {
        const auto& identity = adoption.pack->identity;
        if (order.policy.empty() || identity.key == order.policy) editions.push_back(identity.edition);
    }
    return finding("edition '" + order.edition + "' was not adopted for what is to be moved",
                   editions.empty() ? "adopt it first" : "adopted are: " + base::join(editions, ", "));
}

/// Nothing is worked under before its first day, what is under way neither.
base::Findings not_begun(const Partnership& partnership, const MoveOrder& order, calendar::Date today) {
    for (const auto& adoption : partnership.adoptions) {
        const auto& identity = adoption.pack->identity;
        const bool meant = identity.edition == order.edition && (order.policy.empty() || identity.key == order.policy);
        if (!meant || adoption.begins() <= today) continue;
        return {finding("edition '" + order.edition + "' holds from " + calendar::in_words(adoption.begins()) +
                            ": nothing can be moved to it before",
                        "move it on that day or later")};
    }
    return {};
}

/// A stage that is another one's old name and its new one too would be renamed twice.
base::Findings faults_of(const MoveOrder& order, const std::vector<Dossier>& dossiers) {
    base::Findings faults;
    for (const auto& [from, to] : order.stages) {
        const auto onwards = order.stages.find(to);
        if (onwards != order.stages.end() && onwards->second != to)
            faults.push_back(finding("'" + to + "' stands on both sides of the map", "move it in two steps"));
        const bool known = std::ranges::any_of(dossiers, [&](const Dossier& dossier) {
            return policy::find_stage(*dossier.pack, from) != nullptr;
        });
        if (!known && !dossiers.empty())
            faults.push_back(finding("no edition that is moved from has a stage '" + from + "'",
                                     "the map says old stage, then new: OLD=NEW"));
    }
    return faults;
}

struct Step {
    Placed placed;
    disagreement::Events events = {};  // none where it has no place
};

Step step_of(const Dossier& dossier, const MoveOrder& order, const policy::Pack& target) {
    auto event = disagreement::moved_to(dossier.state, target, order.stages,
                                        partnership_author(*dossier.partnership), dossier.now, order.why);
    if (!event) {
        return {{.reference = dossier.reference,
                 .edition = dossier.state.edition,
                 .stage_before = {},
                 .stage_after = {},
                 .no_place = event.error()}};
    }
    const auto after = disagreement::evolve(dossier.state, *event);
    auto stands = placed(dossier, after, footing_of(*dossier.partnership, after));
    if (!stands.no_place.empty()) return {std::move(stands)};
    return {std::move(stands), {std::move(*event)}};
}

}  // namespace

Moves::Moves(Journal& journal, const Installation& installation, const base::Clock& clock, store::Random& random,
             const store::Digests& digests)
    : journal_(journal), installation_(installation), clock_(clock), random_(random), digests_(digests) {}

Checked<std::vector<Dossier>> Moves::chosen(const MoveOrder& order) const {
    const auto known = installation_.now();
    const auto* partnership = known->find_partnership(order.partnership);
    if (!partnership)
        return tl::unexpected(base::Findings{finding("there is no partnership '" + order.partnership + "'")});
    base::Findings faults;
    std::vector<Dossier> live = Dossiers(journal_, installation_).live(order.partnership, clock_.now());
    const bool all = order.references.empty();
    if (!all) {
        for (const auto& reference : order.references) {
            const auto under_way = std::ranges::find(live, reference, &Dossier::reference);
            if (under_way == live.end())
                faults.push_back(finding("no disagreement '" + reference + "' is under way in '" + order.partnership + "'"));
            else if (const auto* target = target_of(*under_way, order); target && is_there(*under_way, *target))
                faults.push_back(finding("'" + reference + "' is under edition '" + order.edition + "' already"));
        }
        std::erase_if(live, [&](const Dossier& dossier) {
            return std::ranges::find(order.references, dossier.reference) == order.references.end();
        });
    }
    if (all) {
        std::erase_if(live, [&](const Dossier& dossier) {
            const auto* target = target_of(dossier, order);
            return target && is_there(dossier, *target);
        });
    }
    const bool adopted = std::ranges::all_of(live, [&](const Dossier& d) { return target_of(d, order) != nullptr; });
    const auto editions = std::ranges::count_if(partnership->adoptions, [&](const Adoption& adoption) {
        return adoption.pack->identity.edition == order.edition;
    });
    if (!adopted || editions == 0) faults.push_back(never_adopted(*partnership, order));
    const auto today = calendar::local_date(clock_.now(), calendar::Edition{}.zone);
    for (auto& fault : not_begun(*partnership, order, today)) faults.push_back(std::move(fault));
    for (auto& fault : faults_of(order, live)) faults.push_back(std::move(fault));
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return live;
}

Checked<std::vector<Placed>> Moves::preview(const MoveOrder& order) const {
    const auto dossiers = chosen(order);
    if (!dossiers) return tl::unexpected(dossiers.error());
    std::vector<Placed> all;
    for (const auto& dossier : *dossiers) all.push_back(step_of(dossier, order, *target_of(dossier, order)).placed);
    return all;
}

Checked<std::vector<Placed>> Moves::move(const MoveOrder& order) {
    if (base::trimmed(order.why).empty())
        return tl::unexpected(base::Findings{finding("a move needs a reason", "say why")});
    const auto before = preview(order);
    if (!before) return before;
    base::Findings stuck;
    for (const auto& one : *before) {
        for (const auto& why : one.no_place) stuck.push_back({{}, one.reference + ": " + why.what, why.hint, {}});
    }
    if (!stuck.empty()) return tl::unexpected(std::move(stuck));

    Landing landing(journal_, digests_);
    std::vector<Placed> moved;
    for (const auto& planned : *before) {
        // Somebody may act meanwhile: then it is looked at again, and moved from where it has come to.
        int attempt = 0;
        for (; attempt < attempts_max; ++attempt) {
            const auto dossier = Dossiers(journal_, installation_).find(planned.reference, clock_.now());
            base::ensure(dossier.has_value(), "what was there a moment ago is there");
            const auto step = step_of(*dossier, order, *target_of(*dossier, order));
            const bool ended = dossier->state.phase != Phase::Open && dossier->state.phase != Phase::Settled;
            if (step.events.empty() || ended) break;
            if (!landing.land(*dossier, {store::CommandId(random_.id()), {}}, step.events)) continue;
            moved.push_back(step.placed);
            break;
        }
        if (attempt == attempts_max) moved.push_back(left_behind(planned));
    }
    return moved;
}

}  // namespace app
