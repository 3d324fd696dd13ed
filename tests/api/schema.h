// As much of JSON Schema as docs/openapi.json uses: what is wrong with a value, by pointer.
#pragma once
#include <algorithm>
#include <regex>

#include "json/json.h"
#include "json/reader.h"

namespace api::testing {

class Schemas {
public:
    explicit Schemas(json::Value document) : document_(std::move(document)) {}

    const json::Value& document() const { return document_; }

    /// "#/components/schemas/Field"
    const json::Value& resolved(const json::Value& schema) const {
        const auto* reference = schema.find("$ref");
        if (!reference) return schema;
        const json::Value* at = &document_;
        std::string_view rest = std::string_view(reference->get_string()).substr(2);
        while (!rest.empty()) {
            const auto slash = rest.find('/');
            at = &at->at(rest.substr(0, slash));
            rest = slash == std::string_view::npos ? "" : rest.substr(slash + 1);
        }
        return *at;
    }

    json::Faults check(const json::Value& value, const json::Value& schema) const {
        json::Faults faults;
        check(value, schema, "", faults);
        return faults;
    }

private:
    void check(const json::Value& value, const json::Value& asked, const std::string& at,
               json::Faults& faults) const {
        const auto& schema = resolved(asked);
        const auto wrong = [&](const std::string& what) { faults.push_back({at, what}); };
        if (const auto* type = schema.find("type"); type && !is_of(value, *type))
            return wrong("is " + std::string(value.kind()) + ", not " + json::to_text(*type));
        if (const auto* one_of = schema.find("oneOf")) check_one_of(value, *one_of, at, faults);
        if (const auto* words = schema.find("enum"); words && !value.is_null()) {
            const auto& all = words->get_array();
            if (std::ranges::find(all, value) == all.end()) wrong("is none of " + json::to_text(*words));
        }
        if (const auto* text = value.if_string()) check_text(*text, schema, at, faults);
        if (const auto* number = value.if_int()) {
            const auto* least = schema.find("minimum");
            const auto* most = schema.find("maximum");
            if (least && *number < least->get_int()) wrong("is too small");
            if (most && *number > most->get_int()) wrong("is too large");
        }
        if (value.if_array()) check_array(value.get_array(), schema, at, faults);
        if (value.if_object()) check_object(value.get_object(), schema, at, faults);
    }

    static bool is_of(const json::Value& value, const json::Value& type) {
        if (const auto* several = type.if_array())
            return std::ranges::any_of(*several, [&](const auto& one) { return is_of(value, one); });
        const auto& word = type.get_string();
        if (word == "null") return value.is_null();
        if (word == "boolean") return value.if_bool() != nullptr;
        if (word == "integer") return value.if_int() != nullptr;
        if (word == "number") return value.if_int() || value.if_double();
        if (word == "string") return value.if_string() != nullptr;
        if (word == "array") return value.if_array() != nullptr;
        return word == "object" && value.if_object() != nullptr;
    }

    void check_one_of(const json::Value& value, const json::Value& schemas, const std::string& at,
                      json::Faults& faults) const {
        std::size_t fits = 0;
        json::Faults nearest;
        for (const auto& schema : schemas.get_array()) {
            json::Faults own;
            check(value, schema, at, own);
            fits += own.empty() ? 1U : 0U;
            if (!own.empty() && (nearest.empty() || own.front().pointer.size() > at.size())) nearest = own;
        }
        if (fits == 1) return;
        faults.push_back({at, "fits " + std::to_string(fits) + " of oneOf; " + json::to_text(nearest)});
    }

    static void check_text(const std::string& text, const json::Value& schema, const std::string& at,
                           json::Faults& faults) {
        const auto* pattern = schema.find("pattern");
        if (pattern && !std::regex_search(text, std::regex(pattern->get_string())))
            faults.push_back({at, "'" + text + "' does not match " + pattern->get_string()});
        const auto* least = schema.find("minLength");
        if (least && static_cast<std::int64_t>(text.size()) < least->get_int())
            faults.push_back({at, "is too short"});
    }

    void check_array(const json::Array& array, const json::Value& schema, const std::string& at,
                     json::Faults& faults) const {
        const auto* least = schema.find("minItems");
        if (least && static_cast<std::int64_t>(array.size()) < least->get_int())
            faults.push_back({at, "has too few items"});
        const auto* items = schema.find("items");
        for (std::size_t i = 0; items && i < array.size(); ++i)
            check(array[i], *items, json::pointer_to(at, i), faults);
    }

    void check_object(const json::Object& object, const json::Value& schema, const std::string& at,
                      json::Faults& faults) const {
        const auto* properties = schema.find("properties");
        const auto* additional = schema.find("additionalProperties");
        if (const auto* required = schema.find("required")) {
            for (const auto& name : required->get_array()) {
                if (!object.find(name.get_string()))
                    faults.push_back({json::pointer_to(at, name.get_string()), "is missing"});
            }
        }
        for (const auto& [name, value] : object) {
            const auto pointer = json::pointer_to(at, name);
            const auto* known = properties ? properties->find(name) : nullptr;
            if (known)
                check(value, *known, pointer, faults);
            else if (additional && additional->if_bool() && !additional->get_bool())
                faults.push_back({pointer, "is not documented"});
            else if (additional && additional->if_object())
                check(value, *additional, pointer, faults);
        }
    }

    json::Value document_;
};

}  // namespace api::testing
