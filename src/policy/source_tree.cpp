#include "policy/source_tree.h"

namespace policy {

const Node* Node::find(std::string_view key) const {
    for (const auto& entry : entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

}  // namespace policy
