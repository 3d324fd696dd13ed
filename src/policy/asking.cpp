#include "policy/asking.h"

#include "base/text.h"
#include "policy/wording.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace policy {
namespace {

using Words = std::vector<std::string>;

/// How a label goes into a sentence.
enum class Shape {
    Question,  // "Is the child safe now?"
    Clause,    // "Whose decision you disagree with", "To which post"
    Thing,     // "Outcome wanted", "Your reasons"
    Other,     // "From", "To: assistant director"
};

constexpr std::array<std::string_view, 9> question_words{"who", "whose", "whom", "what", "which", "when", "where", "why", "how"};
constexpr std::array<std::string_view, 11> before_a_thing{"to", "from", "by", "for", "in", "of", "with", "at", "on", "if", "until"};
constexpr std::array<std::string_view, 22> determiners{"the", "a",   "an",   "your", "their", "our",   "its",      "my",
                                                       "any", "all", "each", "every", "this",  "these", "anything", "another", "somebody", "one",
                                                       "both", "two", "three", "no"};

bool is_one_of(const auto& list, std::string_view word) { return std::ranges::find(list, word) != std::end(list); }

Words words_of(const std::string& label) { return base::split(base::lower(label), ' '); }

Shape shape_of(const std::string& label) {
    if (label.ends_with('?')) return Shape::Question;
    const auto words = words_of(label);
    if (is_one_of(question_words, words.front())) return Shape::Clause;
    if (is_one_of(before_a_thing, words.front()))
        return words.size() > 1 && is_one_of(question_words, words[1]) ? Shape::Clause : Shape::Other;
    return label.find_first_of(":;.!") == std::string::npos ? Shape::Thing : Shape::Other;
}

/// "NHS number", "I agree" and "A" of a list keep their capitals.
std::string within_a_sentence(std::string label) {
    const auto upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    const bool name = label.size() > 1 && (upper(label[1]) || label.starts_with("I "));
    if (!name && !label.empty()) label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
    return label;
}

/// "board-representative" as people say it.
std::string said_of(std::string kind) {
    std::ranges::replace(kind, '-', ' ');
    std::ranges::replace(kind, '_', ' ');
    return kind;
}

std::string with_an_article(const std::string& noun) {
    const bool vowel = std::string_view("aeio").find(noun.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + noun;
}

/// What is chosen is not typed.
bool is_picked(const Field& field) {
    switch (field.kind) {
        case FieldKind::YesNo:
        case FieldKind::OneOf:
        case FieldKind::ManyOf:
        case FieldKind::Post:
        case FieldKind::Person:
        case FieldKind::Agency: return true;
        case FieldKind::Date:
        case FieldKind::DateTime:
        case FieldKind::Text:
        case FieldKind::LongText: break;
    }
    return is_one_of(std::array<std::string_view, 2>{"which", "whose"}, words_of(field.label).front());
}

bool is_dated(const Field& field) { return field.kind == FieldKind::Date || field.kind == FieldKind::DateTime; }

}  // namespace

std::string asked_for(const Field& field) {
    const std::string& label = field.label;
    if (field.kind == FieldKind::YesNo) return "Select yes or no: " + within_a_sentence(label);
    const std::string verb = is_picked(field) ? "Select " : "Enter ";
    switch (shape_of(label)) {
        case Shape::Question: return verb + "an answer: " + within_a_sentence(label);
        case Shape::Clause: return verb + within_a_sentence(label);
        case Shape::Thing: return verb + in_a_sentence(label);
        case Shape::Other: break;
    }
    return verb + "an answer to '" + label + "'";
}

std::string in_a_sentence(const std::string& title) {
    const std::string said = within_a_sentence(title);
    return is_one_of(determiners, words_of(title).front()) ? said : "the " + said;
}

std::string posts_in_words(int number, const std::vector<std::string>& kinds) {
    const std::string count = std::to_string(number);
    if (kinds.empty()) return count + (number == 1 ? " person" : " people");
    if (kinds.size() == 1) return count + " " + said_of(kinds.front()) + (number == 1 ? "" : "s");
    std::vector<std::string> said;
    for (const auto& kind : kinds) said.push_back(said_of(kind));
    return count + " of these: " + base::join(said, ", ");
}

std::string one_of_kinds(const std::vector<std::string>& kinds) {
    std::vector<std::string> said;
    for (const auto& kind : kinds) said.push_back(with_an_article(said_of(kind)));
    return base::join(said, " or ");
}

std::string answer_of(const Field& field) {
    const auto shape = shape_of(field.label);
    if (shape == Shape::Thing) return capitalised(in_a_sentence(field.label));
    return is_dated(field) ? "The date" : "Your answer to '" + field.label + "'";
}

}  // namespace policy
