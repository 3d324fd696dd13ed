// The table of actions: what each records, who may do it, and in which phases.
#pragma once
#include "disagreement/action.h"

#include <string_view>

namespace disagreement {

/// Whose posts may act. `Policy` means that a rule of the policy names them.
enum class By { System, Raiser, Seats, ReceivingSeat, RaisingSide, EitherSide, Involved, Keeper, Owner, Policy };

struct ActionRule {
    Action action;
    std::string_view word;
    std::string_view title;
    std::string_view done;                   // said to whoever has done it
    Happening records;
    By by;
    std::string_view phases;                 // letters: none yet, open, settled, closed, withdrawn, handed over
};

const ActionRule& rule_of(Action);
char letter(Phase);

}  // namespace disagreement
