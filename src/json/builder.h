// Builds a Value from the parts a parser meets, and notes a repeated key. For parse.cpp alone.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.h"

namespace json {

class Builder {
public:
    enum class Kind { Object, Array };

    explicit Builder(Reading reading) : reading_(reading) {}

    void begin(Kind);
    void key(std::string_view name) { open_.back().key = name; }
    void add(Value);
    /// False where an object has a key twice and may not.
    bool end();

    /// The key that came twice, and where, as a JSON pointer.
    struct Repeated {
        std::string key;
        std::string pointer;
    };
    const std::optional<Repeated>& repeated() const { return repeated_; }
    /// The member or element being read, as a JSON pointer.
    std::string pointer() const;
    Value take() { return std::move(root_); }

private:
    struct Open {
        Kind kind;
        std::string key = {};  // of the member being read
        std::vector<Object::Member> members = {};
        Array elements = {};
    };
    bool settle(std::vector<Object::Member>&);

    Reading reading_;
    std::vector<Open> open_;
    Value root_;
    std::optional<Repeated> repeated_;
};

}  // namespace json
