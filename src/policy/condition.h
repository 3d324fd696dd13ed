// The one small expression of the language: all, any, not, at least N of, over named facts.
#pragma once
#include <string>
#include <vector>

namespace policy {

/// What a condition may ask about a disagreement. Each takes one word or several ("any of these").
enum class Ask {
    Standing,         // of the child now: child-protection-plan
    Subject,          // kind of subject: child, unborn
    Topic,            // one of the policy's topics
    Kind,             // one of the policy's kinds of issue
    Concern,          // what it is about: decision, practice, practitioner
    Origin,           // where it arose: conference-dissent
    RaiserKind,       // kind of the raiser's post
    RaisingSector,    // sector of the raising agency
    ReceivingSector,  // sector of any receiving agency
    Stage,            // the stage it stands at
    Reached,          // a stage it has been at, now or before
    Happened,         // a fact recorded since this stage opened: "discussed", "form-submitted:notice"
    Ever,             // a fact recorded at any time
    Branch,           // the branch chosen at this stage
    Danger,           // yes / no: immediate danger has been declared
    Settled,          // yes / no: every receiving agency is settled
    Answered,         // yes / no: every unsettled receiving agency has answered at this stage
    Formal,           // yes / no: the stage counts as an escalation
    LineEnds,         // raising / receiving / both: nobody further up that management line
    Agencies,         // one / several receiving agencies
    Priority,         // one of the policy's priorities, as it stands now
    Decision,         // the decision disputed
    Criterion,        // a criterion said to be met: any of these
    Against,          // other-agency / own-agency / own-manager / partnership
    ReceivingKind,    // kind of the post on any receiving side
    Route             // the ladder it is on
};

struct Condition {
    enum class Op { Is, All, Any, Not, AtLeast };
    Op op = Op::All;  // All of nothing: always true
    Ask ask = Ask::Standing;           // for Is
    std::vector<std::string> words = {};  // for Is: any of these
    int at_least = 0;                  // for AtLeast
    std::vector<Condition> parts = {};
    bool operator==(const Condition&) const = default;
};

}  // namespace policy
