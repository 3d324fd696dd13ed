// What somebody still writes, a disagreement to raise or something to do in one: kept sealed for them, and
// for whom they ask to look at what they want to raise. Nothing has happened yet, so none of it is in the ledger.
#pragma once
#include <mutex>
#include <set>

#include "app/installation.h"
#include "app/kept_forms.h"
#include "app/reads_log.h"

namespace app {

/// Somebody was asked to look at a draft before it is raised.
struct Look {
    std::string id;
    PersonId whom;
    base::Moment asked_at;
    std::string comment = {};  // empty: none yet
};

/// What is going to be done in a disagreement, and for whom.
struct DraftedAct {
    std::string reference;
    std::string action;       // its word: "submit_form"
    std::string about = {};   // the form, duty or agency it is about
    PostId on_behalf = {};    // of whom it is entered, where of somebody else
    std::string title = {};   // as it was offered
    /// Of one and the same act somebody has one draft.
    bool is_same(const DraftedAct& other) const {
        return reference == other.reference && action == other.action && about == other.about &&
               on_behalf == other.on_behalf;
    }
};

struct KeptDraft {
    std::string id;  // of the command that it will be: sending it twice is one effect
    std::string partnership;
    Typed fields;
    base::Moment saved_at;
    base::Moment expires_at;
    std::vector<Look> looks = {};
    std::optional<DraftedAct> act = {};  // none: it is to be raised
};

/// What is saved. Under an id that is kept already, or of the same act, it takes the place of what was there: of all
/// of it, or of what was typed into the boxes of one page.
struct DraftToSave {
    std::string id;
    std::string partnership;
    Typed fields;
    std::optional<DraftedAct> act = {};
    std::optional<std::set<std::string>> boxes = {};
};

enum class NoDraft { Unknown, Expired, ThrownAway, Raised };

/// A draft as it is shown to whoever was asked to look at it.
struct ShownDraft {
    PersonId owner;
    KeptDraft draft;  // with this look alone
};

struct DraftsGround {
    const Journal& journal;
    const Installation& installation;
    store::Drawers& drawers;
    store::Random& random;
    const store::Boxes& boxes;
    ReadsLog& reads;
    const base::Clock& clock;
};

/// For 28 days from the last time they were saved. Everything is asked for in the name of somebody: whose
/// it is not, and who was not asked, hears what is heard of a draft that never was; so does who may no longer
/// know of the disagreement that theirs is about. Safe to use from many
/// threads.
class Drafts {
public:
    explicit Drafts(const DraftsGround&);

    /// Where there are as many as there may be, the oldest raising that nobody went on with gives way to a new draft.
    /// Refused: "too_many_drafts"; "draft_gone" where what is to be raised ran out, was thrown away or raised
    /// meanwhile; "not_found" where the person does not work in the partnership, or may not know of the disagreement.
    base::Result<KeptDraft> save(const PersonId&, const DraftToSave&);
    tl::expected<KeptDraft, NoDraft> find(const PersonId&, const std::string& id) const;
    /// The last saved first.
    std::vector<KeptDraft> list(const PersonId&) const;
    /// Thrown away: it is gone, for those who were asked as well.
    bool forget(const PersonId&, const std::string& id);
    /// Gone as well, and for some time it is known what became of it.
    void remember_raised(const PersonId&, const std::string& id, const std::string& reference);
    /// The disagreement that a draft became, where its owner may know of it; else empty.
    std::string raised_as(const PersonId&, const std::string& id) const;

    /// What this person has begun to write of that act.
    std::optional<KeptDraft> find_act(const PersonId&, const DraftedAct&) const;
    /// The same of all acts in one disagreement, the last saved first.
    std::vector<KeptDraft> list_acts(const PersonId&, const std::string& reference) const;
    /// It has been done.
    void forget_act(const PersonId&, const DraftedAct&);

    /// Holders and deputies of the posts above their own in their own agency, and who leads safeguarding
    /// there; nobody who acts for the other side that the draft names. Of what is to be raised alone.
    std::vector<PersonId> who_may_look(const PersonId&, const KeptDraft&) const;
    /// Refused: "not_found", "may_not_look". Asking the same person again changes nothing.
    base::Result<Look> ask(const PersonId&, const std::string& id, const PersonId& whom);
    bool take_back(const PersonId&, const std::string& id, const std::string& look);

    /// What waits for a look of this person; without what was typed.
    std::vector<ShownDraft> asked_of(const PersonId&) const;
    /// Grows with whatever is saved, asked, said or thrown away, by anybody, before that call returns.
    std::uint64_t changes() const { return drafts_.changes() + looks_.changes() + traces_.changes(); }

    /// Noted in the log of reads, under the id of the draft.
    std::optional<ShownDraft> look_at(const PersonId&, const std::string& look);
    /// Refused: "not_found", "answer_missing".
    base::Result<Look> comment(const PersonId&, const std::string& look, const std::string& words);

private:
    KeptDraft draft_in(const OpenedSlip&) const;
    std::optional<KeptDraft> find_kept(const PersonId&, const std::string& id) const;
    std::vector<KeptDraft> all_of(const PersonId&) const;
    bool may_write(const PersonId&, const DraftToSave&) const;
    bool may_know(const PersonId&, const std::string& reference) const;
    void erase(const PersonId&, const KeptDraft&);
    void throw_away(const PersonId&, const KeptDraft&);
    std::optional<ShownDraft> find_shown(const PersonId&, const OpenedSlip&) const;
    bool make_room(const PersonId&, const std::string& partnership);
    void put(const PersonId&, const KeptDraft&);
    void put_look(const PersonId& owner, const KeptDraft&, const Look&);

    const Journal& journal_;
    const Installation& installation_;
    store::Random& random_;
    ReadsLog& reads_;
    const base::Clock& clock_;
    SealedSlips drafts_;
    SealedSlips looks_;   // of whom they were asked
    SealedSlips traces_;  // that there was a draft and what became of it, for some time after
    std::mutex writing_;
};

}  // namespace app
