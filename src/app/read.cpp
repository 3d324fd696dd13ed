#include "app/read.h"

#include <algorithm>

#include "app/timeline.h"
#include "base/text.h"

namespace app {
namespace {

using disagreement::Questions;

bool shows(const std::vector<Entry>& timeline, policy::Privacy privacy) {
    return std::ranges::any_of(timeline, [&](const Entry& entry) {
        return std::ranges::any_of(entry.texts, [&](const Text& text) {
            return text.privacy == privacy && text.shown == Text::Shown::Plain;
        });
    });
}

std::vector<std::string> parts_of(const std::vector<Entry>& timeline) {
    std::vector<std::string> parts{"open"};
    if (shows(timeline, policy::Privacy::Narrative)) parts.emplace_back("narrative");
    if (shows(timeline, policy::Privacy::Identity)) parts.emplace_back("identity");
    return parts;
}

/// A link with another that this person may not know of.
bool leads_to_hidden(const Entry& entry, const Snapshot& known, const PersonId& person) {
    return entry.event.fact.happening == policy::Happening::Linked &&
           known.excluded_from(entry.event.open.text("reference")).contains(person);
}

}  // namespace

const Text* View::find_text(std::size_t revision, const std::string& name) const {
    const auto* entry = find_entry(revision);
    if (!entry) return nullptr;
    const auto found = std::ranges::find(entry->texts, name, &Text::name);
    return found == entry->texts.end() ? nullptr : &*found;
}

const Entry* View::find_entry(std::size_t revision) const {
    const auto found = std::ranges::lower_bound(timeline, revision, {}, &Entry::revision);
    return found == timeline.end() || found->revision != revision ? nullptr : &*found;
}

store::Revision View::revision() const {
    return store::Revision(std::ssize(dossier.stored));
}

Reading::Reading(const ReadingGround& ground)
    : journal_(ground.journal),
      installation_(ground.installation),
      log_(ground.log),
      digests_(ground.digests),
      clock_(ground.clock) {}

/// Looked for in vain where the person is excluded: it takes them as long as one that never was.
std::string Reading::sought(const PersonId& person, const std::string& reference) const {
    return installation_.now()->excluded_from(reference).contains(person) ? std::string{} : reference;
}

base::Result<View> Reading::open_disagreement(const PersonId& person, const std::string& reference,
                                              Questions questions) {
    return open(person, Dossiers(journal_, installation_).find(sought(person, reference), clock_.now()), questions);
}

base::Result<View> Reading::open_as_of(const PersonId& person, const std::string& reference,
                                       store::Revision revision) {
    return open(person, Dossiers(journal_, installation_).find_as_of(sought(person, reference), revision), Questions::Listed);
}

base::Result<View> Reading::open(const PersonId& person, std::optional<Dossier> dossier, Questions questions) {
    if (!dossier) return tl::unexpected(not_found());
    const auto reference = dossier->reference;
    auto facts = facts_of(*dossier, person, released_to(journal_, reference));
    if (!gate::allows(facts, gate::Action::SeeOpen)) return tl::unexpected(not_found());

    auto timeline = timeline_for(journal_, *dossier, facts);
    std::erase_if(timeline, [&](const Entry& entry) { return leads_to_hidden(entry, *dossier->known, person); });
    auto actor = actor_in(*dossier, person);
    disagreement::Permissions permissions;
    if (gate::allows(facts, gate::Action::Act)) {
        const auto setting = dossier->setting();
        const auto at = disagreement::situation(dossier->state, setting, dossier->duties);
        permissions = disagreement::permitted(at, actor, questions);
    }
    const Read read{reference, person, clock_.now(), store::Revision(std::ssize(dossier->stored)), parts_of(timeline)};
    log_.note(read);
    return View{std::move(*dossier), std::move(timeline), std::move(actor), std::move(permissions),
                std::move(facts), read};
}

void Reading::note_again(Read read) {
    read.at = clock_.now();
    log_.note(std::move(read));
}

base::Result<store::Appended> Reading::release_identity(const PersonId& person, const std::string& reference,
                                                        const std::string& reason,
                                                        const std::string& command_id) {
    const auto dossier = Dossiers(journal_, installation_).find(sought(person, reference), clock_.now());
    if (!dossier) return tl::unexpected(not_found());
    const auto facts = facts_of(*dossier, person);
    if (!gate::allows(facts, gate::Action::SeeExistence)) return tl::unexpected(not_found());
    if (!gate::allows(facts, gate::Action::Release)) {
        return tl::unexpected(base::Refusal{"not_yours", "identity is not released to your part in this"});
    }
    if (base::trimmed(reason).empty()) {
        return tl::unexpected(
            base::Refusal{"reason_missing", "Enter why you need to know who the child is", {}, "reason"});
    }
    // The reason is somebody's words: its keyed digest tells whether the command is the same.
    const Cause cause{store::CommandId(person.get() + "/" + command_id),
                      "release of " + reference + " " + digests_.keyed("release", reason)};
    const IdentityReleased released{{person, dossier->now}, reference, person, reason};
    return journal_.add(streams::releases(reference), cause, {released});
}

base::Result<std::vector<Read>> Reading::reads(const PersonId& person, const std::string& reference) const {
    const auto dossier = Dossiers(journal_, installation_).find(sought(person, reference), clock_.now());
    if (!dossier || !gate::allows(facts_of(*dossier, person), gate::Action::SeeReads))
        return tl::unexpected(not_found());
    return log_.of(reference);
}

}  // namespace app
