// What the service keeps in the browser, and the choice about it.
#pragma once
#include <string>
#include <vector>

#include "govuk/button.h"
#include "html/html.h"

namespace govuk {

struct CookieMessage {
    Html heading;
    Html content;  // a line of text becomes a paragraph
    std::vector<ButtonOrLink> actions;
    bool hidden = false;
    std::string role;  // "alert" where it answers what was pressed
    std::string classes;
    Attributes attributes;
};

struct CookieBanner {
    std::vector<CookieMessage> messages;
    std::string label = "Cookie banner";
    bool hidden = false;
    std::string classes;
    Attributes attributes;
};

Html render(const CookieBanner& banner);

}  // namespace govuk
