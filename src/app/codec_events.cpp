// Events of disagreements, to and from their stored form.
#include "app/codec.h"
#include "app/json_forms.h"
#include "base/ensure.h"
#include "policy/words.h"

namespace app {
namespace {

using disagreement::Author;
using disagreement::Event;
using disagreement::Side;
using policy::Privacy;

const std::string type_prefix = "disagreement.";

std::string word_of(Side side) {
    switch (side) {
        case Side::Raising: return "raising";
        case Side::Receiving: return "receiving";
        case Side::Partnership: return "partnership";
        case Side::System: return "system";
    }
    return {};
}

Side to_side(const std::string& word) {
    for (const auto side : {Side::Raising, Side::Receiving, Side::Partnership, Side::System}) {
        if (word_of(side) == word) return side;
    }
    base::ensure(false, "a stored side is known");
    return Side::System;
}

json::Value to_json(const Author& by) {
    json::Object author;
    author.set("side", word_of(by.side));
    forms::set_text(author, "person", by.person.get());
    forms::set_text(author, "post", by.post.get());
    forms::set_text(author, "agency", by.agency.get());
    if (by.on_behalf) author.set("on_behalf", true);
    return author;
}

Author to_author(const json::Value& value) {
    return {PersonId(forms::text_of(value, "person")), PostId(forms::text_of(value, "post")),
            AgencyId(forms::text_of(value, "agency")), to_side(value.at("side").get_string()),
            value.find("on_behalf") != nullptr};
}

policy::Answers to_answers(const json::Value& value) {
    policy::Answers answers;
    for (const auto& [name, words] : value.get_object()) answers.values[name] = forms::to_words(words);
    return answers;
}

store::FieldClass class_of(Privacy privacy) {
    base::ensure(privacy != Privacy::Open, "an answer that is sealed is not open");
    return privacy == Privacy::Identity ? store::FieldClass::Identity : store::FieldClass::Narrative;
}

Privacy privacy_of(store::FieldClass field_class) {
    return field_class == store::FieldClass::Identity ? Privacy::Identity : Privacy::Narrative;
}

}  // namespace

json::Value to_json(const policy::Answers& answers) {
    json::Object object;
    for (const auto& [name, values] : answers.values) object.set(name, forms::words(values));
    return object;
}

Draft draft(const Event& event) {
    json::Object open;
    open.set("happened_at", forms::moment(event.happened_at));
    open.set("recorded_at", forms::moment(event.recorded_at));
    open.set("by", to_json(event.by));
    forms::set_text(open, "key", event.fact.key);
    forms::set_text(open, "agency", event.agency.get());
    if (!event.open.values.empty()) open.set("answers", to_json(event.open));
    Draft made{type_prefix + policy::to_word(event.fact.happening), json::to_text(open)};
    for (const auto& answer : event.sealed) {
        base::ensure(!event.open.has(answer.name), "an answer that is sealed does not stand in the open");
        made.sealed.push_back({answer.name, class_of(answer.privacy), answer.plain});
    }
    return made;
}

Event to_event(const store::Envelope& envelope) {
    base::ensure(envelope.type.starts_with(type_prefix) && envelope.type_version == 1,
                 "a stored event is of a known type");
    const auto happening =
        policy::parse_happening(std::string_view(envelope.type).substr(type_prefix.size()));
    base::ensure(happening.has_value(), "a stored event is of a known kind");
    const auto open = forms::parsed(envelope.open);
    Event event{.fact = {*happening, forms::text_of(open, "key")},
                .happened_at = forms::to_moment(open.at("happened_at")),
                .recorded_at = forms::to_moment(open.at("recorded_at")),
                .by = to_author(open.at("by")),
                .agency = AgencyId(forms::text_of(open, "agency"))};
    if (const auto* answers = open.find("answers")) event.open = to_answers(*answers);
    for (const auto& field : envelope.sealed)
        event.sealed.push_back({field.name, privacy_of(field.field_class), {}});
    return event;
}

}  // namespace app
