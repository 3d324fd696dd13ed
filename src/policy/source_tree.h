// Our own tree of values: what a pack's text says, each value with its line and column.
#pragma once
#include "base/finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace policy {

struct Entry;

/// One value as it was written. A scalar stays text: `yes` is "yes", `012` is "012", an empty
/// value is "". `yaml::parse` makes trees; no key stands twice in a map.
struct Node {
    enum class Kind { Map, List, Scalar };
    Kind kind = Kind::Scalar;
    std::string text;     // of a scalar
    bool quoted = false;  // the scalar stood in quotes, or was a block of text
    base::Place place;
    std::vector<Entry> entries;  // of a map, in the order of the text
    std::vector<Node> items;     // of a list

    /// Null where this is no map or has no such key.
    const Node* find(std::string_view key) const;
};

struct Entry {
    std::string key;
    base::Place place;  // of the key
    Node value;
};

}  // namespace policy
