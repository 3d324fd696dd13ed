// What somebody owes, and by when: a pure function of the history and the policy.
#pragma once
#include "calendar/edition.h"
#include "disagreement/state.h"
#include "policy/pack.h"

namespace disagreement {

enum class DutyState { Open, Done, DoneLate, Lapsed, Waived };

struct Duty {
    std::string id;                          // rule, "@", revision of the fact it follows from, and whose
    std::string rule;                        // key of the rule in the policy or the house
    policy::What what = policy::What::Settle;
    std::string title;
    PostId owner;
    Side side = Side::Raising;
    AgencyId agency = {};                    // the receiving agency it is about or by; empty: none in particular
    std::vector<PostId> or_by = {};          // others who may do it in the owner's place
    std::vector<PostId> to = {};             // who is told or served
    std::string to_words = {};
    Moment since;
    std::optional<calendar::Due> due = {};
    std::string undated = {};                // why there is no date: "set for the case", "none stated"
    std::optional<calendar::Due> nag = {};   // remind after this where there is no date
    policy::Source source;
    DutyState state = DutyState::Open;
    bool overdue = false;                    // open now, and past its date
    bool breached = false;                   // was late, whatever came after; what is only aimed at is not breached
    policy::Strength strength = policy::Strength::Must;
    policy::Silence silence = policy::Silence::Prompt;
    bool optional = false;
    bool holds_up_closing = false;
    std::string form = {};
    std::string meeting = {};
    std::string point = {};                  // Pursue: which outstanding point
    std::string role = {};                   // NameRole: which case role; else the one it waits for, still to be named
    std::string seat = {};                   // FindPost: "raising", or the receiving agency whose seat is empty
    std::optional<Moment> done_at = {};
    std::size_t ended = 0;                   // revision at which it was done or ended; 0: it has not
    std::vector<policy::Channel> channels = {};  // how it must be done; empty: any way
    std::string wording = {};                // what the policy wants said, word for word
    bool operator==(const Duty&) const = default;
};

using Duties = std::vector<Duty>;

/// All duties there have been, in the order in which they arose, judged at `now`. `pack` includes
/// the house rules (policy::with_house_rules).
Duties duties(const State&, const policy::Pack&, const calendar::Edition&, Moment now);

bool is_open(const Duty&);

/// It is for a role that nobody has been named for: until then nobody can do it.
bool awaits_role(const Duty&);

/// That its date has passed is an event: it is a breach, or something follows from it.
bool is_recorded_when_late(const Duty&);
const Duty* find_duty(const Duties&, const std::string& id);

/// Whose move it is: the side of the earliest open duty that is not optional.
enum class Move { Raising, Receiving, Partnership, Nobody };
Move whose_move(const Duties&);
std::string to_word(DutyState);
std::string to_word(Move);

}  // namespace disagreement
