// Writes JSON straight into a string, member by member, where building a Value first would be a waste.
#pragma once
#include <string>
#include <string_view>

#include "json/json.h"

namespace json {

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view);

    Writer& string(std::string_view);  // UTF-8
    Writer& integer(std::int64_t);
    Writer& boolean(bool);
    Writer& null();
    Writer& value(const Value&);  // canonical

private:
    void separate();

    std::string& out_;
    bool first_ = true;
};

}  // namespace json
