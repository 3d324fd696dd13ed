// Who may see and do what with a disagreement: rules as data over plain facts, deny by default.
#pragma once
#include <set>
#include <span>
#include <string_view>
#include <tl/expected.hpp>

// POSIX has a function called `access`, so the namespace of this room is `gate`.
namespace gate {

/// How a person stands to a disagreement (or, for the last two, to the installation). Each holds from
/// the moment they were involved.
enum class Relation {
    Raiser,            // holds the post that raised it
    RaisingSide,       // holds a post that acts or acted for the raising side
    ReceivingSide,     // holds a post that acts or acted for a receiving side
    ManagerOfSide,     // holds a post further up a side's management line, or leads its agency's safeguarding
    CaseRole,          // named for it, or owes or is told something
    MeetingMember,     // one of a meeting or panel, from convening on
    BusinessManager,   // of the partnership
    PartnershipChair,  // chair or executive of the partnership
    DataGuardian,
    Administrator,
    None
};

enum class Action {
    SeeExistence,
    SeeRegisterRow,
    SeeOpen,       // stage, dates, duties, who acts
    SeeNarrative,  // what people wrote
    SeeIdentity,   // who the child and family are
    SeeCorrected,  // values that a correction has replaced
    Act,           // which acts, is for the policy to say
    SeeReads,
    Release,  // open identity for oneself, with a reason
    SetExclusion,
    ManageDirectory,
    ManagePeople
};

/// What a rule may depend on besides the relation.
enum class When { Always, OnceReleased, WhileUnderWay };

struct Rule {
    Relation relation;
    Action action;
    When when;
    std::string_view why;
};

/// Everything there is; what no rule allows is denied.
std::span<const Rule> rules();

struct Facts {
    bool excluded = false;  // from this disagreement
    std::set<Relation> relations = {};
    bool under_way = true;           // open or settled; not closed, withdrawn or handed over
    bool identity_released = false;  // to this person, for this disagreement
};

struct Allowed {
    Relation relation;  // the one that allows it
    std::string_view why;
};

struct Denied {
    std::string_view why;
};

/// Exclusion beats every relation.
tl::expected<Allowed, Denied> decide(const Facts&, Action);

inline bool allows(const Facts& facts, Action action) {
    return decide(facts, action).has_value();
}

}  // namespace gate
