// The small languages of a pack as schemas. They are asked of the parsers wherever those can say.
#include <algorithm>

#include "base/text.h"
#include "policy/describe.h"
#include "policy/schema.h"
#include "policy/words.h"

namespace policy {
namespace {

constexpr const char* key_pattern = "[a-z0-9]+([-_][a-z0-9]+)*";

json::Array strings(const std::vector<std::string>& words) {
    return json::Array(words.begin(), words.end());
}

json::Object text_like(const std::string& pattern) {
    return json::Object().set("type", "string").set("pattern", pattern);
}

json::Object words_like(const std::vector<std::string>& words) {
    return json::Object().set("type", "string").set("enum", strings(words));
}

json::Object explained(const std::string& title, const std::string& description, json::Array any_of,
                       const std::vector<std::string>& examples = {}) {
    auto schema = json::Object().set("title", title).set("description", description);
    schema.set("anyOf", std::move(any_of));
    if (!examples.empty()) schema.set("examples", strings(examples));
    return schema;
}

/// YAML reads 1.2 as a number; the loader takes it as it stands.
json::Object text() {
    return explained(
        "Text", "Text that says something; in quotes where it contains ': ', '#' or begins with a sign.",
        {text_like("\\S"), json::Object().set("type", "number"), json::Object().set("type", "boolean")});
}

json::Object key() {
    return explained("A key", "A name for programs: small letters and digits, joined by - or _.",
                     {text_like("^" + std::string(key_pattern) + "$").set("maxLength", 64),
                      json::Object().set("type", "integer").set("minimum", 0)},
                     {"stage-1"});
}

json::Object yes_or_no() {
    return words_like({"yes", "no"})
        .set("title", "Yes or no")
        .set("description", "yes or no, without quotes.");
}

json::Object date() {
    return text_like("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
        .set("title", "A date")
        .set("description", "Year, month and day, as in 2026-11-19.")
        .set("examples", strings({"2026-11-19"}));
}

json::Object limit() {
    using calendar::Unit;
    std::vector<std::string> counted;
    for (const auto unit : {Unit::WorkingDay, Unit::CalendarDay, Unit::Week, Unit::Month, Unit::Hour,
                            Unit::WorkingHour, Unit::WorkingMinute}) {
        counted.push_back(calendar::to_text({1, unit, {}}).substr(2));
    }
    std::vector<std::string> whole;
    for (const auto unit :
         {Unit::SameDay, Unit::SameWorkingDay, Unit::AsAgreed, Unit::SetForTheCase, Unit::NoneStated}) {
        whole.push_back(calendar::to_text({0, unit, {}}));
    }
    return explained("A limit",
                     "How long: a number of something, a moment, or words of the policy that give no date.",
                     {text_like("^0*[1-9][0-9]{0,6} *(" + base::join(counted, "|") + ")s?$"),
                      words_like(whole), text_like("^next meeting of +\\S"), text_like("^in words: *\\S")},
                     {"5 working days", "48 hours", "same working day", "in words: without delay"});
}

/// Every kind of who, asked of the parser: whether it stands alone, and what may follow it.
json::Object one_who() {
    std::vector<std::string> alone, with_any_key;
    json::Array ways;
    for (int i = 0; i <= static_cast<int>(Who::Kind::AnyOf); ++i) {
        const Who who{.kind = static_cast<Who::Kind>(i), .key = {}, .parts = {}};
        if (who.kind == Who::Kind::AnyOf) continue;
        const auto head = to_word(who);
        if (parse_who(head)) alone.push_back(head);
        if (parse_who(head + ":any-key"))
            with_any_key.push_back(head);
        else if (parse_who(head + ":raiser"))
            ways.push_back(text_like("^" + head + ":(raising|receiving|raiser)$"));
    }
    ways.insert(ways.begin(), text_like("^(" + base::join(with_any_key, "|") + "):" + key_pattern + "$"));
    ways.insert(ways.begin(), words_like(alone));
    return json::Object().set("anyOf", std::move(ways));
}

json::Object who() {
    auto one = one_who();
    auto several =
        json::Object().set("type", "array").set("items", one).set("minItems", 1).set("uniqueItems", true);
    return explained(
        "A who",
        "Whom a rule means: a side, a tier of a side, a named role, a post of the partnership; or a list of "
        "these, any one of them.",
        {std::move(one), std::move(several)},
        {"raising", "receiving:manager", "role:chair", "partnership:business-manager", "above:raising"});
}

json::Object fact() {
    const auto words = happening_words();
    return explained("A fact", "Something that was recorded; some can be narrowed by a key after a colon.",
                     {words_like(words), text_like("^(" + base::join(words, "|") + "):" + key_pattern + "$")},
                     {"discussed", "form-submitted:notification"});
}

json::Object action_about() {
    return text_like("^(take_step|submit_form):" + std::string(key_pattern) + "$")
        .set("title", "An action about one thing")
        .set("description", "A step or form by its key.")
        .set("examples", strings({"take_step:appeal"}));
}

/// The words that the loader takes for a question; none where they are keys of the pack.
json::Object question(Ask ask) {
    const bool of_facts = ask == Ask::Happened || ask == Ask::Ever;
    const auto closed = closed_words(ask);
    json::Object word = json::Object().set("$ref", of_facts ? "#/$defs/fact" : "#/$defs/key");
    if (!closed.empty()) word = words_like(closed);
    auto several =
        json::Object().set("type", "array").set("items", word).set("minItems", 1).set("uniqueItems", true);
    auto plain = word_of(ask);
    std::ranges::replace(plain, '_', ' ');
    const auto sample = closed.empty() ? std::string("…") : closed.front();
    return explained("Asks: " + plain,
                     "Holds where " +
                         in_words(Condition{.op = Condition::Op::Is, .ask = ask, .words = {sample}}) +
                         ". Several words: any of them.",
                     {std::move(word), std::move(several)});
}

json::Object conditions(const std::string& title, const std::string& description) {
    return json::Object()
        .set("title", title)
        .set("description", description)
        .set("type", "array")
        .set("items", json::Object().set("$ref", "#/$defs/condition"))
        .set("minItems", 1);
}

json::Object condition() {
    json::Object asks;
    asks.set("all", conditions("All of these", "Holds where each of these holds."));
    asks.set("any", conditions("Any of these", "Holds where one of these holds."));
    asks.set("not", json::Object()
                        .set("title", "Not")
                        .set("description", "Holds where this does not.")
                        .set("$ref", "#/$defs/condition"));
    asks.set("at_least", json::Object()
                             .set("title", "At least")
                             .set("description", "So many of those under 'of' hold.")
                             .set("type", "integer")
                             .set("minimum", 1));
    asks.set("of", conditions("Of these", "What 'at_least' counts."));
    for (const auto& named : words_of<Ask>()) asks.set(std::string(named.word), question(named.value));
    return json::Object()
        .set("title", "A condition")
        .set("description",
             "What must be known of a disagreement: several questions in one map must all be answered so.")
        .set("type", "object")
        .set("properties", std::move(asks))
        .set("additionalProperties", false)
        .set("minProperties", 1)
        .set("dependentRequired",
             json::Object().set("at_least", strings({"of"})).set("of", strings({"at_least"})))
        .set("examples", json::Array{json::Object().set("happened", "discussed"),
                                     json::Object().set("not", json::Object().set("settled", "yes"))});
}

}  // namespace

json::Object definitions_of_values() {
    return json::Object()
        .set("text", text())
        .set("key", key())
        .set("yes-or-no", yes_or_no())
        .set("date", date())
        .set("limit", limit())
        .set("who", who())
        .set("fact", fact())
        .set("condition", condition())
        .set("action-about", action_about());
}

}  // namespace policy
