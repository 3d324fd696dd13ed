// The schema that editors read asks for what the loader asks for.
#include "policy/schema.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <regex>
#include <sstream>

#include "policy/words.h"

using namespace policy;

namespace {

const char* const kept = "docs/pack.schema.json";

std::string read(const std::string& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void each_object(const json::Value& value, const std::function<void(const json::Object&)>& visit) {
    if (const auto* list = value.if_array()) {
        for (const auto& part : *list) each_object(part, visit);
    }
    const auto* object = value.if_object();
    if (!object) return;
    visit(*object);
    for (const auto& [key, part] : *object) each_object(part, visit);
}

/// Whether a text fits one of the ways that a definition gives.
bool fits(const json::Value& schema, const std::string& text) {
    if (const auto* ways = schema.find("anyOf")) {
        const auto& list = ways->get_array();
        return std::any_of(list.begin(), list.end(), [&](const auto& way) { return fits(way, text); });
    }
    if (const auto* type = schema.find("type"); !type || *type != json::Value("string")) return false;
    if (const auto* words = schema.find("enum")) {
        const auto& list = words->get_array();
        return std::find(list.begin(), list.end(), json::Value(text)) != list.end();
    }
    return std::regex_search(text, std::regex(schema.at("pattern").get_string()));
}

}  // namespace

TEST_CASE("the schema in the documentation is the one that the program prints") {
    const auto printed = json::to_pretty_text(pack_schema());
    const char* golden = std::getenv("CONCORDAT_GOLDEN");
    if (golden && std::string(golden) == "rewrite") std::ofstream(kept) << printed;
    const bool same = read(kept) == printed;
    CHECK_MESSAGE(same, "./dev golden writes it anew");
}

TEST_CASE("every key that the loader reads stands in the schema with a title and a description") {
    const json::Value schema(pack_schema());
    int keys = 0;
    each_object(schema, [&](const json::Object& object) {
        const auto* properties = object.find("properties");
        if (!properties || !properties->if_object() || !object.find("additionalProperties")) return;
        for (const auto& [key, property] : properties->get_object()) {
            ++keys;
            CHECK_MESSAGE(property.find("title"), key);
            CHECK_MESSAGE(property.find("description"), key);
        }
    });
    CHECK(keys > 150);
    const auto& pack = schema.at("$defs").at("pack");
    for (const auto& key : pack_shape().keys) CHECK_MESSAGE(pack.at("properties").find(key.key), key.key);
}

TEST_CASE("whatever the schema refers to is defined in it") {
    const json::Value schema(pack_schema());
    each_object(schema, [&](const json::Object& object) {
        const auto* reference = object.find("$ref");
        if (!reference || !reference->if_string()) return;
        const auto name = reference->get_string().substr(std::string("#/$defs/").size());
        CHECK_MESSAGE(schema.at("$defs").find(name), name);
    });
}

TEST_CASE("a limit, a who and a fact fit the schema exactly where the loader reads them") {
    const auto definitions = json::Value(definitions_of_values());
    for (const std::string limit : {"5 working days",
                                    "1 working day",
                                    "3 calendar days",
                                    "2 weeks",
                                    "1 month",
                                    "48 hours",
                                    "4 working hours",
                                    "30 working minutes",
                                    "same day",
                                    "same working day",
                                    "next meeting of board",
                                    "as agreed",
                                    "set for the case",
                                    "in words: without delay",
                                    "none stated",
                                    "5",
                                    "5 days",
                                    "five working days",
                                    "soon",
                                    "next meeting of ",
                                    "in words:",
                                    "5 fortnights",
                                    "1.5 hours",
                                    "5 working days or so"}) {
        CHECK_MESSAGE(fits(definitions.at("limit"), limit) == calendar::parse_limit(limit).has_value(),
                      limit);
    }
    for (const std::string who :
         {"raising", "receiving:manager", "both", "everyone", "raiser", "role:chair",
          "partnership:business-manager", "above:raising", "nobody", "role", "both:manager", "above:role",
          "somebody", "raising:", "raising:The Manager"}) {
        CHECK_MESSAGE(fits(definitions.at("who"), who) == parse_who(who).has_value(), who);
    }
    for (const std::string fact :
         {"discussed", "form-submitted:notice", "form-submitted:", "agreed", "discussed:A b"}) {
        CHECK_MESSAGE(fits(definitions.at("fact"), fact) == parse_fact(fact).has_value(), fact);
    }
}
