#include "json/json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "json/writer.h"

using namespace json;

namespace {

base::Refusal refused(std::string_view text, const Limits& limits = {}) {
    const auto value = parse(text, limits);
    REQUIRE_MESSAGE(!value.has_value(), std::string(text));
    return value.error();
}

std::string round_trip(std::string_view text) {
    const auto value = parse(text);
    REQUIRE_MESSAGE(value.has_value(), std::string(text));
    return to_text(*value);
}

rc::Gen<Value> any_value(int depth) {
    const auto scalar = rc::gen::oneOf(
        rc::gen::construct<Value>(rc::gen::arbitrary<bool>()),
        rc::gen::construct<Value>(rc::gen::arbitrary<std::int64_t>()),
        rc::gen::construct<Value>(rc::gen::arbitrary<double>()),
        rc::gen::construct<Value>(rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127))),
        rc::gen::just(Value{}));
    if (depth == 0) return scalar;
    return rc::gen::oneOf(
        scalar,
        rc::gen::map(rc::gen::container<std::vector<Value>>(any_value(depth - 1)),
                     [](Array list) { return Value(std::move(list)); }),
        rc::gen::map(
            rc::gen::container<std::vector<std::pair<std::string, Value>>>(rc::gen::pair(
                rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127)), any_value(depth - 1))),
            [](const std::vector<std::pair<std::string, Value>>& members) {
                Object object;
                for (const auto& [key, value] : members) object.set(key, value);
                return Value(std::move(object));
            }));
}

}  // namespace

TEST_CASE("canonical text has sorted keys, no spaces, and numbers as they were") {
    CHECK(round_trip(R"({ "b" : [1, -2, true, null], "a": "x" })") == R"({"a":"x","b":[1,-2,true,null]})");
    CHECK(round_trip("[48.5, 0.1, 1e3, 1e300, 5.0, -0.0, 2.5e-7]") ==
          "[48.5,0.1,1000.0,1e+300,5.0,-0.0,2.5e-07]");
    CHECK(round_trip("[9223372036854775807, -9223372036854775808]") ==
          "[9223372036854775807,-9223372036854775808]");
    CHECK(round_trip(R"("\u0000\u001f\"\\\/\b\f\n\r\tŵ\ud83d\ude00")") ==
          "\"\\u0000\\u001f\\\"\\\\/\\b\\f\\n\\r\\tŵ😀\"");
    CHECK(round_trip("{}") == "{}");
    CHECK(round_trip("  [ ]\n") == "[]");
}

TEST_CASE("pretty text keeps the order in which keys were written") {
    const auto value = parse(R"({"b":[1,{}],"a":{"x":"y"}})");
    CHECK(to_pretty_text(*value) ==
          "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": {\n    \"x\": \"y\"\n  }\n}\n");
}

TEST_CASE("a repeated key is refused wherever it stands, and named") {
    CHECK(refused(R"({"a":1,"b":2,"a":3})").why.starts_with("the key 'a' comes twice (line 1, column "));
    CHECK(refused(R"({"a":[0,{"x/y":1,"x/y":1}]})").field == "/a/1/x~1y");
    CHECK(refused(R"({"a":1,"\u0061":2})").why.starts_with("the key 'a' comes twice"));
    const auto salvaged = parse(R"({"a":1,"b":2,"a":3})", {.reading = Reading::Salvage});
    CHECK(to_text(*salvaged) == R"({"a":3,"b":2})");
}

TEST_CASE("text that is not UTF-8, too deep, too long or empty is refused") {
    CHECK(refused("\"\xC0\xAF\"").why == "the text is not UTF-8");
    CHECK(refused("\"\xED\xA0\x80\"").why == "the text is not UTF-8");
    CHECK(refused(R"("\ud800")").rule == "bad_json");
    const std::string deep(33, '['), shallow(32, '[');
    CHECK(refused(deep + std::string(33, ']')).why.starts_with("lists and objects are nested too deeply"));
    CHECK(parse(shallow + std::string(32, ']')).has_value());
    CHECK(refused(std::string(200'000, '[')).rule == "bad_json");
    CHECK(refused("[1,2,3]", {.bytes_max = 6}).why == "the text is longer than 6 bytes");
    CHECK(refused(" \r\n").why == "the text is empty");
}

TEST_CASE("what is nearly JSON is refused, with its place") {
    for (const auto* text : {"{",    "[1,]",    "{\"a\":1,}",     "{a:1}",   "'a'", "01",     "1.",     "+1",
                             ".5",   "NaN",     "Infinity",       "-",       "nul", "[1 2]",  "\"\n\"", "1 2",
                             "{} x", "// c\n1", "\xEF\xBB\xBF{}", "{\"a\"}", "tru", "\"\\x\""}) {
        CAPTURE(text);
        CHECK(refused(text).rule == "bad_json");
    }
    CHECK(refused("{\n \"a\": x}").why == "this is not JSON (line 2, column 7)");
    CHECK(refused("[1").why.starts_with("the text ends too early"));
    CHECK(refused("1 2").why == "there is more text after the value (line 1, column 3)");
}

TEST_CASE("numbers that cannot be kept are refused, never rounded") {
    for (const auto* text :
         {"9223372036854775808", "-9223372036854775809", "99999999999999999999999", "1e400", "-1e999"}) {
        CAPTURE(text);
        CHECK(refused(text).why.starts_with("the number is too large, or too small, to be kept exactly"));
    }
    CHECK(refused(R"({"a":{"n":18446744073709551616}})").field == "/a/n");
}

TEST_CASE("law: what is written reads back the same, canonical or pretty") {
    CHECK(rc::check("parse undoes to_text", [] {
        const auto value = *rc::gen::resize(12, any_value(3));
        RC_ASSERT(parse(to_text(value)) == value);
        RC_ASSERT(parse(to_pretty_text(value)) == value);
        RC_ASSERT(to_text(*parse(to_pretty_text(value))) == to_text(value));
    }));
}

TEST_CASE("law: no text makes the parser do anything but answer") {
    CHECK(rc::check("parse survives mangled JSON", [] {
        auto text = to_text(*rc::gen::resize(12, any_value(3)));
        for (int i = *rc::gen::inRange(0, 4); i > 0 && !text.empty(); --i) {
            text[*rc::gen::inRange<std::size_t>(0, text.size())] =
                static_cast<char>(*rc::gen::inRange(0, 256));
        }
        const auto value = parse(text);
        RC_ASSERT(!value || parse(to_text(*value)) == value);
        parse(text, {.reading = Reading::Salvage});
    }));
}

TEST_CASE("objects are the same whatever the order of their keys") {
    CHECK(*parse(R"({"a":1,"b":2})") == *parse(R"({"b":2,"a":1})"));
    CHECK(*parse(R"({"a":1})") != *parse(R"({"a":1.0})"));
    Object object;
    object.set("a", 1).set("b", "two").set("a", nullptr);
    CHECK(object.size() == 2);
    CHECK(to_text(object) == R"({"a":null,"b":"two"})");
    CHECK(object.erase("a"));
    CHECK_FALSE(object.erase("a"));
}

TEST_CASE("the shape of a value of ours can be relied on, and is checked") {
    const Value value = *parse(R"({"n":3,"list":["x"],"flag":true})");
    CHECK(value.at("n").get_int() == 3);
    CHECK(value.at("list").get_array().front().get_string() == "x");
    CHECK(value.at("flag").get_bool());
    CHECK(value.find("none") == nullptr);
    CHECK(Value(1).find("none") == nullptr);
    CHECK_THROWS_AS((void)value.at("none"), std::logic_error);
    CHECK_THROWS_AS((void)value.at("n").get_string(), std::logic_error);
    CHECK_THROWS_AS((void)to_text(Value(1.0 / 0.0)), std::logic_error);
}

TEST_CASE("a writer writes what the value would") {
    std::string text;
    Writer writer(text);
    writer.begin_object()
        .key("a")
        .begin_array()
        .integer(1)
        .string("x\"")
        .begin_array()
        .end_array()
        .end_array();
    writer.key("b").begin_object().end_object().key("c").boolean(false).key("d").null();
    writer.key("e").value(*parse(R"({"z":1,"y":[2]})")).end_object();
    CHECK(text == R"({"a":[1,"x\"",[]],"b":{},"c":false,"d":null,"e":{"y":[2],"z":1}})");
}
