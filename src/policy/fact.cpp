#include "policy/fact.h"

#include "base/text.h"
#include "policy/words.h"

namespace policy {

std::string to_word(Happening happening) {
    return word_of(happening);
}

std::optional<Happening> parse_happening(std::string_view word) {
    return find_word<Happening>(word);
}

std::vector<std::string> happening_words() {
    return all_words<Happening>();
}

std::string to_word(const Fact& fact) {
    return fact.key.empty() ? to_word(fact.happening) : to_word(fact.happening) + ":" + fact.key;
}

base::Result<Fact> parse_fact(std::string_view text) {
    const auto colon = text.find(':');
    const auto word = text.substr(0, colon);
    const auto happening = parse_happening(word);
    if (!happening) {
        const auto meant = base::nearest(word, happening_words());
        auto hint = meant.empty() ? std::string("see the list of facts in the guide to the language")
                                        : "did you mean '" + meant + "'?";
        return base::refused("unknown_fact", "no fact is called '" + std::string(word) + "'", std::move(hint));
    }
    if (colon == std::string_view::npos) return Fact{*happening};
    const auto key = std::string(text.substr(colon + 1));
    if (!is_key(key)) {
        return tl::unexpected(base::Refusal{
            "unknown_fact", "after '" + std::string(word) + ":' comes a key, as in 'form-submitted:notice'"});
    }
    return Fact{*happening, key};
}

}  // namespace policy
