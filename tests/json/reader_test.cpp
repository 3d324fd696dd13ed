#include "json/reader.h"

#include <doctest/doctest.h>

using namespace json;

namespace {

Value value_of(std::string_view text) {
    const auto value = parse(text);
    REQUIRE(value.has_value());
    return *value;
}

}  // namespace

TEST_CASE("what is there is read as its type") {
    const auto value = value_of(R"({"s":"text","n":5,"b":true,"l":["x","y"],"o":{"k":1},"any":null})");
    Faults faults;
    Reader reader(value, faults);
    CHECK(reader.get_string("s") == "text");
    CHECK(reader.get_int("n", 0, 10) == 5);
    CHECK(reader.get_bool("b"));
    CHECK(reader.get_strings("l") == std::vector<std::string>{"x", "y"});
    auto inner = reader.get_object("o");
    CHECK(inner.find_int("k", 0, 9) == 1);
    CHECK(inner.pointer() == "/o");
    inner.finish();
    CHECK(reader.get_any("any")->is_null());
    CHECK(reader.find_string("absent") == std::nullopt);
    CHECK_FALSE(reader.find_object("absent").has_value());
    reader.finish();
    CHECK(faults.empty());
}

TEST_CASE("every fault is found at once, each with its place") {
    const auto value = value_of(R"({"s":1,"n":50,"b":"true","l":["x",2],"o":[],"wekend":1,"half":1.5})");
    Faults faults;
    Reader reader(value, faults);
    reader.get_string("s");
    reader.get_int("n", 0, 10);
    reader.get_bool("b");
    reader.get_strings("l");
    reader.get_object("o").get_string("inner");
    reader.find_strings("weekend");
    reader.get_int("half", 0, 9);
    reader.get_string("gone");
    reader.fault("s", "my own");
    reader.finish();
    CHECK(
        to_text(faults) ==
        "/s: must be a string, not a whole number; /n: must be from 0 to 10, not 50; "
        "/b: must be true or false, not a string; /l/1: must be a string, not a whole number; "
        "/o: must be an object, not a list; /half: must be a whole number; /gone: is missing; "
        "/s: my own; /wekend: unknown key (did you mean 'weekend'?)");
}

TEST_CASE("a value that is no object is one fault, not one for each member") {
    Faults faults;
    const Value value(3);
    Reader reader(value, faults, "/here");
    reader.get_string("a");
    reader.get_object("b").get_int("c", 0, 1);
    reader.finish();
    CHECK(faults == Faults{{"/here", "must be an object, not a whole number"}});
}

TEST_CASE("a missing object is one fault too") {
    Faults faults;
    const Value value{Object{}};
    Reader reader(value, faults);
    reader.get_object("limit").get_int("n", 0, 1);
    CHECK(faults == Faults{{"/limit", "is missing"}});
}

TEST_CASE("pointers escape what a key may hold, and an unknown key is not repeated at length") {
    CHECK(pointer_to("/a", "b/c~d") == "/a/b~1c~0d");
    CHECK(pointer_to("", std::size_t{3}) == "/3");
    const Value value{Object{}.set(std::string(5000, 'x'), 1)};
    Faults faults;
    Reader(value, faults).finish();
    CHECK(to_text(faults).size() < 100);
}
