// From the text of a pack to the typed pack: strict, every finding at once, each with its place.
#pragma once
#include "base/finding.h"
#include "policy/pack.h"
#include "policy/source_tree.h"

#include <map>
#include <string>
#include <tl/expected.hpp>

namespace policy {

/// Where each part of a pack stands in its text, by path: "/stages/2/duties/0/within", counted
/// from 0 in the order of the pack; "" is the whole.
using Places = std::map<std::string, base::Place>;

struct Loaded {
    Pack pack;
    Places places;
};

/// Refused as a whole where anything is unknown, missing, doubled or of the wrong kind. What is
/// said is not yet known to make sense: that is for `check`. House rules are not added here.
tl::expected<Loaded, base::Findings> load(const Node& root);

}  // namespace policy
