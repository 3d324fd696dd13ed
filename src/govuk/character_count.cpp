#include "govuk/character_count.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

std::string_view name_of(Counted counted) {
    switch (counted) {
        case Counted::Characters: return "characters";
        case Counted::Words: return "words";
        case Counted::Length: return "length";
    }
    return {};
}

std::string number_of(const std::optional<int>& number) {
    return number ? std::to_string(*number) : "";
}

std::optional<Counted> counted_by(const CharacterCount& count) {
    return count.counted || !count.words_max ? count.counted : Counted::Words;
}

/// Before the script counts; nothing where the limit is one that only the script knows.
std::string count_message(const CharacterCount& count) {
    const auto limit = count.words_max ? count.words_max : count.characters_max;
    if (!limit) return {};
    const bool words = counted_by(count) == Counted::Words;
    std::string said = count.words.description;
    if (said.empty())
        said = words ? "You can enter up to %{count} words" : "You can enter up to %{count} characters";
    constexpr std::string_view mark = "%{count}";
    const auto at = said.find(mark);
    return at == std::string::npos ? said : said.replace(at, mark.size(), std::to_string(*limit));
}

Attributes module_of(const CharacterCount& count) {
    const CountWords& words = count.words;
    const auto counted = counted_by(count);
    Attributes attributes{{"data-module", "govuk-character-count"}};
    add_said(attributes, "data-maxlength", number_of(count.characters_max));
    add_said(attributes, "data-maxwords", number_of(count.words_max));
    add_said(attributes, "data-threshold", number_of(count.threshold));
    add_said(attributes, "data-count-type", counted ? std::string(name_of(*counted)) : "");
    if (!count.characters_max && !count.words_max)
        add_said(attributes, "data-i18n.textarea-description.other", words.description);
    add_said(attributes, "data-i18n.characters-under-limit.one", words.characters_under.one);
    add_said(attributes, "data-i18n.characters-under-limit.other", words.characters_under.other);
    add_said(attributes, "data-i18n.characters-at-limit", words.characters_at);
    add_said(attributes, "data-i18n.characters-over-limit.one", words.characters_over.one);
    add_said(attributes, "data-i18n.characters-over-limit.other", words.characters_over.other);
    add_said(attributes, "data-i18n.words-under-limit.one", words.words_under.one);
    add_said(attributes, "data-i18n.words-under-limit.other", words.words_under.other);
    add_said(attributes, "data-i18n.words-at-limit", words.words_at);
    add_said(attributes, "data-i18n.words-over-limit.one", words.words_over.one);
    add_said(attributes, "data-i18n.words-over-limit.other", words.words_over.other);
    return attributes;
}

}  // namespace

Html render(const CharacterCount& count) {
    Textarea box = count.box;
    const std::string message_id = id_of(box.field) + "-info";
    box.field.described_by = classes_of({box.field.described_by, message_id});
    box.classes = classes_of({"govuk-js-character-count", box.classes});

    Field field = box.field;
    field.group_classes = classes_of({"govuk-character-count", field.group_classes});
    field.group_attributes = module_of(count);
    const auto& more = box.field.group_attributes;
    field.group_attributes.insert(field.group_attributes.end(), more.begin(), more.end());
    const auto message =
        render(Hint{.content = count_message(count),
                    .id = message_id,
                    .classes = classes_of({"govuk-character-count__message", count.message_classes})});
    return group_of(field, box_of(box).add(message));
}

}  // namespace govuk
