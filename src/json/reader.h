// Reads an object from outside into our types: every fault is collected with its JSON pointer, none is
// skipped.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json.h"

namespace json {

/// What is wrong at a place: `pointer` as in RFC 6901 ("" is the whole, "/limit/n" a member).
struct Fault {
    std::string pointer;
    std::string message;
    bool operator==(const Fault&) const = default;
};
using Faults = std::vector<Fault>;

/// "/limit/n: must be a whole number; /wekend: unknown key (did you mean 'weekend'?)"
std::string to_text(const Faults&);

std::string pointer_to(std::string_view parent, std::string_view key);
std::string pointer_to(std::string_view parent, std::size_t index);

/// One object being read. Each call asks for a member by name, which makes the name known; a member that is
/// of another kind, or missing where it must be there, becomes a fault. `finish` adds a fault for every key
/// never asked for. Names outlive the reader (they are literals); so do the value and the faults.
class Reader {
public:
    Reader(const Value& value, Faults& faults, std::string pointer = {});

    // Must be there; where it is not, the answer is empty (or nullptr) and a fault is noted.
    std::string get_string(std::string_view key);
    std::int64_t get_int(std::string_view key, std::int64_t least, std::int64_t most);
    bool get_bool(std::string_view key);
    const Array* get_array(std::string_view key);
    std::vector<std::string> get_strings(std::string_view key);
    Reader get_object(std::string_view key);
    const Value* get_any(std::string_view key);

    // May be missing.
    std::optional<std::string> find_string(std::string_view key);
    std::optional<std::int64_t> find_int(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<bool> find_bool(std::string_view key);
    const Array* find_array(std::string_view key);
    std::optional<std::vector<std::string>> find_strings(std::string_view key);
    std::optional<Reader> find_object(std::string_view key);
    const Value* find_any(std::string_view key);

    /// A fault of the caller's own, about a member.
    void fault(std::string_view key, std::string message);
    const std::string& pointer() const { return pointer_; }

    /// Unknown keys are refused, with the nearest known one as a hint.
    void finish();

private:
    struct Missing {};
    Reader(Missing, Faults& faults, std::string pointer) : faults_(faults), pointer_(std::move(pointer)) {}

    template <class Held>
    const Held* as(std::string_view key, const Value* value, const Held* held, std::string_view kind);
    const std::string* string_in(std::string_view key, const Value* value);
    std::optional<std::int64_t> int_in(std::string_view key, const Value* value, std::int64_t least,
                                       std::int64_t most);
    const bool* bool_in(std::string_view key, const Value* value);
    const Array* array_in(std::string_view key, const Value* value);
    std::optional<std::vector<std::string>> strings_in(std::string_view key, const Value* value);

    const Object* object_ = nullptr;  // none: that fault is noted already
    Faults& faults_;
    std::string pointer_;
    std::vector<std::string_view> known_;
};

}  // namespace json
