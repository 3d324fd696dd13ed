// What lists show of one disagreement: a pure projection, without a field that could hold identity.
#pragma once
#include "app/dossier.h"
#include "json/json.h"

namespace app {

/// Views and who owns their rows. Bodies are JSON objects of codes and dates, never of free text.
///   register  partnership  one row: live ones by next date, then those that ended
///   raised    post         one row for whoever raised it, in the same order
///   work      post         one row for each open duty, for its owner and whoever else may do it, the earliest first
///   waiting   post         one row for each post involved that owes nothing now, by next date
///   ended     post         one row for each post that was involved, latest first
///   due       "due"        one row for each open dated duty of which it is to be recorded that its date has passed, the earliest first
/// In the first four, what is live and where a child is in danger comes before the rest.
std::vector<store::ViewRow> project(const std::string& reference, const disagreement::State&,
                                    const disagreement::Duties&, const policy::Pack&,
                                    const std::string& partnership);

/// Of rows: "2026-12-04T23:59:59Z", or this where there is no date.
inline const std::string no_date = "9999-12-31T23:59:59Z";

/// A part of a view as its rows are sorted: from `from` on, up to `until`, which is no longer in it. Empty: without a bound.
struct Stretch {
    std::string from = {};
    std::string until = {};
};

/// Of "work".
Stretch must_be_done();
Stretch may_be_done();
/// What is owed since before `now`, and may not be left undone: of any view but "ended".
std::vector<Stretch> overdue(const std::string& view, base::Moment now);

}  // namespace app
