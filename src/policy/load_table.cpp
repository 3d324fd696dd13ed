#include "policy/load_table.h"

#include "base/text.h"

#include <algorithm>
#include <map>

namespace policy {

Loading::Step::Step(Loading& loading, const std::string& name, const base::Place& place)
    : loading_(loading), length_before_(loading.path_.size()) {
    loading_.path_ += "/" + name;
    loading_.places[loading_.path_] = place;
}

Loading::Step::Step(Loading& loading, std::size_t index, const base::Place& place)
    : Step(loading, std::to_string(index), place) {}

Loading::Step::~Step() {
    loading_.path_.resize(length_before_);
}

void Loading::wrong(const base::Place& where, std::string what, std::string hint) {
    findings.push_back({where, std::move(what), std::move(hint), {}});
}

std::string Loading::here() const {
    auto steps = base::split(path_, '/');
    const auto is_index = [](const std::string& step) {
        return !step.empty() && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool entry = is_index(steps.back());
    while (steps.size() > 1 && is_index(steps.back())) steps.pop_back();
    if (steps.back().empty()) return "the pack";
    return (entry ? "an entry of '" : "'") + steps.back() + "'";
}

namespace {

constexpr std::size_t quoted_bytes_max = 60;

std::string kind_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::Map: return "a map of keys";
        case Node::Kind::List: return "a list";
        case Node::Kind::Scalar: return node.text.empty() && !node.quoted ? "empty" : "'" + node.text + "'";
    }
    return {};
}

/// What tells the entries of a list apart: themselves, or their key or name.
std::string identity_of(const Node& node) {
    if (node.kind == Node::Kind::Scalar) return node.text;
    for (const auto* name : {"key", "name"}) {
        const auto* part = node.find(name);
        if (part && part->kind == Node::Kind::Scalar) return part->text;
    }
    return {};
}

}  // namespace

bool Loading::is(const Node& node, Node::Kind wanted, const std::string& instead) {
    if (node.kind != wanted) {
        wrong(node.place, here() + " is to be " + instead + ", and is " + base::shortened(kind_of(node), quoted_bytes_max));
        return false;
    }
    const bool holds_nothing = node.entries.empty() && node.items.empty();
    if (wanted != Node::Kind::Scalar && holds_nothing) {
        wrong(node.place, here() + " is empty", "leave the key out where there is nothing to say");
        return false;
    }
    return true;
}

void check_keys(const Shape& record, const Node& node, Loading& loading) {
    std::vector<std::string> known;
    for (const auto& key : record.keys) known.push_back(key.key);
    for (const auto& entry : node.entries) {
        if (std::ranges::find(known, entry.key) != known.end()) continue;
        const auto meant = base::nearest(entry.key, known);
        loading.wrong(
            entry.place, "unknown key '" + base::shortened(entry.key, quoted_bytes_max) + "' in this " + record.name,
            meant.empty() ? "known here: " + base::join(known, ", ") : "did you mean '" + meant + "'?");
    }
    for (const auto& key : record.keys) {
        if (!key.required || node.find(key.key)) continue;
        const auto name = identity_of(node);
        loading.wrong(node.place,
                      "this " + record.name + (name.empty() ? "" : " '" + base::shortened(name, quoted_bytes_max) + "'") + " lacks '" +
                          key.key + "'",
                      key.about);
    }
}

void check_list(const Node& list, Loading& loading) {
    std::map<std::string, int> seen;
    for (const auto& item : list.items) {
        const auto identity = identity_of(item);
        if (identity.empty()) continue;
        const auto [first, is_new] = seen.emplace(identity, item.place.line);
        if (is_new) continue;
        loading.wrong(item.place, "'" + base::shortened(identity, quoted_bytes_max) + "' stands twice in " + loading.here(),
                      "the first is in line " + std::to_string(first->second));
    }
}

}  // namespace policy
