// Answers held against the questions: every mistake, in words a person can act on.
#include "base/text.h"
#include "calendar/local_time.h"
#include "disagreement/action.h"
#include "disagreement/conditions.h"
#include "disagreement/steps.h"
#include "policy/asking.h"
#include "policy/house_questions.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::Answers;
using policy::Field;
using policy::FieldKind;
using Refusals = std::vector<base::Refusal>;

std::string options_in_words(const Field& field) {
    std::vector<std::string> keys;
    for (const auto& option : field.options) keys.push_back(option.key);
    return base::join(keys, ", ");
}

/// What people write may be in any script, and carries its marks of direction with it when it is pasted: only
/// what no keyboard writes is refused, where a pack refuses more.
bool has_control_characters(const std::string& text) {
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
    });
}

/// What is wrong with one value, or "" where nothing is.
std::string wrong(const Field& field, const std::string& value) {
    if (!base::is_utf8(value) || has_control_characters(value)) {
        return policy::answer_of(field) + " holds characters that are not text";
    }
    if (base::length_of(value) > static_cast<std::size_t>(field.max)) {
        return policy::answer_of(field) + " must be " + std::to_string(field.max) + " characters or less";
    }
    switch (field.kind) {
        case FieldKind::Text:
            if (value.find_first_of("\r\n") != std::string::npos) return policy::answer_of(field) + " must be on one line";
            return {};
        case FieldKind::LongText: return {};
        case FieldKind::Date: {
            const auto date = calendar::parse_date(value);
            return date ? std::string{} : policy::answer_of(field) + " must be a real date, like 2026-11-19: " + date.error().why;
        }
        case FieldKind::DateTime: {
            if (!calendar::parse_local_time(value)) return policy::answer_of(field) + " must be a real date and time, like 2026-11-19T14:30";
            const bool once = calendar::parse_moment(value, calendar::Edition{}.zone).has_value();
            return once ? std::string{} : policy::answer_of(field) + " must be a time that the clocks showed once";
        }
        case FieldKind::YesNo:
            return value == "yes" || value == "no" ? std::string{} : policy::answer_of(field) + " must be yes or no";
        case FieldKind::OneOf:
        case FieldKind::ManyOf:
        case FieldKind::Post:
        case FieldKind::Person:
        case FieldKind::Agency: break;
    }
    if (field.options.empty()) return {};
    if (std::ranges::find(field.options, value, &policy::Option::key) != field.options.end()) return {};
    return policy::answer_of(field) + " must be one of: " + options_in_words(field);
}

bool takes_several(FieldKind kind) {
    return kind == FieldKind::ManyOf || kind == FieldKind::Post || kind == FieldKind::Person ||
           kind == FieldKind::Agency;
}

bool is_blank(const std::vector<std::string>& values) {
    return std::ranges::all_of(values, [](const auto& value) { return base::trimmed(value).empty(); });
}

void check_field(const Field& field, const Answers& answers, Refusals& refusals) {
    const auto values = answers.list(field.name);
    if (is_blank(values)) {
        if (field.required) refusals.push_back({"answer_missing", policy::asked_for(field), {}, field.name});
        return;
    }
    if (values.size() > (takes_several(field.kind) ? policy::posts_named_max : 1)) {
        refusals.push_back({"too_many_answers", policy::answer_of(field) + " has too many answers", {}, field.name});
        return;
    }
    for (const auto& value : values) {
        if (auto what = wrong(field, value); !what.empty()) {
            refusals.push_back({"answer_wrong", std::move(what), {}, field.name});
            return;
        }
    }
}

}  // namespace

Command without_blanks(Command command) {
    auto& answers = command.answers.values;
    for (auto& [name, values] : answers) std::erase_if(values, [](const auto& value) { return base::trimmed(value).empty(); });
    std::erase_if(answers, [](const auto& answer) { return answer.second.empty(); });
    return command;
}

void leave_unasked(std::vector<Field>& fields, const State& state, const policy::Pack& pack) {
    std::erase_if(fields, [&](const Field& field) { return field.when && !holds(*field.when, state, pack); });
}

std::vector<base::Refusal> check_answers(const std::vector<Field>& fields, const Answers& answers,
                                         const State& state, const policy::Pack& pack) {
    Refusals refusals;
    for (const auto& field : fields) {
        if (!field.when || holds(*field.when, state, pack)) check_field(field, answers, refusals);
    }
    std::vector<std::string> known;
    for (const auto& field : fields) known.push_back(field.name);
    for (const auto& [name, values] : answers.values) {
        if (std::ranges::find(known, name) != known.end()) continue;
        const std::string meant = base::nearest(name, known);
        refusals.push_back({"answer_unknown", "'" + name + "' is not asked here" +
                            (meant.empty() ? std::string{} : " (did you mean '" + meant + "'?)"), {}, name});
    }
    return refusals;
}

}  // namespace disagreement
