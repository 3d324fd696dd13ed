// Our one JSON value: read strictly, written in one way.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/refusal.h"

namespace json {

class Value;
class Builder;
using Array = std::vector<Value>;

/// Members in the order they were written; no key twice.
class Object {
public:
    struct Member;  // first: its name, second: its value

    Object();
    Object(const Object&);
    Object(Object&&) noexcept;
    Object& operator=(const Object&);
    Object& operator=(Object&&) noexcept;
    ~Object();

    const Value* find(std::string_view key) const;
    /// Puts a member in, or replaces the one of that name. Returns the object, so that calls chain.
    Object& set(std::string key, Value value);
    bool erase(std::string_view key);

    bool empty() const;
    std::size_t size() const;
    std::vector<Member>::const_iterator begin() const;
    std::vector<Member>::const_iterator end() const;
    /// The members by the bytes of their keys, as canonical text has them.
    std::vector<const Member*> sorted() const;
    bool operator==(const Object&) const;  // whatever the order

private:
    friend class Builder;  // sees to it that no key comes twice
    explicit Object(std::vector<Member>);

    std::vector<Member> members_;
};

class Value {
public:
    Value() = default;  // null
    Value(std::nullptr_t) {}
    Value(bool value) : held_(value) {}
    Value(std::int64_t value) : held_(value) {}
    Value(int value) : held_(std::int64_t{value}) {}
    Value(double value) : held_(value) {}
    Value(std::string value) : held_(std::move(value)) {}
    Value(std::string_view value) : held_(std::string(value)) {}
    Value(const char* value) : held_(std::string(value)) {}
    Value(Array value) : held_(std::move(value)) {}
    Value(Object value) : held_(std::move(value)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
    /// The value if it is of that kind, else nullptr.
    const bool* if_bool() const { return std::get_if<bool>(&held_); }
    const std::int64_t* if_int() const { return std::get_if<std::int64_t>(&held_); }
    const double* if_double() const { return std::get_if<double>(&held_); }
    const std::string* if_string() const { return std::get_if<std::string>(&held_); }
    const Array* if_array() const { return std::get_if<Array>(&held_); }
    const Object* if_object() const { return std::get_if<Object>(&held_); }

    /// For values of ours, whose shape is certain: `ensure`s the kind, and that the key is there.
    bool get_bool() const;
    std::int64_t get_int() const;
    const std::string& get_string() const;
    const Array& get_array() const;
    const Object& get_object() const;
    const Value& at(std::string_view key) const;
    /// The member of that name; nullptr where there is none, or where this is no object.
    const Value* find(std::string_view key) const;

    /// "null", "true or false", "a whole number", "a number", "a string", "a list", "an object"
    std::string_view kind() const;

    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> held_;
};

struct Object::Member {
    std::string first;
    Value second;
    bool operator==(const Member&) const = default;
};

/// Salvage learns what it can from a text that was refused: the last of a repeated key holds, and a number
/// too large to be kept is kept roughly, or as null.
enum class Reading { Strict, Salvage };

struct Limits {
    std::size_t bytes_max = 1024 * 1024;
    std::size_t depth_max = 32;
    Reading reading = Reading::Strict;
};

/// Strict: one value, UTF-8, no repeated key, integers within 64 bits, within the limits. The refusal says
/// line and column (in bytes, from 1); its field is a JSON pointer where a member is to blame.
base::Result<Value> parse(std::string_view text, const Limits& = {});

/// Canonical: keys sorted by their bytes, no spaces, shortest numbers that read back the same.
std::string to_text(const Value&);
/// For people: two spaces of indent, keys in the order they were written, a newline at the end.
std::string to_pretty_text(const Value&);

}  // namespace json
