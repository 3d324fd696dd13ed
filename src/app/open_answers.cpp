#include "app/open_answers.h"

#include <algorithm>
#include <array>

#include "app/family_words.h"
#include "base/ensure.h"
#include "base/text.h"

namespace app {
namespace {

using policy::Field;
using policy::FieldKind;
using policy::Privacy;

constexpr std::size_t about_bytes_max = 200;

/// Answers that the program gives out itself, and takes back: nothing can be written there.
constexpr std::array keys{"event", "field"};

bool takes_words(const Field& field) {
    if (std::ranges::find(keys, field.name) != keys.end()) return false;
    return field.privacy == Privacy::Open &&
           (field.kind == FieldKind::Text || field.kind == FieldKind::LongText);
}

bool is_key_like(const std::string& about) {
    return about.size() <= about_bytes_max && std::ranges::all_of(about, [](char c) {
               const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
               return letter || std::string_view("@:._-/").find(c) != std::string_view::npos;
           });
}

}  // namespace

bool has_open_words(const std::vector<Field>& fields, const policy::Answers& answers) {
    return std::ranges::any_of(
        fields, [&](const Field& field) { return takes_words(field) && answers.has(field.name); });
}

std::vector<std::string> identity_in(const std::vector<Field>& fields, const policy::Answers& answers) {
    std::vector<std::string> words;
    for (const auto& field : fields) {
        if (field.privacy != Privacy::Identity) continue;
        for (auto& word : telling_parts(answers.text(field.name))) words.push_back(std::move(word));
    }
    return words;
}

std::optional<base::Refusal> find_leak(const std::vector<Field>& fields, const policy::Answers& answers,
                                       const std::vector<std::string>& family_words) {
    if (!is_key_like(answers.text("about"))) {
        return base::Refusal{
            "about_malformed", "what it is about is given by its key, not in words", {}, "about"};
    }
    for (const auto& field : fields) {
        if (!takes_words(field)) continue;
        for (const auto& value : answers.list(field.name)) {
            const std::string said = base::lower(value);
            const bool names = std::ranges::any_of(
                family_words, [&](const auto& word) { return base::contains_word(said, base::lower(word)); });
            if (!names) continue;
            return base::Refusal{
                "names_the_family",
                "this answer stays readable for ever: take out what names the child or family",
                {},
                field.name};
        }
    }
    return std::nullopt;
}

void ensure_sealed(const std::vector<Field>& fields, const disagreement::Events& events) {
    for (const auto& field : fields) {
        if (field.privacy == Privacy::Open) continue;
        for (const auto& event : events) {
            base::ensure(!event.open.has(field.name), "an answer that is not open is sealed");
        }
    }
}

}  // namespace app
