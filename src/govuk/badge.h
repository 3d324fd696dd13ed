// Small marks: what something is, and how many are new.
#pragma once
#include <string>

#include "html/html.h"

namespace govuk {

using html::Attributes;
using html::Html;

struct Badge {
    Html content;
    std::string said_instead;  // heard in its place, where the words alone say too little
    std::string classes;
    Attributes attributes;
};

/// How many, in a circle: nothing for none, and "99+" from 99 on.
struct NotificationBadge {
    int count = 0;
    std::string said_after;  // heard, not seen: "new messages"
    std::string classes;
    Attributes attributes;
};

Html render(const Badge& badge);
Html render(const NotificationBadge& badge);

}  // namespace govuk
