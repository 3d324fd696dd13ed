// The words that a scenario can use: those of its cast, of the policy it tries out, and of the engine.
#pragma once
#include "disagreement/action.h"
#include "rehearsal/scenario.h"

namespace rehearsal {

using Words = std::vector<std::string>;

/// Rules of duties that are the engine's own, and stand in no policy.
const Words& engine_rules();

/// What an action of a scenario can be about: the sort of thing, in words, and those there are.
struct Subjects {
    std::string sort;                        // "a form of this policy"
    Words known;
};

struct Vocabulary {
    Vocabulary(const Cast&, const policy::Pack& with_house_rules);

    /// Unset where it is about a number, such as that of an outstanding point.
    std::optional<Subjects> subjects(disagreement::Action) const;

    Words posts, agencies;                   // of the cast
    Words actions;                           // that people take; dates that pass are recorded by themselves
    Words stages, forms, meetings, roles, steps, dates, clauses;
    Words duty_rules;                        // of the policy, of the house and of the engine
    Words notice_rules;                      // and all duty rules: who newly owes a duty is told
    Words left_out;                          // answers that some notice leaves out
};

/// "did you mean 'x'?", else what there is.
std::string hint_among(const std::string& word, const Words& known);
/// For posts: of the nearest name, of the same agency, of the same key in another.
std::string hint_for_post(const std::string& word, const Words& posts);

bool is_among(const std::string& word, const Words& known);

}  // namespace rehearsal
