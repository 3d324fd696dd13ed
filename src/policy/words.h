// The closed lists of the pack language: every word, and what it means to the engine.
#pragma once
#include "base/ensure.h"
#include "base/refusal.h"
#include "policy/pack.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace policy {

/// A value and the word that packs, pages and the API use for it.
template <class E>
struct Named {
    E value;
    std::string_view word;
};
template <class E>
Named(E, std::string_view) -> Named<E>;

/// The closed list of E, in the order of its enumerators.
template <class E>
std::span<const Named<E>> words_of();

template <>
std::span<const Named<Happening>> words_of<Happening>();  // "stage-opened"
template <>
std::span<const Named<What>> words_of<What>();  // "complete_form"
template <>
std::span<const Named<Ask>> words_of<Ask>();  // "raiser_kind"
template <>
std::span<const Named<Strength>> words_of<Strength>();  // "must"
template <>
std::span<const Named<Silence>> words_of<Silence>();  // "next_stage"
template <>
std::span<const Named<StageKind>> words_of<StageKind>();  // "hand_over"
template <>
std::span<const Named<TierRow::From>> words_of<TierRow::From>();  // "line"
template <>
std::span<const Named<Members::From>> words_of<Members::From>();  // "each_concerned"
template <>
std::span<const Named<Meeting::Effect>> words_of<Meeting::Effect>();  // "mediates"
template <>
std::span<const Named<Then>> words_of<Then>();  // "hands_over"
template <>
std::span<const Named<Whom>> words_of<Whom>();  // "adult"
template <>
std::span<const Named<Force>> words_of<Force>();  // "advisory"
template <>
std::span<const Named<Channel>> words_of<Channel>();  // "face-to-face"
template <>
std::span<const Named<Profile>> words_of<Profile>();  // "content_free"
template <>
std::span<const Named<FieldKind>> words_of<FieldKind>();  // "long_text"
template <>
std::span<const Named<Privacy>> words_of<Privacy>();  // "narrative"
template <>
std::span<const Named<calendar::Convention>> words_of<calendar::Convention>();  // "elapsed"

template <class E>
std::string word_of(E value) {
    for (const auto& named : words_of<E>()) {
        if (named.value == value) return std::string(named.word);
    }
    base::ensure(false, "an enumerator has a word");
    return {};
}

template <class E>
std::optional<E> find_word(std::string_view word) {
    for (const auto& named : words_of<E>()) {
        if (named.word == word) return named.value;
    }
    return std::nullopt;
}

template <class E>
std::vector<std::string> all_words() {
    std::vector<std::string> words;
    for (const auto& named : words_of<E>()) words.emplace_back(named.word);
    return words;
}

/// "raising", "raising:manager", "role:iro", "partnership:business-manager", "above:raiser", …
std::string to_word(const Who&);
base::Result<Who> parse_who(std::string_view);

/// "settled", "form-submitted:stage-3-alert"
base::Result<Fact> parse_fact(std::string_view);

/// The actions of the engine that a need may stand before. Declaring danger, recording a referral
/// or what protects the child, notes and corrections are not among them: they are always open.
const std::vector<std::string>& words_before();

/// What a question is answered with where the words are the language's own; empty for keys and facts.
std::vector<std::string> closed_words(Ask);

/// Lower-case letters and digits, in groups joined by "-" or "_", at most 64: "stage-1".
bool is_key(std::string_view);

}  // namespace policy
