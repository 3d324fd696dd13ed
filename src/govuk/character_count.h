// An answer that is counted while it is typed; whether it is too long is the server's to say.
#pragma once
#include <optional>
#include <string>

#include "govuk/input.h"
#include "govuk/said.h"

namespace govuk {

/// What the script counts; nothing said: words where there is a limit of words, else characters.
enum class Counted { Characters, Words, Length };

/// What the script says instead of its own words, where these are given.
struct CountWords {
    std::string description;  // "You can enter up to %{count} characters"
    Plural characters_under;
    std::string characters_at;
    Plural characters_over;
    Plural words_under;
    std::string words_at;
    Plural words_over;
};

struct CharacterCount {
    Textarea box;
    std::optional<int> characters_max;
    std::optional<int> words_max;  // instead of characters
    std::optional<int> threshold;  // says so only from this per cent of the limit on
    std::optional<Counted> counted;
    CountWords words;
    std::string message_classes;
};

Html render(const CharacterCount& count);

}  // namespace govuk
