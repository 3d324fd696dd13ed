// Words that get a paragraph of their own, unless they bring their markup along.
#pragma once
#include "html/html.h"

namespace govuk {

inline bool has_markup(const html::Html& content) {
    return content.str().find('<') != std::string::npos;
}

/// A line of text in a paragraph; markup as it stands; nothing where there is nothing.
inline html::Html prose(const html::Html& content) {
    return content.empty() || has_markup(content) ? content : html::p("govuk-body")(content);
}

}  // namespace govuk
