#include <algorithm>

#include "base/ensure.h"
#include "json/json.h"

namespace json {

Object::Object() = default;
Object::Object(const Object&) = default;
Object::Object(Object&&) noexcept = default;
Object& Object::operator=(const Object&) = default;
Object& Object::operator=(Object&&) noexcept = default;
Object::~Object() = default;
Object::Object(std::vector<Member> members) : members_(std::move(members)) {}

const Value* Object::find(std::string_view key) const {
    for (const auto& [name, value] : members_) {
        if (name == key) return &value;
    }
    return nullptr;
}

Object& Object::set(std::string key, Value value) {
    for (auto& [name, held] : members_) {
        if (name != key) continue;
        held = std::move(value);
        return *this;
    }
    members_.push_back({std::move(key), std::move(value)});
    return *this;
}

bool Object::erase(std::string_view key) {
    return std::erase_if(members_, [key](const Member& member) { return member.first == key; }) > 0;
}

bool Object::empty() const {
    return members_.empty();
}
std::size_t Object::size() const {
    return members_.size();
}
std::vector<Object::Member>::const_iterator Object::begin() const {
    return members_.begin();
}
std::vector<Object::Member>::const_iterator Object::end() const {
    return members_.end();
}

std::vector<const Object::Member*> Object::sorted() const {
    std::vector<const Member*> members;
    members.reserve(members_.size());
    for (const auto& member : members_) members.push_back(&member);
    std::ranges::sort(members, {}, [](const Member* member) { return std::string_view(member->first); });
    return members;
}

bool Object::operator==(const Object& other) const {
    const auto same = [](const Member* a, const Member* b) { return *a == *b; };
    return std::ranges::equal(sorted(), other.sorted(), same);
}

bool Value::get_bool() const {
    base::ensure(if_bool() != nullptr, "the JSON value is true or false");
    return *if_bool();
}

std::int64_t Value::get_int() const {
    base::ensure(if_int() != nullptr, "the JSON value is a whole number");
    return *if_int();
}

const std::string& Value::get_string() const {
    base::ensure(if_string() != nullptr, "the JSON value is a string");
    return *if_string();
}

const Array& Value::get_array() const {
    base::ensure(if_array() != nullptr, "the JSON value is a list");
    return *if_array();
}

const Object& Value::get_object() const {
    base::ensure(if_object() != nullptr, "the JSON value is an object");
    return *if_object();
}

const Value& Value::at(std::string_view key) const {
    const Value* member = find(key);
    base::ensure(member != nullptr, "the JSON object has the member asked for");
    return *member;
}

const Value* Value::find(std::string_view key) const {
    const Object* object = if_object();
    return object != nullptr ? object->find(key) : nullptr;
}

std::string_view Value::kind() const {
    constexpr std::string_view kinds[] = {"null",     "true or false", "a whole number", "a number",
                                          "a string", "a list",        "an object"};
    return kinds[held_.index()];
}

}  // namespace json
