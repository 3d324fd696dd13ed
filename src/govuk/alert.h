// What the reader should know about this page, leaner than a notification banner.
#pragma once
#include <string>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

enum class AlertKind { Information, Success, Warning, Error };

enum class TitleShown { AsText, AsHeading };

/// The title names the landmark; it is seen as the text where there is no content, or as a heading.
struct Alert {
    std::string title;
    Html content;
    AlertKind kind = AlertKind::Information;
    TitleShown title_shown = TitleShown::AsText;
    int heading_level = 2;
    std::string role = "region";  // "alert" where it answers what was done
    bool dismissible = false;     // with the script, which says "Dismiss"
    std::string focus_after;      // a selector: what has the focus once it is dismissed
    bool keeps_focus_away = false;
    std::string classes;
    Attributes attributes;
};

Html render(const Alert& alert);

}  // namespace govuk
