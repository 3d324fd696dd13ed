// Lists: one's own work, and the pseudonymous register of a partnership.
#pragma once
#include "app/posts.h"
#include "app/relations.h"

namespace app {

/// After the row last seen; both empty: from the beginning.
struct Cursor {
    std::string sort = {};
    std::string key = {};
    bool operator==(const Cursor&) const = default;
};

/// What a list is narrowed down to; what is empty does not narrow it.
struct Filter {
    std::string partnership = {};  // a key
    std::string stage = {};        // a label
    std::string topic = {};        // a key of the policy
    PostId post = {};              // whose rows
    bool overdue = false;          // what is owed since before now, and nothing else
    bool operator==(const Filter&) const = default;
};

struct Page {
    std::optional<Cursor> after = {};
    std::size_t limit = 50;  // at most 200
    Filter only = {};
};

struct Row {
    std::string reference;
    std::string partnership;
    std::string topic;  // a key of the policy
    std::string stage;  // its label
    disagreement::Phase phase = disagreement::Phase::Open;
    std::string move;  // raising, receiving, partnership, nobody
    AgencyId raising;
    std::vector<AgencyId> receiving;
    base::Moment opened;
    std::optional<base::Moment> due = {};  // of the duty, or the next one of the disagreement
    std::optional<calendar::Due> counted = {};  // the same with the days that explain it; not in the register
    std::optional<base::Moment> remind = {};    // where there is no date: when it is brought to mind
    std::optional<base::Moment> ended = {};
    PostId post = {};       // whose row it is; empty in the register
    std::string duty = {};  // id of the duty, in rows of work
    std::string rule = {};
    std::string what = {};  // its title in the policy; where it waits for others, of the duty that is next
    PostId owed_by = {};    // whose that duty is; empty in rows of work
    bool optional = false;  // may be left undone, and is never late
    bool overdue = false;
    bool danger = false;       // a child was said to be in immediate danger
    std::string settled = {};  // the label of the stage where the last of it was settled; empty: it was not
    bool operator==(const Row&) const = default;
};

struct Listed {
    std::vector<Row> rows;
    std::optional<Cursor> next = {};  // where there is more
};

/// YourMove: what has to be done; MayDo: what may be left undone. Raised: by the post that somebody holds. Where a child
/// is in danger comes first, then live ones by their next date, then those that have ended.
enum class Part { YourMove, MayDo, TheirMove, Ended, Raised };

class Lists {
public:
    Lists(const Journal&, const Installation&, const base::Clock&);

    /// Of the posts they hold or deputise in, and of those that nobody else can act for and that fall to
    /// them: up the line, in the end to the partnership's business manager.
    Listed work(const PersonId&, Part, const Page&) const;
    /// Of the posts below theirs, as far as they need to know.
    Listed staff_work(const PersonId&, Part, const Page&) const;

    /// The posts whose rows these are, in order; those without any are left out.
    std::vector<PostId> posts_with_work(const PersonId&, Part) const;
    std::vector<PostId> posts_with_staff_work(const PersonId&, Part) const;

    /// "not_found" for whoever has no need to know.
    base::Result<Listed> partnership_register(const PersonId&, const std::string& partnership,
                                              const Page&) const;

private:
    struct Shelf;
    struct Wanted;
    std::vector<Wanted> own(const Snapshot&, const PersonId&) const;
    std::vector<Wanted> of_staff(const Snapshot&, const PersonId&) const;
    std::vector<PostId> posts_among(const Snapshot&, const PersonId&, Part, const std::vector<Wanted>&) const;
    void add_excluded(const Snapshot&, const PersonId&, calendar::Date today, std::vector<Wanted>&) const;
    void add_abandoned(const Snapshot&, const Capacities&, calendar::Date today, std::vector<Wanted>&) const;
    bool may_see_row(const PersonId&, const std::string& reference) const;
    bool is_for(const Snapshot&, const PersonId&, const Shelf&, const Wanted&, const store::ViewRow&) const;
    void collect(const Snapshot&, const PersonId&, const Shelf&, const Wanted&, store::RowQuery,
                 std::vector<store::ViewRow>&) const;
    store::RowQuery query_of(const std::string& view, const Wanted&, const Filter&) const;
    Listed list(const Snapshot&, const PersonId&, const Shelf&, const std::vector<Wanted>&, const Page&) const;

    const Journal& journal_;
    const Installation& installation_;
    const base::Clock& clock_;
};

}  // namespace app
