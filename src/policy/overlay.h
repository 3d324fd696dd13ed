// One policy laid over another: a consortium's text with a partnership's changes, or a school's adoption.
#pragma once
#include "base/finding.h"
#include "policy/load.h"
#include "policy/source_tree.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace policy {

/// What `extends:` of a pack names; empty for one that stands by itself.
std::string extended_by(const Node& root);

/// The tree of `overlay` laid over that of the policy it extends, and what came of each part. Maps are
/// merged, lists of entries with keys too: an entry of the same key changes the one below, a new one
/// is added (behind the entry that its `after` names), what `leave_out` names is dropped
/// ("stages.panel", "stages.talk.duties.copy"). Anything else is replaced.
struct LaidOver {
    Node root;
    std::vector<Change> changes;
    base::Findings findings = {};  // parts left out that are not there, entries behind what is not there
};
tl::expected<LaidOver, base::Findings> lay_over(const Node& base, const Node& overlay);

/// So many texts can lie over one another at most, the lowest among them.
inline constexpr std::size_t layers_max = 5;

/// A pack from its texts: the first stands by itself, each that follows is laid over those before. Without
/// a check, as what was adopted is read again for ever.
tl::expected<Loaded, base::Findings> load_layers(const std::vector<Node>& layers);

/// The same, refused with everything that is wrong with it; what breaks because a layer leaves a part out is
/// told where that layer leaves it out.
tl::expected<Loaded, base::Findings> load_checked(const std::vector<Node>& layers);

}  // namespace policy
