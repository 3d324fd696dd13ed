#include "rehearsal/check_answers.h"

#include "base/text.h"
#include "disagreement/fields.h"
#include "policy/words.h"
#include "rehearsal/vocabulary.h"

#include <algorithm>

namespace rehearsal {
namespace {

using policy::Field;
using policy::FieldKind;

std::vector<Field> asked_by(const Command& command, const State& state, const Setting& setting) {
    return disagreement::fields_of(command.action, state, setting, command.answers.text("about"));
}

Words posts_of(const directory::Directory& directory) {
    Words posts;
    for (const auto& [id, post] : directory.posts()) posts.push_back(id.get());
    return posts;
}

}  // namespace

std::string in_words(const Field& field) {
    std::vector<std::string> notes;
    if (!field.required) notes.emplace_back("may be left out");
    switch (field.kind) {
        case FieldKind::OneOf:
        case FieldKind::ManyOf: {
            Words keys;
            for (const auto& option : field.options) keys.push_back(option.key);
            notes.push_back((field.kind == FieldKind::OneOf ? "one of: " : "some of: ") + base::join(keys, " | "));
            break;
        }
        case FieldKind::Date: notes.emplace_back("a date"); break;
        case FieldKind::DateTime: notes.emplace_back("a date and time"); break;
        case FieldKind::YesNo: notes.emplace_back("yes or no"); break;
        case FieldKind::Post: notes.emplace_back("a post"); break;
        case FieldKind::Agency: notes.emplace_back("an agency"); break;
        case FieldKind::Person:
        case FieldKind::Text:
        case FieldKind::LongText: break;
    }
    return field.name + (notes.empty() ? "" : " (" + base::join(notes, ", ") + ")");
}

std::string hint_for_answer(const std::string& name, const Command& command, const State& state, const Setting& setting) {
    const auto asked = asked_by(command, state, setting);
    Words names, all;
    for (const auto& field : asked) {
        names.push_back(field.name);
        all.push_back(in_words(field));
    }
    const auto meant = base::nearest(name, names);
    if (!meant.empty()) return "did you mean '" + meant + "'?";
    return all.empty() ? "it asks nothing here" : "it asks: " + base::join(all, "; ");
}

base::Findings check_answers_of(const Step& step, const Command& command, const State& state, const Setting& setting) {
    base::Findings found;
    auto asked = asked_by(command, state, setting);
    for (const auto& field : disagreement::common_fields()) asked.push_back(field);
    const auto is_asked = [&](const std::string& name) {
        return std::ranges::find(asked, name, &Field::name) != asked.end();
    };
    for (std::size_t i = 0; i < step.leaving_out.size(); ++i) {
        const auto& name = step.leaving_out[i];
        const auto& place = step.written.at("leaving_out", i);
        if (!is_asked(name)) {
            found.push_back({place, "'" + step.does + "' does not ask '" + name + "', so it cannot be left out", hint_for_answer(name, command, state, setting), {}});
        } else if (step.with.has(name)) {
            found.push_back({place, "'" + name + "' is both answered and left out", "take it out of 'with' or of 'leaving_out'", {}});
        }
    }
    const auto posts = posts_of(setting.directory);
    for (const auto& field : asked) {
        if (field.kind != FieldKind::Post) continue;
        for (const auto& post : step.with.list(field.name)) {
            if (is_among(post, posts)) continue;
            found.push_back({step.written.at("with/" + field.name), "there is no such post in cast.yaml: '" + post + "'", hint_for_post(post, posts), {}});
        }
    }
    return found;
}

}  // namespace rehearsal
