// What differs between two editions of a policy, rule by rule and in sentences.
#pragma once
#include <string>
#include <vector>

#include "policy/pack.h"

namespace policy {

struct Difference {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    std::string what;    // the kind of thing: "stage", "duty", "reading"
    std::string key;     // where it stands: "stage-1/respond"
    std::string says;    // "Stage 1: by when was 'within 5 working days', is now 'within 3 working days'"
    std::string clause;  // of the rule as it is now; of a removed one, as it was
    bool operator==(const Difference&) const = default;
};

/// In the order of the later pack, then what it has no longer. Empty exactly where both say the same.
std::vector<Difference> differences(const Pack& before, const Pack& after);

}  // namespace policy
