#include "app/transact.h"

#include <algorithm>

#include "app/family_words.h"
#include "app/landing.h"
#include "app/open_answers.h"
#include "app/reference.h"
#include "app/relations.h"
#include "base/ensure.h"
#include "disagreement/stages.h"

namespace app {
namespace {

using disagreement::Action;
using disagreement::Actor;
using disagreement::Command;
using disagreement::Decision;

constexpr int attempts_max = 5;
constexpr std::size_t id_bytes_max = 200;

base::Refusal unknown_partnership() {
    return {"not_found", "there is no partnership of this name that you work with"};
}

std::optional<base::Refusal> find_fault(const Command& command) {
    const bool printable = std::ranges::all_of(command.id, [](char c) { return c > ' ' && c < 0x7F; });
    if (!command.id.empty() && command.id.size() <= id_bytes_max && printable) return std::nullopt;
    return base::Refusal{"command_id_malformed", "a command needs an id of 1 to 200 printable characters"};
}

bool wants_family_words(const Dossier& dossier, const Command& command) {
    if (command.action != Action::SubmitForm) return false;
    const auto* form = policy::find_form(*dossier.pack, command.answers.text("about"));
    return form && !form->child_details;
}

/// Whether a person may act here at all; which acts, is for the policy to say.
std::optional<base::Refusal> no_entry(const Dossier& dossier, const PersonId& person) {
    const auto facts = facts_of(dossier, person);
    if (!gate::allows(facts, gate::Action::SeeExistence)) return not_found();
    if (gate::allows(facts, gate::Action::Act)) return std::nullopt;
    return base::Refusal{"not_yours", "you can see this disagreement, and have no part in acting on it"};
}

base::Refusal mismatch(const char* rule) {
    return {rule, "somebody else acted on this disagreement meanwhile: look at it again first"};
}

}  // namespace

/// Whether words that name the family are looked for. Only what would be recorded is read for them: what is tried
/// out would tell, word by word, who the child is.
enum class Transact::Words { Unread, Read };

struct Transact::Asked {
    PersonId person;  // nobody: the worker
    std::string reference;
    const Command& command;
    std::optional<store::Revision> expected = {};
};

Transact::Transact(Journal& journal, const Installation& installation, const base::Clock& clock,
                   store::Random& random, const store::Digests& digests, Repeats& repeats)
    : journal_(journal),
      installation_(installation),
      clock_(clock),
      random_(random),
      digests_(digests),
      repeats_(repeats) {}

base::Result<Done> Transact::perform(const PersonId& person, const std::string& reference,
                                     const Command& command, std::optional<store::Revision> expected) {
    base::ensure(!person.get().empty(), "somebody acts");
    return until_landed({person, reference, command, expected});
}

/// Looked for in vain where they are excluded: it takes them as long as one that never was.
std::optional<Dossier> Transact::find(const PersonId& person, const std::string& reference) const {
    const bool excluded = installation_.now()->excluded_from(reference).contains(person);
    return Dossiers(journal_, installation_).find(excluded ? "" : reference, clock_.now());
}

Decision Transact::decided(const Dossier& dossier, const Command& sent, const Actor& actor, Words words) const {
    Command command = sent;
    if (command.action == Action::Link) {
        const auto other = find_to_link(dossier, actor.person, command.answers.text("reference"));
        if (!other) return tl::unexpected(other.error());
        command.answers.set("reference", *other);
    }
    auto setting = dossier.setting();
    const auto& answers = command.answers;
    const auto fields = disagreement::fields_of(command.action, dossier.state, setting, answers.text("about"));
    if (words == Words::Read && (wants_family_words(dossier, command) || has_open_words(fields, answers))) {
        setting.family_words = family_words(journal_, dossier);
        for (auto& word : identity_in(fields, answers)) setting.family_words.push_back(std::move(word));
    }
    auto events = disagreement::decide(dossier.state, command, setting, actor);
    if (!events) return events;
    if (auto leak = find_leak(fields, answers, setting.family_words)) return tl::unexpected(std::move(*leak));
    // A correction's value stands in the open where it is a word of the policy.
    if (command.action != Action::Correct) ensure_sealed(fields, *events);
    return events;
}

/// As its reference is kept. One that this person may not know of is refused like one that never was.
base::Result<std::string> Transact::find_to_link(const Dossier& dossier, const PersonId& person, const std::string& typed) const {
    const auto reference = parse_reference(typed);
    const auto other = reference ? find(person, *reference) : std::nullopt;
    if (!other || !gate::allows(facts_of(*other, person), gate::Action::SeeExistence))
        return tl::unexpected(base::Refusal{"reference_unknown", "Enter the reference of a disagreement that you can see", {}, "reference"});
    if (*reference == dossier.reference)
        return tl::unexpected(base::Refusal{"links_itself", "Enter the reference of another disagreement: this one is " + *reference, {}, "reference"});
    return *reference;
}

std::optional<base::Refusal> Transact::refuses(const PersonId& person, const std::string& reference, const Command& command) const {
    if (const auto fault = find_fault(command)) return fault;
    const auto dossier = find(person, reference);
    if (!dossier) return not_found();
    if (const auto no = no_entry(*dossier, person)) return no;
    const auto events = decided(*dossier, command, actor_in(*dossier, person, command.acting_for), Words::Unread);
    return events ? std::nullopt : std::optional(events.error());
}

base::Result<Done> Transact::record(const std::string& reference, const Command& command) {
    return until_landed({{}, reference, command});
}

base::Result<Done> Transact::until_landed(const Asked& asked) {
    if (const auto fault = find_fault(asked.command)) return tl::unexpected(*fault);
    Landing landing(journal_, digests_);
    for (int attempt = 0; attempt < attempts_max; ++attempt) {
        const auto dossier = find(asked.person, asked.reference);
        if (!dossier) return tl::unexpected(not_found());
        const bool worker = asked.person.get().empty();
        if (!worker) {
            if (const auto no = no_entry(*dossier, asked.person)) return tl::unexpected(*no);
        }
        const auto revision = static_cast<std::int64_t>(disagreement::revision(dossier->state));
        if (asked.expected && asked.expected->get() != revision)
            return again_or(asked, mismatch("revision_mismatch"));

        Actor actor;
        actor.system = true;
        if (!worker) actor = actor_in(*dossier, asked.person, asked.command.acting_for);
        const auto events = decided(*dossier, asked.command, actor, Words::Read);
        if (!events) return again_or(asked, events.error());
        const auto ordered = landing.ordered(asked.person, asked.reference, asked.command);
        if (auto done = landing.land(*dossier, ordered, *events)) return *done;
        if (asked.expected) return tl::unexpected(mismatch("race_lost"));
    }
    return tl::unexpected(mismatch("race_lost"));
}

/// A command that landed before is done, whatever would be said to it today.
base::Result<Done> Transact::again_or(const Asked& asked, base::Refusal refusal) {
    Landing landing(journal_, digests_);
    const auto ordered = landing.ordered(asked.person, asked.reference, asked.command);
    if (auto done = landing.find_landed(streams::disagreement(asked.reference), ordered)) return *done;
    return tl::unexpected(std::move(refusal));
}

base::Result<Done> Transact::raise(const PersonId& person, const std::string& key, const Command& command) {
    if (const auto fault = find_fault(command)) return tl::unexpected(*fault);
    base::ensure(command.action == Action::Raise, "raising is the command raise");
    Dossier dossier = unraised(key);
    dossier.reference = new_reference(random_);
    if (!dossier.partnership) return tl::unexpected(unknown_partnership());
    const Actor actor = actor_in(*dossier.known, *dossier.partnership, person, dossier.today(),
                                 disagreement::raising_from(command));
    if (actor.posts.empty()) return tl::unexpected(unknown_partnership());

    Landing landing(journal_, digests_);
    const auto ordered = landing.ordered(person, key, command);
    auto events = decided(dossier, command, actor, Words::Read);
    if (!events) {
        if (auto done = landing.find_landed(streams::disagreement(dossier.reference), ordered)) return *done;
        return tl::unexpected(events.error());
    }
    events->front().open.set(partnership_answer, key);
    const auto done = landing.land(dossier, ordered, *events);
    base::ensure(done.has_value(), "nobody else writes to a new reference");
    if (*done) {
        // Also where it is a repeat: the first time may have stopped short of this.
        repeats_.remember(key, (*done)->reference, command.answers.text("child_name"),
                          command.answers.text("child_dob"));
    }
    return *done;
}

/// What a raising is weighed in; without a partnership where there is none of that key.
Dossier Transact::unraised(const std::string& key) const {
    Dossier dossier{.reference = {}, .known = installation_.now(), .now = clock_.now()};
    dossier.partnership = dossier.known->find_partnership(key);
    if (!dossier.partnership) return dossier;
    dossier.pack = &dossier.partnership->pack();
    dossier.calendar = policy::with_hours_of(*dossier.pack, dossier.partnership->calendar_at(dossier.now));
    return dossier;
}

std::optional<base::Refusal> Transact::not_yet(const std::string& key) const {
    const Dossier dossier = unraised(key);
    if (!dossier.partnership) return unknown_partnership();
    return disagreement::before_its_policy(dossier.setting(), dossier.now);
}

base::Result<std::vector<policy::Field>> Transact::questions(const PersonId& person,
                                                             const std::string& key) const {
    const Dossier dossier = unraised(key);
    if (!dossier.partnership) return tl::unexpected(unknown_partnership());
    if (actor_in(*dossier.known, *dossier.partnership, person, dossier.today()).posts.empty())
        return tl::unexpected(unknown_partnership());
    return disagreement::fields_of(Action::Raise, {}, dossier.setting());
}

base::Result<std::vector<policy::Field>> Transact::seats(const PersonId& person, const std::string& key,
                                                         const Command& command) const {
    const Dossier dossier = unraised(key);
    if (!dossier.partnership) return tl::unexpected(unknown_partnership());
    const Actor actor = actor_in(*dossier.known, *dossier.partnership, person, dossier.today(),
                                 disagreement::raising_from(command));
    if (actor.posts.empty()) return tl::unexpected(unknown_partnership());
    return disagreement::seats_on_raising(command, dossier.setting(), actor);
}

}  // namespace app
