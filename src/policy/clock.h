// Where a rule comes from, and how long somebody has: what every rule of a policy is made of.
#pragma once
#include "calendar/limit.h"
#include "policy/condition.h"
#include "policy/fact.h"

#include <optional>
#include <string>
#include <vector>

namespace policy {

/// Where a rule comes from: a clause of the source, or our reading of it, or both. The word
/// "house" as a clause means a rule of the product that applies to every policy.
struct Source {
    std::string clause = {};
    std::string reading = {};
    bool operator==(const Source&) const = default;
};

enum class Strength { Must, Aim, Indicative };
enum class Silence { Prompt, Consider, NextStage };

/// Another limit in place of a clock's own, where this holds: an urgent track.
struct ClockCase {
    Condition when;
    calendar::Limit limit;
    std::optional<calendar::Convention> convention = {};
    Source source = {};
    bool operator==(const ClockCase&) const = default;
};

struct Clock {
    calendar::Limit limit;                        // "5 working days", "set for the case", "none stated"
    std::optional<calendar::Convention> convention = {};  // else the pack's
    std::vector<Fact> from = {};                  // the facts it starts at; empty: the rule's own
    bool from_last = false;                       // of several: not before all have happened
    std::string from_date = {};                   // or a named date it starts at
    std::vector<ClockCase> cases = {};            // the first that holds
    std::vector<std::string> no_later_than = {};  // named dates: the earliest counts, where sooner
    calendar::Limit same_as = {};                 // what the policy declares to be as long
    Strength strength = Strength::Must;
    Silence silence = Silence::Prompt;
    bool operator==(const Clock&) const = default;
};

/// How something the policy asks for must be done.
enum class Channel { FaceToFace, Telephone, Writing, Letter };

}  // namespace policy
