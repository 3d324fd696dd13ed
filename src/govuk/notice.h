// What stands out from the text around it, from a tag to a panel.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "govuk/button.h"
#include "html/html.h"

namespace govuk {

enum class TagColour { Default, Grey, Green, Teal, Blue, Purple, Magenta, Red, Orange, Yellow };

struct Tag {
    Html content;
    TagColour colour = TagColour::Default;
    std::string classes;
    Attributes attributes;
};

enum class PanelKind {
    Confirmation,  // it is done, and this is its reference
    Interruption,  // before you go on
};

/// What to do next, below an interruption.
struct PanelActions {
    std::vector<ButtonOrLink> items;
    std::string classes;
    Attributes attributes;
};

struct Panel {
    Html title;
    Html content;
    PanelKind kind = PanelKind::Confirmation;
    int heading_level = 1;
    std::optional<PanelActions> actions;  // of an interruption
    std::string classes;
    Attributes attributes;
};

enum class BannerKind { Important, Success };

/// Success takes the focus and is read out at once: only on the page after the deed.
struct NotificationBanner {
    std::string heading;  // one line
    Html content;         // or more than that, instead
    BannerKind kind = BannerKind::Important;
    Html title;  // else "Important" or "Success"
    int heading_level = 2;
    std::string title_id = "govuk-notification-banner-title";
    std::string role;                      // else region or alert
    std::optional<bool> keeps_focus_away;  // a success takes the focus unless told not to
    std::string classes;
    Attributes attributes;
};

struct InsetText {
    Html content;
    std::string id;
    std::string classes;
    Attributes attributes;
};

struct WarningText {
    Html content;
    std::string said_before = "Warning";
    std::string classes;
    Attributes attributes;
};

struct Details {
    Html summary;
    Html content;
    bool open = false;
    std::string id;
    std::string classes;
    Attributes attributes;
};

struct PhaseBanner {
    Tag tag;
    Html content;
    std::string classes;
    Attributes attributes;
};

Html render(const Tag& tag);
Html render(const Panel& panel);
Html render(const NotificationBanner& banner);
Html render(const InsetText& text);
Html render(const WarningText& warning);
Html render(const Details& details);
Html render(const PhaseBanner& banner);

}  // namespace govuk
