// What is wrong with data somebody gave us, all of it at once.
#pragma once
#include <string>
#include <vector>

namespace base {

/// A place in a text: lines and columns count from 1; 0 means "the whole of it".
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    bool operator==(const Place&) const = default;
};

/// One thing wrong: where, what in plain words, and what to do about it where that can be told.
struct Finding {
    Place where;
    std::string what;
    std::string hint;
    std::string clause;  // of the policy, where the finding concerns one
    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// "packs/x.yaml:12:5: unknown key 'stgaes' (did you mean 'stages'?)"
std::string to_text(const Finding&);

}  // namespace base
