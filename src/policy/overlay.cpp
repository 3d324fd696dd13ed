#include "policy/overlay.h"

#include "base/text.h"

#include <algorithm>

namespace policy {
namespace {

using Kind = Node::Kind;

/// How the entries of a list are told apart: by key, and by name or code where they have none.
std::string key_of(const Node& node) {
    for (const auto* name : {"key", "name", "code"}) {
        const auto* key = node.kind == Kind::Map ? node.find(name) : nullptr;
        if (key && key->kind == Kind::Scalar) return key->text;
    }
    return {};
}

bool has_keys(const Node& list) {
    const auto keyed = [](const Node& item) { return !key_of(item).empty(); };
    return list.kind == Kind::List && !list.items.empty() && std::ranges::all_of(list.items, keyed);
}

class Layer {
public:
    LaidOver over(const Node& base, const Node& overlay) {
        Node root = base;
        if (const auto* list = overlay.find("leave_out")) leave_out(root, *list);
        merge_map(root, overlay, {});
        return {std::move(root), std::move(changes_), std::move(findings_)};
    }

private:
    void leave_out(Node& root, const Node& list) {
        for (const auto& item : list.items) {
            if (item.kind != Kind::Scalar) continue;  // the loader says what is wrong with it
            if (drop(root, base::split(item.text, '.'))) {
                changes_.push_back({item.text, Change::Kind::LeftOut});
                continue;
            }
            findings_.push_back({item.place, "'" + item.text + "' is no part of the policy it is laid over",
                                "name it as in stages.panel or stages.talk.duties.copy", {}});
        }
    }

    /// Clauses are named with spaces and dots: what is left of the path may be one name.
    static bool drop(Node& node, const std::vector<std::string>& path) {
        if (path.empty()) return false;
        if (node.kind == Kind::List) {
            if (path.front().empty()) return false;  // it would name whatever has no name
            const auto found = std::ranges::find(node.items, path.front(), key_of);
            if (found == node.items.end()) return false;
            if (path.size() > 1) return drop(*found, {path.begin() + 1, path.end()});
            node.items.erase(found);
            return true;
        }
        const auto whole = base::join(path, ".");
        for (const auto& name : {whole, path.front()}) {
            const auto found = std::ranges::find(node.entries, name, &Entry::key);
            if (found == node.entries.end()) continue;
            const bool dropped = name == whole || drop(found->value, {path.begin() + 1, path.end()});
            const bool emptied = found->value.items.empty() && found->value.entries.empty() &&
                                 found->value.kind != Kind::Scalar;
            if (name == whole || (dropped && emptied)) node.entries.erase(found);
            return dropped;
        }
        return false;
    }

    void merge_map(Node& base, const Node& overlay, const std::string& path) {
        for (const auto& entry : overlay.entries) {
            const std::string at = path.empty() ? entry.key : path + "." + entry.key;
            const auto found = std::ranges::find(base.entries, entry.key, &Entry::key);
            if (found == base.entries.end()) {
                base.entries.push_back(entry);
                if (!is_about_itself(at)) changes_.push_back({at, Change::Kind::Added});
            } else {
                merge(*found, entry, at);
            }
        }
    }

    void merge(Entry& base, const Entry& overlay, const std::string& at) {
        if (base.value.kind == Kind::Map && overlay.value.kind == Kind::Map) return merge_map(base.value, overlay.value, at);
        if (has_keys(base.value) && has_keys(overlay.value)) return merge_list(base.value, overlay.value, at);
        base = overlay;
        if (!is_about_itself(at)) changes_.push_back({at, Change::Kind::Changed});
    }

    void merge_list(Node& base, const Node& overlay, const std::string& path) {
        for (Node item : overlay.items) {
            const std::string at = path + "." + key_of(item);
            const auto found = std::ranges::find(base.items, key_of(item), key_of);
            if (found != base.items.end()) {
                merge_map(*found, item, at);
                continue;
            }
            insert(base, std::move(item), at);
            changes_.push_back({at, Change::Kind::Added});
        }
    }

    void insert(Node& list, Node item, const std::string& at) {
        const auto after = std::ranges::find(item.entries, std::string("after"), &Entry::key);
        if (after == item.entries.end()) {
            list.items.push_back(std::move(item));
            return;
        }
        const Node place = after->value;
        item.entries.erase(after);
        const auto behind = std::ranges::find(list.items, place.text, key_of);
        if (behind == list.items.end()) {
            findings_.push_back({place.place, "'" + at + "' stands after '" + place.text + "', which is not there",
                                "name an entry of the same list, or leave 'after' out", {}});
            list.items.push_back(std::move(item));
            return;
        }
        list.items.insert(behind + 1, std::move(item));
    }

    /// The head of an overlay is its own, and no change of the policy below.
    static bool is_about_itself(const std::string& at) {
        static const std::vector<std::string> own{"policy", "edition", "title", "owner", "adopter", "approved_by",
                                                  "approved_on", "source", "effective_from", "extends", "leave_out"};
        return std::ranges::find(own, at) != own.end() || at.ends_with(".key");
    }

    std::vector<Change> changes_;
    base::Findings findings_;
};

}  // namespace

std::string extended_by(const Node& root) {
    const auto* extends = root.kind == Kind::Map ? root.find("extends") : nullptr;
    return extends && extends->kind == Kind::Scalar ? extends->text : std::string{};
}

tl::expected<LaidOver, base::Findings> lay_over(const Node& base, const Node& overlay) {
    const auto* policy = base.kind == Kind::Map ? base.find("policy") : nullptr;
    if (overlay.kind != Kind::Map || !policy) {
        return tl::unexpected(base::Findings{{overlay.place, "a policy is a map of keys", "begin with 'policy:'", {}}});
    }
    if (const auto extends = extended_by(overlay); extends != policy->text) {
        return tl::unexpected(base::Findings{{overlay.place, "it extends '" + extends + "', and is laid over '" + policy->text + "'",
                                              "let 'extends' name the policy it changes", {}}});
    }
    return Layer().over(base, overlay);
}

}  // namespace policy
