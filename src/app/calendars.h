// Calendars at work: what a change would move, a new edition, and the decision to move what is under way.
#pragma once
#include "app/administration.h"
#include "app/landing.h"
#include "app/placing.h"

namespace app {

/// What becomes of a partnership's days, on top of what its calendar says now.
struct CalendarChange {
    std::string partnership;
    std::map<calendar::Date, std::string> closed = {};  // with why
    std::set<calendar::Date> reopened = {};
    std::map<std::string, std::set<calendar::Date>> meetings = {};  // by body: all its dates from now on

    bool empty() const { return closed.empty() && reopened.empty() && meetings.empty(); }
};

/// A new edition counts for what is raised from then on; open disagreements keep theirs until they are moved.
/// Dates of meetings are facts, and count for all at once.
class Calendars {
public:
    Calendars(Journal&, const Installation&, Administration&, const base::Clock&, store::Random&,
              const store::Digests&);

    /// The edition that the change makes; or what is wrong with it.
    Checked<calendar::Edition> edition_after(const CalendarChange&) const;
    /// Every open date that would move, were all moved to it; disagreements without one are left out. Without
    /// a change: what moving to the calendar in force now would move.
    Checked<std::vector<Placed>> preview(const CalendarChange&) const;
    /// Makes the new edition. Meetings move dates at once: whoever owes something by one is told.
    Checked<void> set(const CalendarChange&, const PersonId& by = {});
    /// Puts all that is under way under the calendar in force now, each with an event that says why, and tells
    /// those whose dates move. Those that were moved.
    Checked<std::vector<Placed>> move_open(const std::string& partnership, const std::string& why);

private:
    std::vector<Placed> by_meetings(const CalendarChange&) const;
    void tell_of_meetings(const std::vector<Placed>&);

    Journal& journal_;
    const Installation& installation_;
    Administration& administration_;
    const base::Clock& clock_;
    store::Random& random_;
    const store::Digests& digests_;
};

}  // namespace app
