#include "policy/schema.h"

#include <algorithm>

#include "base/ensure.h"
#include "policy/words.h"

namespace policy {
namespace {

json::Array strings(const std::vector<std::string>& words) {
    return json::Array(words.begin(), words.end());
}

json::Object refer(const std::string& definition) {
    return json::Object().set("$ref", "#/$defs/" + definition);
}

/// "effective_from" is "Effective from" where people see it.
std::string title_of(std::string key) {
    std::ranges::replace(key, '_', ' ');
    if (!key.empty() && key.front() >= 'a' && key.front() <= 'z')
        key.front() = static_cast<char>(key.front() - 'a' + 'A');
    return key;
}

std::string sentence(std::string said) {
    return said.ends_with('.') ? said : std::move(said) + ".";
}

std::string description_of(const ShapeKey& key) {
    const bool many_words = key.shape.kind == Shape::Kind::Word && key.shape.words.size() > 5;
    return sentence(key.about) + (many_words ? "" : " Written as " + sentence(in_words(key.shape)));
}

/// The name of a record among the definitions.
std::string record_name(const Shape& record, Standing standing) {
    auto name = record.name;
    std::ranges::replace(name, ' ', '-');
    return standing == Standing::Whole ? name : name + "-laid-over";
}

json::Object list_schema(const Shape& shape, Standing standing) {
    auto list = json::Object().set("type", "array").set("items", schema_of(shape.of.front(), standing));
    list.set("minItems", 1).set("uniqueItems", true);
    if (!shape.or_one) return list;
    return json::Object().set("anyOf", json::Array{schema_of(shape.of.front(), standing), std::move(list)});
}

/// A need may stand before an action in general, or before one about this step or form.
json::Object word_schema(const Shape& shape) {
    auto words = json::Object().set("type", "string").set("enum", strings(shape.words));
    if (shape.words != words_before()) return words;
    return json::Object().set("anyOf", json::Array{std::move(words), refer("action-about")});
}

/// What tells an entry from the others in its list.
bool is_identity(const std::string& key) {
    return key == "key" || key == "name" || key == "code" || key == "policy";
}

json::Object after() {
    return json::Object()
        .set("title", "After")
        .set("description", "The entry of the list below that this new one comes after, by its key.")
        .set("$ref", "#/$defs/key");
}

json::Object record_schema(const Shape& record, Standing standing) {
    json::Object properties;
    json::Array required;
    for (const auto& key : record.keys) {
        auto property =
            json::Object().set("title", title_of(key.key)).set("description", description_of(key));
        const auto value = schema_of(key.shape, standing);
        for (const auto& [name, part] : value) property.set(name, part);
        properties.set(key.key, std::move(property));
        const bool asked = key.required && (standing == Standing::Whole || is_identity(key.key));
        if (asked) required.push_back(key.key);
        if (asked && standing == Standing::LaidOver) properties.set("after", after());
    }
    auto schema = json::Object().set("title", title_of(record.name)).set("type", "object");
    schema.set("properties", std::move(properties))
        .set("additionalProperties", false)
        .set("minProperties", 1);
    if (!required.empty()) schema.set("required", std::move(required));
    return schema;
}

void define_records(const Shape& shape, Standing standing, json::Object& definitions) {
    for (const auto& part : shape.of) define_records(part, standing, definitions);
    if (shape.kind != Shape::Kind::Record) return;
    auto schema = record_schema(shape, standing);
    const auto* known = definitions.find(record_name(shape, standing));
    base::ensure(!known || *known == json::Value(schema), "records of one name are alike");
    if (known) return;
    definitions.set(record_name(shape, standing), std::move(schema));
    for (const auto& key : shape.keys) define_records(key.shape, standing, definitions);
}

}  // namespace

json::Object schema_of(const Shape& shape, Standing standing) {
    switch (shape.kind) {
        case Shape::Kind::Text: return refer("text");
        case Shape::Kind::Key: return refer("key");
        case Shape::Kind::Word: return word_schema(shape);
        case Shape::Kind::YesNo: return refer("yes-or-no");
        case Shape::Kind::Number:
            return json::Object()
                .set("type", "integer")
                .set("minimum", shape.least)
                .set("maximum", shape.most);
        case Shape::Kind::Date: return refer("date");
        case Shape::Kind::Limit: return refer("limit");
        case Shape::Kind::Who: return refer("who");
        case Shape::Kind::Fact: return refer("fact");
        case Shape::Kind::Condition: return refer("condition");
        case Shape::Kind::List: return list_schema(shape, standing);
        case Shape::Kind::Map:
            return json::Object()
                .set("type", "object")
                .set("minProperties", 1)
                .set("additionalProperties", schema_of(shape.of.front(), standing));
        case Shape::Kind::Record: return refer(record_name(shape, standing));
    }
    return {};
}

json::Object pack_schema() {
    auto definitions = definitions_of_values();
    for (const auto standing : {Standing::Whole, Standing::LaidOver})
        define_records(pack_shape(), standing, definitions);
    json::Object schema;
    schema.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.set("$id", "urn:concordat:pack");
    schema.set("$comment",
               "Printed by 'concordat policy schema'. For YAML 1.2, where yes and dates are text.");
    schema.set("title", "A policy pack");
    schema.set("description", "A safeguarding escalation policy said as data, for Concordat to carry out.");
    schema.set("type", "object");
    schema.set("if", json::Object()
                         .set("properties", json::Object().set("extends", true))
                         .set("required", json::Array{"extends"}));
    schema.set("then", refer(record_name(pack_shape(), Standing::LaidOver)));
    schema.set("else", refer(record_name(pack_shape(), Standing::Whole)));
    return schema.set("$defs", std::move(definitions));
}

}  // namespace policy
