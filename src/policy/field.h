// One question a person can be asked: the same shape serves actions, forms, pages and the API.
#pragma once
#include "policy/condition.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace policy {

enum class FieldKind { Text, LongText, Date, DateTime, YesNo, OneOf, ManyOf, Post, Person, Agency };

/// Who an answer could harm if it leaked. Open answers stay readable for ever; the others are
/// sealed: Identity names the child or family, Narrative is what people wrote about them.
enum class Privacy { Open, Identity, Narrative };

struct Option {
    std::string key;
    std::string title;
    bool operator==(const Option&) const = default;
};

struct Field {
    std::string name;
    std::string label;
    std::string hint = {};
    FieldKind kind = FieldKind::Text;
    bool required = false;
    std::vector<Option> options = {};
    std::optional<Condition> when = {};  // asked only where this holds
    Privacy privacy = Privacy::Narrative;
    int max = 4000;                   // bytes of an answer
    std::string prefill = {};         // name of a known answer that the form starts from
    bool operator==(const Field&) const = default;
};

/// What somebody answered, by field name; a field left empty is not there. Dates are ISO 8601,
/// yes/no is "yes" or "no", options, posts, people and agencies are their keys.
struct Answers {
    std::map<std::string, std::vector<std::string>> values;

    bool has(const std::string& name) const { return values.contains(name); }

    /// The single answer, or "" where there is none.
    const std::string& text(const std::string& name) const {
        static const std::string none;
        const auto found = values.find(name);
        return found == values.end() || found->second.empty() ? none : found->second.front();
    }

    std::vector<std::string> list(const std::string& name) const {
        const auto found = values.find(name);
        return found == values.end() ? std::vector<std::string>{} : found->second;
    }

    bool yes(const std::string& name) const { return text(name) == "yes"; }

    void set(const std::string& name, std::string value) { values[name] = {std::move(value)}; }

    bool operator==(const Answers&) const = default;
};

}  // namespace policy
