// What is known of a disagreement: its history, and the little that follows from it at once.
#pragma once
#include "calendar/edition.h"
#include "disagreement/event.h"

#include <map>
#include <set>

namespace disagreement {

enum class Phase { None, Open, Settled, Closed, Withdrawn, HandedOver };

/// The post that acts for one side at one stage, and how it came to be that one.
struct Seat {
    PostId post = {};
    std::string why = {};
    bool stand_in = false;                   // nobody fills the tier: this post owes finding somebody
    std::optional<PostId> above = {};        // whom it reported to when the stage opened
    bool operator==(const Seat&) const = default;
};

/// One stay at one stage. Going up the line is a new stay at the same stage.
struct Visit {
    std::string stage;
    Moment opened;
    Moment recorded;
    std::size_t first = 0;                   // index in the history of the event that opened it
    Seat raising;
    std::map<AgencyId, Seat> receiving;      // the agencies not settled when it opened
    std::string branch = {};
    std::optional<calendar::Date> target = {};
    bool left = false;
    bool operator==(const Visit&) const = default;
};

/// What has been proposed to settle it with one agency, and who is satisfied so far.
struct Proposal {
    std::size_t event = 0;
    std::set<std::string> satisfied;         // words of policy::Who: "raising", "receiving", "role:chair"
    bool differs = false;                    // to close it without agreement
    bool operator==(const Proposal&) const = default;
};

struct Party {
    AgencyId agency;
    std::string sector;
    PostId practitioner;                     // who raised it, or whose decision it is
    std::string profession;                  // kind of that post
    bool settled = false;
    std::optional<Proposal> proposal = {};
    std::map<std::string, PostId> posts = {};  // its posts that the policy speaks of, by kind, when it was raised
    bool operator==(const Party&) const = default;
};

/// Still to be pursued after an outcome: by whom, by when.
struct Point {
    std::string key;                         // its number, as text
    std::size_t event = 0;                   // where it was added; the words are sealed there
    PostId owner;
    calendar::Date by;
    std::optional<calendar::Date> first_by = {};  // where it has been planned anew: the first date
    std::optional<Moment> settled_at = {};
    bool operator==(const Point&) const = default;
};

struct Recorded {
    Event event;
    int visit = -1;                          // index of the stay it belongs to; -1 before the first
    bool operator==(const Recorded&) const = default;
};

struct State {
    Phase phase = Phase::None;
    std::string policy;
    std::string edition;
    Moment calendar_since;                   // its calendar is the one in force then
    Party raising;
    PersonId raiser;
    std::vector<Party> receiving;
    std::vector<Visit> visits;
    std::vector<Recorded> history;
    std::map<std::string, PostId> roles;     // case roles named so far
    std::map<std::string, PostId> offices;   // the partnership's posts by kind, as they were when raised
    std::vector<Point> points;
    std::vector<std::pair<PostId, PostId>> reassigned;
    std::string standing, topic, kind, subject, concern, origin;
    std::string route, disputed, against;    // ladder; decision disputed; word of policy::Ask::Against
    std::string priority;                    // as it stands now; empty: none said
    std::vector<std::string> criteria;       // said to be met
    std::map<std::string, std::string> dates;  // named dates that people set: "2026-11-19", or local with time
    bool danger = false;
    bool course_recorded = false;
    bool operator==(const State&) const = default;
};

/// The past is not argued with: no checks, no clock, no failure.
State evolve(State, Event);
State replay(Events);

/// How many events it has; its ETag.
inline std::size_t revision(const State& state) { return state.history.size(); }

/// The stay that is under way; null before the first and after the last has been left.
const Visit* find_visit(const State&);
/// The latest stay, left or not; null before the first.
const Visit* find_last_visit(const State&);
const Party* find_party(const State&, const AgencyId&);
bool all_settled(const State&);
std::string to_word(Phase);
std::string to_word(Side);

}  // namespace disagreement
