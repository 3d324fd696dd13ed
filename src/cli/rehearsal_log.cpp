#include "cli/rehearsal_log.h"

#include "base/text.h"
#include "policy/words.h"
#include "rehearsal/check_answers.h"
#include "rehearsal/expectations.h"

#include <fmt/format.h>

#include <algorithm>

namespace cli {
namespace {

using disagreement::Duty;
using rehearsal::StepLog;

std::string word_of(const disagreement::Permitted& allowed) {
    return disagreement::to_word(allowed.action) + (allowed.key.empty() ? "" : " " + allowed.key);
}

std::string due_in_words(const Duty& duty) {
    if (duty.due) return "by " + rehearsal::due_of(duty, rehearsal::zone);
    return duty.undated.empty() ? "no date" : "no date (" + duty.undated + ")";
}

std::string state_in_words(const Duty& duty) {
    if (!disagreement::is_open(duty)) return disagreement::to_word(duty.state);
    return duty.overdue ? "OVERDUE" : duty.optional ? "may be done" : "open";
}

std::string source_in_words(const policy::Source& source) {
    if (!source.clause.empty()) return " [" + source.clause + "]";
    return source.reading.empty() ? "" : " [reading " + source.reading + "]";
}

/// Rules and owners in columns, so that the dates stand below each other.
void add_duties(std::string& text, const disagreement::Duties& duties) {
    std::size_t rule = 0, owner = 0, due = 0;
    for (const auto& duty : duties) {
        rule = std::max(rule, duty.rule.size());
        owner = std::max(owner, duty.owner.get().size());
        due = std::max(due, due_in_words(duty).size());
    }
    for (const auto& duty : duties) {
        text += fmt::format("    {}  {:<{}}  {:<{}}  {:<{}}  {}: {}{}\n", disagreement::is_open(duty) ? "owed     " : "ended    ", duty.rule, rule,
                            duty.owner.get().empty() ? "nobody" : duty.owner.get(), owner, due_in_words(duty), due,
                            state_in_words(duty), duty.title, source_in_words(duty.source));
    }
}

std::string telling_in_words(const disagreement::Telling& telling) {
    std::string text = telling.to.get() + " (" + telling.rule;
    if (telling.profile != policy::Profile::ContentFree) text += ", " + policy::word_of(telling.profile);
    if (!telling.leaves_out.empty()) text += ", without " + base::join(telling.leaves_out, ", ");
    return text + ")";
}

void add_permitted(std::string& text, const StepLog& step, Questions questions) {
    const auto& permitted = step.permissions.permitted;
    if (permitted.empty()) return;
    std::vector<std::string> words;
    for (const auto& allowed : permitted) words.push_back(word_of(allowed));
    if (questions == Questions::Hidden) {
        text += "    permitted  to " + step.whose + ": " + base::join(words, ", ") + "\n";
        return;
    }
    text += "    permitted  to " + step.whose + ":\n";
    for (const auto& allowed : permitted) {
        text += "        " + word_of(allowed) + "\n";
        for (const auto& field : allowed.fields) {
            if (field.name != "about") text += "            " + rehearsal::in_words(field) + "\n";
        }
    }
}

json::Value as_json(const Duty& duty) {
    return json::Object().set("rule", duty.rule).set("what", duty.title).set("owner", duty.owner.get())
        .set("due", rehearsal::due_of(duty, rehearsal::zone)).set("undated", duty.undated)
        .set("state", disagreement::to_word(duty.state)).set("overdue", duty.overdue).set("optional", duty.optional)
        .set("clause", duty.source.clause).set("reading", duty.source.reading);
}

json::Value as_json(const disagreement::Telling& telling) {
    json::Array leaves_out;
    for (const auto& name : telling.leaves_out) leaves_out.emplace_back(name);
    return json::Object().set("to", telling.to.get()).set("rule", telling.rule)
        .set("profile", policy::word_of(telling.profile)).set("leaves_out", std::move(leaves_out));
}

json::Value as_json(const disagreement::Permitted& allowed) {
    json::Array asks;
    for (const auto& field : allowed.fields) {
        json::Array options;
        for (const auto& option : field.options) options.emplace_back(option.key);
        asks.push_back(json::Object().set("name", field.name).set("label", field.label).set("kind", policy::word_of(field.kind))
                           .set("required", field.required).set("options", std::move(options)));
    }
    return json::Object().set("action", disagreement::to_word(allowed.action)).set("about", allowed.key).set("asks", std::move(asks));
}

template <class Things>
json::Array array_of(const Things& things) {
    json::Array array;
    for (const auto& thing : things) array.push_back(as_json(thing));
    return array;
}

}  // namespace

std::string log_in_words(const rehearsal::Rehearsal& played, Questions questions) {
    std::string text;
    for (const auto& step : played.log) {
        text += step.heading + "\n";
        for (const auto& event : step.events) text += "    recorded   " + event + "\n";
        if (!step.refusal.empty()) text += "    refused    " + step.refusal + "\n";
        std::vector<std::string> told;
        for (const auto& telling : step.told) told.push_back(telling_in_words(telling));
        if (!told.empty()) text += "    told       " + base::join(told, ", ") + "\n";
        add_duties(text, step.duties);
        add_permitted(text, step, questions);
    }
    return text;
}

json::Value log_as_json(const rehearsal::Rehearsal& played, Questions questions) {
    json::Array steps;
    for (const auto& step : played.log) {
        json::Array events, permitted;
        for (const auto& event : step.events) events.emplace_back(event);
        for (const auto& allowed : step.permissions.permitted) permitted.emplace_back(word_of(allowed));
        json::Object object;
        object.set("step", step.heading).set("events", std::move(events)).set("refused", step.refusal)
                            .set("told", array_of(step.told)).set("duties", array_of(step.duties)).set("whose", step.whose)
                            .set("permitted", std::move(permitted));
        if (questions == Questions::Shown) object.set("asks", array_of(step.permissions.permitted));
        steps.push_back(std::move(object));
    }
    return steps;
}

}  // namespace cli
