// What stands around every answer: label or legend, hint, error, and the words that tie them together.
#pragma once
#include <optional>
#include <string>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

/// The four sizes of headings, and of labels and legends that serve as one.
enum class Size { Regular, Small, Medium, Large, ExtraLarge };

struct Label {
    Html content;
    Size size = Size::Regular;
    bool is_page_heading = false;  // the label is the h1 of its page
    std::string for_id;            // set by the field that owns the label
    std::string classes;
    Attributes attributes;
};

struct Hint {
    Html content;
    std::string id;
    std::string classes;
    Attributes attributes;
};

struct ErrorMessage {
    Html content;
    std::string id;
    std::string said_before = "Error";  // heard, not seen
    std::string classes;
    Attributes attributes;
};

struct Legend {
    Html content;
    Size size = Size::Regular;
    bool is_page_heading = false;
    std::string classes;
};

struct Fieldset {
    Legend legend;
    std::string role;
    std::string described_by;
    std::string classes;
    Attributes attributes;
};

/// A question with one answer. The id is the name, unless said otherwise; a hint or an error that is
/// empty is not there.
struct Field {
    std::string name;
    Label label;
    Html hint;
    Html error;
    std::string id;
    std::string described_by;
    std::string group_classes;
    Attributes group_attributes;
};

Html render(const Label& label);
Html render(const Hint& hint);
Html render(const ErrorMessage& message);
Html render(const Fieldset& fieldset, const Html& content);

/// The id of the control itself.
std::string id_of(const Field& field);
/// For aria-describedby: what was given, then hint and error, where there are any.
std::string description_ids(std::string_view given, std::string_view id, const Html& hint, const Html& error);
/// Hint and error with the ids that description_ids() names.
Html hint_and_error(std::string_view id, const Html& hint, const Html& error);
/// The group around label, hint, error and control, which turns red where there is an error.
Html group_of(const Field& field, const Html& control);
/// "govuk-form-group", with the mark of an error where there is one.
html::Element form_group(const Html& error, std::string_view classes, const Attributes& attributes);

}  // namespace govuk
