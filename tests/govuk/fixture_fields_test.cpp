#include <utility>

#include "govuk/character_count.h"
#include "govuk/field.h"
#include "govuk/file_upload.h"
#include "govuk/fixture_components.h"
#include "govuk/input.h"
#include "govuk/password_input.h"

namespace fixtures {

namespace {

using namespace govuk;

Size take_size(std::string& classes, const std::string& block) {
    const std::pair<const char*, Size> sizes[] = {
        {"--s", Size::Small}, {"--m", Size::Medium}, {"--l", Size::Large}, {"--xl", Size::ExtraLarge}};
    for (const auto& [end, size] : sizes) {
        if (take_class(classes, block + end)) return size;
    }
    return Size::Regular;
}

Label label_of(const Options& options) {
    Label label;
    label.content = options.content();
    label.is_page_heading = options.flag("isPageHeading");
    label.for_id = options.text("for");
    label.classes = options.text("classes");
    label.size = take_size(label.classes, "govuk-label");
    label.attributes = options.attributes();
    return label;
}

Affix affix_of(const std::optional<Options>& options) {
    if (!options) return {};
    return {options->content(), options->text("classes"), options->attributes()};
}

Html render_input(const Options& options) {
    Input input;
    input.field = field_of(options);
    input.value = options.text("value");
    if (options.has("type")) input.type = options.text("type");
    input.input_mode = options.text("inputmode");
    input.autocomplete = options.text("autocomplete");
    input.autocapitalize = options.text("autocapitalize");
    input.pattern = options.text("pattern");
    input.spellcheck = options.answer("spellcheck");
    input.disabled = options.flag("disabled");
    input.prefix = affix_of(options.child("prefix"));
    input.suffix = affix_of(options.child("suffix"));
    if (const auto wrapper = options.child("inputWrapper")) {
        input.wrapper_classes = wrapper->text("classes");
        input.wrapper_attributes = wrapper->attributes();
    }
    input.classes = options.text("classes");
    for (const int width : {2, 3, 4, 5, 10, 20, 30}) {
        if (take_class(input.classes, "govuk-input--width-" + std::to_string(width)))
            input.width_chars = width;
    }
    input.attributes = options.attributes();
    return render(input);
}

Textarea textarea_of(const Options& options) {
    Textarea textarea;
    textarea.field = field_of(options);
    textarea.value = options.text("value");
    textarea.rows = options.number("rows", 5);
    textarea.autocomplete = options.text("autocomplete");
    textarea.spellcheck = options.answer("spellcheck");
    textarea.disabled = options.flag("disabled");
    textarea.classes = options.text("classes");
    textarea.attributes = options.attributes();
    return textarea;
}

Html render_textarea(const Options& options) {
    return render(textarea_of(options));
}

std::optional<int> limit_of(const Options& options, const char* key) {
    if (options.text(key).empty()) return std::nullopt;
    return options.number(key, 0);
}

Plural plural_of(const Options& options, const char* key) {
    const auto words = options.child(key);
    return words ? Plural{words->text("one"), words->text("other")} : Plural{};
}

CountWords count_words_of(const Options& options) {
    return {options.text("textareaDescriptionText"),   plural_of(options, "charactersUnderLimitText"),
            options.text("charactersAtLimitText"),     plural_of(options, "charactersOverLimitText"),
            plural_of(options, "wordsUnderLimitText"), options.text("wordsAtLimitText"),
            plural_of(options, "wordsOverLimitText")};
}

Html render_character_count(const Options& options) {
    CharacterCount count;
    count.box = textarea_of(options);
    count.characters_max = limit_of(options, "maxlength");
    count.words_max = limit_of(options, "maxwords");
    count.threshold = limit_of(options, "threshold");
    const auto counted = options.text("countType");
    if (counted == "characters") count.counted = Counted::Characters;
    if (counted == "words") count.counted = Counted::Words;
    if (counted == "length") count.counted = Counted::Length;
    count.words = count_words_of(options);
    if (const auto message = options.child("countMessage")) count.message_classes = message->text("classes");
    return render(count);
}

Html render_password_input(const Options& options) {
    PasswordInput input;
    input.field = field_of(options);
    input.value = options.text("value");
    if (options.has("autocomplete")) input.autocomplete = options.text("autocomplete");
    input.disabled = options.flag("disabled");
    input.words = {options.text("showPasswordText"),
                   options.text("hidePasswordText"),
                   options.text("showPasswordAriaLabelText"),
                   options.text("hidePasswordAriaLabelText"),
                   options.text("passwordShownAnnouncementText"),
                   options.text("passwordHiddenAnnouncementText")};
    if (const auto button = options.child("button")) input.button_classes = button->text("classes");
    input.classes = options.text("classes");
    input.attributes = options.attributes();
    return render(input);
}

Html render_file_upload(const Options& options) {
    FileUpload upload;
    upload.field = field_of(options);
    upload.several = options.flag("multiple");
    upload.disabled = options.flag("disabled");
    upload.takes_drops = options.flag("javascript");
    upload.words = {options.text("chooseFilesButtonText"),         options.text("noFileChosenText"),
                    plural_of(options, "multipleFilesChosenText"), options.text("dropInstructionText"),
                    options.text("enteredDropZoneText"),           options.text("leftDropZoneText")};
    upload.wrapper_classes = options.text("wrapperClasses");
    upload.wrapper_attributes = options.attributes("wrapperAttributes");
    upload.classes = options.text("classes");
    upload.attributes = options.attributes();
    options.text("value");  // the template has no place for it: a browser would not take it either
    return render(upload);
}

Html render_select(const Options& options) {
    Select select;
    select.field = field_of(options);
    select.value = options.text("value");
    select.disabled = options.flag("disabled");
    select.classes = options.text("classes");
    select.attributes = options.attributes();
    for (const auto& item : options.list("items")) {
        std::optional<std::string> value;
        if (item.has("value")) value = item.text("value");
        select.options.push_back(
            {value, item.text("text"), item.answer("selected"), item.flag("disabled"), item.attributes()});
    }
    return render(select);
}

Html render_error_message(const Options& options) {
    ErrorMessage message;
    message.content = options.content();
    message.id = options.text("id");
    if (options.answer("visuallyHiddenText") == false)
        message.said_before.clear();
    else if (options.has("visuallyHiddenText"))
        message.said_before = options.text("visuallyHiddenText");
    message.classes = options.text("classes");
    message.attributes = options.attributes();
    return render(message);
}

Html render_fieldset(const Options& options) {
    const auto inner = options.content("html", "none");
    return render(fieldset_of(options), inner);
}

Html render_hint(const Options& options) {
    return render(Hint{options.content(), options.text("id"), options.text("classes"), options.attributes()});
}

}  // namespace

Field field_of(const Options& options) {
    Field field;
    field.name = options.text("name");
    field.id = options.text("id");
    if (const auto label = options.child("label")) field.label = label_of(*label);
    field.hint = options.content_of("hint");
    field.error = options.content_of("errorMessage");
    field.described_by = options.text("describedBy");
    if (const auto group = options.child("formGroup")) {
        field.group_classes = group->text("classes");
        field.group_attributes = group->attributes();
    }
    return field;
}

Fieldset fieldset_of(const Options& options) {
    Fieldset fieldset;
    if (const auto legend = options.child("legend")) {
        fieldset.legend.content = legend->content();
        fieldset.legend.is_page_heading = legend->flag("isPageHeading");
        fieldset.legend.classes = legend->text("classes");
        fieldset.legend.size = take_size(fieldset.legend.classes, "govuk-fieldset__legend");
    }
    fieldset.role = options.text("role");
    fieldset.described_by = options.text("describedBy");
    fieldset.classes = options.text("classes");
    fieldset.attributes = options.attributes();
    return fieldset;
}

std::map<std::string, Renderer> field_renderers() {
    return {
        {"character-count", render_character_count},
        {"error-message", render_error_message},
        {"fieldset", render_fieldset},
        {"file-upload", render_file_upload},
        {"hint", render_hint},
        {"input", render_input},
        {"label", [](const Options& options) { return render(label_of(options)); }},
        {"password-input", render_password_input},
        {"select", render_select},
        {"textarea", render_textarea},
    };
}

}  // namespace fixtures
