#include <utility>

#include "govuk/button.h"
#include "govuk/cookie_banner.h"
#include "govuk/error_summary.h"
#include "govuk/exit_this_page.h"
#include "govuk/feedback.h"
#include "govuk/fixture_components.h"
#include "govuk/notice.h"

namespace fixtures {

namespace {

using namespace govuk;

std::optional<ButtonType> button_type_of(const Options& options) {
    const auto type = options.text("type");
    if (type == "submit") return ButtonType::Submit;
    if (type == "button") return ButtonType::Button;
    if (type == "reset") return ButtonType::Reset;
    if (!type.empty()) options.give_up("a button of type " + type);
    return std::nullopt;
}

ButtonOrLink button_or_link_of(const Options& options) {
    return {options.content(),     options.text("href"),    button_type_of(options), options.text("name"),
            options.text("value"), options.text("classes"), options.attributes()};
}

Html render_button(const Options& options) {
    Button button;
    button.content = options.content();
    button.classes = options.text("classes");
    if (options.flag("isStartButton"))
        button.kind = ButtonKind::Start;
    else if (take_class(button.classes, "govuk-button--secondary"))
        button.kind = ButtonKind::Secondary;
    else if (take_class(button.classes, "govuk-button--warning"))
        button.kind = ButtonKind::Warning;
    else if (take_class(button.classes, "govuk-button--inverse"))
        button.kind = ButtonKind::Inverse;
    button.href = options.text("href");
    button.name = options.text("name");
    button.value = options.text("value");
    button.id = options.text("id");
    button.type = button_type_of(options).value_or(ButtonType::Submit);
    button.disabled = options.flag("disabled");
    button.prevents_double_click = options.answer("preventDoubleClick");
    button.attributes = options.attributes();
    return render(button);
}

Html render_error_summary(const Options& options) {
    ErrorSummary summary;
    summary.title = options.content("titleHtml", "titleText");
    summary.description = options.content("descriptionHtml", "descriptionText");
    for (const auto& item : options.list("errorList")) {
        summary.errors.push_back({item.text("href"), item.content(), item.attributes()});
    }
    summary.keeps_focus_away = options.answer("disableAutoFocus");
    summary.classes = options.text("classes");
    summary.attributes = options.attributes();
    return render(summary);
}

Html render_panel(const Options& options) {
    Panel panel;
    panel.title = options.content("titleHtml", "titleText");
    panel.content = options.content();
    panel.heading_level = options.number("headingLevel", 1);
    panel.classes = options.text("classes");
    if (take_class(panel.classes, "govuk-panel--interruption")) panel.kind = PanelKind::Interruption;
    if (const auto actions = options.child("actions")) {
        panel.actions.emplace();
        for (const auto& item : actions->list("items"))
            panel.actions->items.push_back(button_or_link_of(item));
        panel.actions->classes = actions->text("classes");
        panel.actions->attributes = actions->attributes();
    }
    panel.attributes = options.attributes();
    return render(panel);
}

Html render_notification_banner(const Options& options) {
    NotificationBanner banner;
    if (options.is_markup()) {
        banner.content = options.content();
    } else {
        banner.heading = options.text("text");
        options.text("html");
    }
    banner.kind = options.text("type") == "success" ? BannerKind::Success : BannerKind::Important;
    banner.title = options.content("titleHtml", "titleText");
    banner.heading_level = options.number("titleHeadingLevel", 2);
    if (options.has("titleId")) banner.title_id = options.text("titleId");
    banner.role = options.text("role");
    banner.keeps_focus_away = options.answer("disableAutoFocus");
    banner.classes = options.text("classes");
    banner.attributes = options.attributes();
    return render(banner);
}

Html render_details(const Options& options) {
    return render(Details{options.content("summaryHtml", "summaryText"), options.content(),
                          options.flag("open"), options.text("id"), options.text("classes"),
                          options.attributes()});
}

Html render_warning_text(const Options& options) {
    WarningText warning;
    warning.content = options.content();
    if (!options.text("iconFallbackText").empty()) warning.said_before = options.text("iconFallbackText");
    warning.classes = options.text("classes");
    warning.attributes = options.attributes();
    return render(warning);
}

Html render_inset_text(const Options& options) {
    return render(
        InsetText{options.content(), options.text("id"), options.text("classes"), options.attributes()});
}

Html render_phase_banner(const Options& options) {
    PhaseBanner banner;
    if (const auto tag = options.child("tag")) banner.tag = tag_of(*tag);
    banner.content = options.content();
    banner.classes = options.text("classes");
    banner.attributes = options.attributes();
    return render(banner);
}

CookieMessage cookie_message_of(const Options& options) {
    CookieMessage message;
    message.heading = options.content("headingHtml", "headingText");
    message.content = options.content();
    for (const auto& action : options.list("actions")) message.actions.push_back(button_or_link_of(action));
    message.hidden = options.flag("hidden");
    message.role = options.text("role");
    message.classes = options.text("classes");
    message.attributes = options.attributes();
    return message;
}

Html render_cookie_banner(const Options& options) {
    CookieBanner banner;
    for (const auto& message : options.list("messages"))
        banner.messages.push_back(cookie_message_of(message));
    if (options.has("ariaLabel")) banner.label = options.text("ariaLabel");
    banner.hidden = options.flag("hidden");
    banner.classes = options.text("classes");
    banner.attributes = options.attributes();
    return render(banner);
}

Html render_feedback(const Options& options) {
    return render(Feedback{options.content("titleHtml", "titleText"), options.content(),
                           options.number("headingLevel", 2), options.text("classes"), options.attributes()});
}

Html render_exit_this_page(const Options& options) {
    ExitThisPage exit;
    exit.content = options.content();
    if (options.has("redirectUrl")) exit.redirect_url = options.text("redirectUrl");
    exit.id = options.text("id");
    exit.activated = options.text("activatedText");
    exit.timed_out = options.text("timedOutText");
    exit.press_two_more_times = options.text("pressTwoMoreTimesText");
    exit.press_one_more_time = options.text("pressOneMoreTimeText");
    exit.classes = options.text("classes");
    exit.attributes = options.attributes();
    return render(exit);
}

}  // namespace

Tag tag_of(const Options& options) {
    Tag tag;
    tag.content = options.content();
    tag.classes = options.text("classes");
    const std::pair<const char*, TagColour> colours[] = {
        {"grey", TagColour::Grey}, {"green", TagColour::Green},   {"teal", TagColour::Teal},
        {"blue", TagColour::Blue}, {"purple", TagColour::Purple}, {"magenta", TagColour::Magenta},
        {"red", TagColour::Red},   {"orange", TagColour::Orange}, {"yellow", TagColour::Yellow}};
    for (const auto& [name, colour] : colours) {
        if (take_class(tag.classes, std::string("govuk-tag--") + name)) tag.colour = colour;
    }
    tag.attributes = options.attributes();
    return tag;
}

std::map<std::string, Renderer> block_renderers() {
    return {
        {"button", render_button},
        {"cookie-banner", render_cookie_banner},
        {"details", render_details},
        {"error-summary", render_error_summary},
        {"exit-this-page", render_exit_this_page},
        {"feedback", render_feedback},
        {"inset-text", render_inset_text},
        {"notification-banner", render_notification_banner},
        {"panel", render_panel},
        {"phase-banner", render_phase_banner},
        {"tag", [](const Options& options) { return render(tag_of(options)); }},
        {"warning-text", render_warning_text},
    };
}

}  // namespace fixtures
