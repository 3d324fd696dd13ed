#include "json/builder.h"

#include <algorithm>

#include "json/reader.h"

namespace json {
namespace {

constexpr std::size_t members_usually = 8;

/// As canonical text has them: then none comes twice.
bool are_in_order(const std::vector<Object::Member>& members) {
    const auto out_of_order = [](const auto& left, const auto& right) { return left.first >= right.first; };
    return std::ranges::adjacent_find(members, out_of_order) == members.end();
}

}  // namespace

void Builder::begin(Kind kind) {
    open_.push_back({kind});
    if (kind == Kind::Object) open_.back().members.reserve(members_usually);
}

void Builder::add(Value value) {
    if (open_.empty()) {
        root_ = std::move(value);
        return;
    }
    Open& parent = open_.back();
    if (parent.kind == Kind::Array)
        parent.elements.push_back(std::move(value));
    else
        parent.members.push_back({std::move(parent.key), std::move(value)});
}

bool Builder::end() {
    Open& closing = open_.back();
    if (closing.kind == Kind::Object && !settle(closing.members)) return false;
    Value value = closing.kind == Kind::Array ? Value(std::move(closing.elements))
                                              : Value(Object(std::move(closing.members)));
    open_.pop_back();
    add(std::move(value));
    return true;
}

bool Builder::settle(std::vector<Object::Member>& members) {
    if (are_in_order(members)) return true;
    std::vector<std::size_t> order(members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::string_view(members[i].first); });
    std::vector<std::size_t> overruled;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        if (members[order[i]].first == members[order[i + 1]].first) overruled.push_back(order[i]);
    }
    if (overruled.empty()) return true;
    if (reading_ == Reading::Strict) {
        const std::string key = members[overruled.front()].first;
        open_.pop_back();
        const std::string parent = pointer();
        repeated_ = Repeated{key, pointer_to(parent, key)};
        return false;
    }
    std::ranges::sort(overruled);
    std::vector<Object::Member> kept;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!std::ranges::binary_search(overruled, i)) kept.push_back(std::move(members[i]));
    }
    members = std::move(kept);
    return true;
}

std::string Builder::pointer() const {
    std::string pointer;
    for (const Open& open : open_) {
        if (open.kind == Kind::Array)
            pointer = pointer_to(pointer, open.elements.size());
        else if (!open.key.empty())
            pointer = pointer_to(pointer, open.key);
    }
    return pointer;
}

}  // namespace json
