// What a person gets to see of one disagreement: as far as the gate lets, and no further.
#pragma once
#include "app/reads_log.h"
#include "app/relations.h"
#include "disagreement/situation.h"

namespace app {

struct Text {
    enum class Shown { Plain, Masked, Withheld, NotForYou };
    std::string name;
    policy::Privacy privacy = policy::Privacy::Narrative;
    Shown shown = Shown::NotForYou;  // Masked: a release would open it; Withheld: its key is gone
    std::string words = {};          // with Plain
    std::optional<std::size_t> corrected_by = {};  // revision of the correction that the words came with
    std::string before = {};                       // what stood there, for the data guardian only
    bool operator==(const Text&) const = default;
};

struct Entry {
    std::size_t revision;       // counts from 1
    disagreement::Event event;  // sealed answers without what they say: see `texts`
    std::vector<Text> texts;
    std::vector<std::string> corrected;  // names of open answers that stand corrected
};

struct View {
    Dossier dossier;  // state and duties; its texts stay sealed
    std::vector<Entry> timeline;            // in order of their revisions; a link that may not be known is left out
    disagreement::Actor actor;              // this person, with the posts they act for
    disagreement::Permissions permissions;  // of this person
    gate::Facts facts;
    Read read;                              // as it was noted

    const Entry* find_entry(std::size_t revision) const;
    const Text* find_text(std::size_t revision, const std::string& name) const;
    store::Revision revision() const;
};

struct ReadingGround {
    Journal& journal;
    const Installation& installation;
    ReadsLog& log;
    const store::Digests& digests;
    const base::Clock& clock;
};

class Reading {
public:
    explicit Reading(const ReadingGround&);

    /// Each one is noted in the log of reads. "not_found" for whoever may not know.
    base::Result<View> open_disagreement(const PersonId&, const std::string& reference,
                                         disagreement::Questions = disagreement::Questions::Listed);
    /// The same as it stood at an earlier revision: what whoever brought it there was told.
    base::Result<View> open_as_of(const PersonId&, const std::string& reference, store::Revision);

    /// Of the ledger and its keys: see store::EventStore.
    std::uint64_t changes() const { return journal_.store().changes(); }
    /// What has been shown is shown again: noted once more, as of now.
    void note_again(Read);

    /// Opens identity for the person who asks, for this disagreement, from now on. On record before
    /// this returns. Refusals: "not_found", "not_yours", "reason_missing" (field "reason"), "command_reused".
    base::Result<store::Appended> release_identity(const PersonId&, const std::string& reference,
                                                   const std::string& reason, const std::string& command_id);

    /// For the data guardian.
    base::Result<std::vector<Read>> reads(const PersonId&, const std::string& reference) const;

private:
    std::string sought(const PersonId&, const std::string& reference) const;
    base::Result<View> open(const PersonId&, std::optional<Dossier>, disagreement::Questions);

    Journal& journal_;
    const Installation& installation_;
    ReadsLog& log_;
    const store::Digests& digests_;
    const base::Clock& clock_;
};

}  // namespace app
