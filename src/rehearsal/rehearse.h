// Carries a scenario out against the engine, under its own clock, and says where it went otherwise.
#pragma once
#include "disagreement/action.h"
#include "disagreement/telling.h"
#include "rehearsal/scenario.h"

namespace rehearsal {

enum class Restart { Never, EveryStep };

/// A step, or a date that passed between two steps.
struct StepLog {
    std::string heading;                     // "2026-11-19 10:00 school.teacher raise"
    std::vector<std::string> events = {};    // what was recorded, without words of people
    std::string refusal = {};
    std::vector<disagreement::Telling> told = {};
    disagreement::Duties duties = {};        // of a step: those open afterwards, and those it ended
    std::string whose = {};                  // the post whose permissions follow; empty: of nobody
    disagreement::Permissions permissions = {};
};

struct Rehearsal {
    base::Findings failures;                 // empty: all went as it should
    std::vector<StepLog> log;
    disagreement::Events events;
};

/// The engine as the pack tells it. Nothing is played of a scenario that cannot be true or false
/// (check_scenario). With `EveryStep` the state is made anew from its history after each step and
/// must be the same; at every step something is owed by somebody.
Rehearsal rehearse(const Scenario&, const Cast&, const policy::Pack& with_house_rules, Restart = Restart::Never);

}  // namespace rehearsal
