#include "govuk/notice.h"

#include "govuk/classes.h"
#include "govuk/heading.h"

namespace govuk {

using namespace html;

namespace {

std::string_view class_of(TagColour colour) {
    switch (colour) {
        case TagColour::Default: return {};
        case TagColour::Grey: return "govuk-tag--grey";
        case TagColour::Green: return "govuk-tag--green";
        case TagColour::Teal: return "govuk-tag--teal";
        case TagColour::Blue: return "govuk-tag--blue";
        case TagColour::Purple: return "govuk-tag--purple";
        case TagColour::Magenta: return "govuk-tag--magenta";
        case TagColour::Red: return "govuk-tag--red";
        case TagColour::Orange: return "govuk-tag--orange";
        case TagColour::Yellow: return "govuk-tag--yellow";
    }
    return {};
}

Html render_actions(const PanelActions& actions) {
    Html items;
    for (const auto& action : actions.items)
        items.add(render(action, {"govuk-button--inverse", "govuk-link--inverse"})).add(" ");
    return div(classes_of({"govuk-panel__actions", actions.classes}))
        .with_all(actions.attributes)(items.empty() ? Html{} : div("govuk-button-group")(items));
}

Html render_tag(const Tag& tag, std::string_view role_class) {
    const auto classes = classes_of({"govuk-tag", role_class, class_of(tag.colour), tag.classes});
    return strong(classes).with_all(tag.attributes)(tag.content);
}

}  // namespace

Html render(const Tag& tag) {
    return render_tag(tag, "");
}

Html render(const Panel& panel) {
    const bool interrupts = panel.kind == PanelKind::Interruption;
    Html inner = heading(panel.heading_level, "govuk-panel__title")(panel.title);
    if (!panel.content.empty()) inner.add(div("govuk-panel__body")(panel.content));
    if (interrupts && panel.actions) inner.add(render_actions(*panel.actions));
    const std::string_view kind = interrupts ? "govuk-panel--interruption" : "govuk-panel--confirmation";
    return div(classes_of({"govuk-panel", kind, panel.classes})).with_all(panel.attributes)(inner);
}

Html render(const NotificationBanner& banner) {
    const bool success = banner.kind == BannerKind::Success;
    const auto& away = banner.keeps_focus_away;
    const Html title = banner.title.empty() ? Html(success ? "Success" : "Important") : banner.title;
    const std::string_view role =
        banner.role.empty() ? (success ? "alert" : "region") : std::string_view(banner.role);
    const auto head =
        heading(banner.heading_level, "govuk-notification-banner__title").with("id", banner.title_id)(title);
    const auto line =
        banner.heading.empty() ? Html{} : p("govuk-notification-banner__heading")(banner.heading);
    const auto content = banner.content.empty() ? line : banner.content;
    const std::string_view mark = success ? "govuk-notification-banner--success" : "";
    return div(classes_of({"govuk-notification-banner", mark, banner.classes}))
        .with("role", role)
        .with("aria-labelledby", banner.title_id)
        .with("data-module", "govuk-notification-banner")
        .with_some("data-disable-auto-focus", !away   ? ""
                                              : *away ? "true"
                                                      : "false")
        .with_all(banner.attributes)(div("govuk-notification-banner__header")(head),
                                     div("govuk-notification-banner__content")(content));
}

Html render(const InsetText& text) {
    return div(classes_of({"govuk-inset-text", text.classes}))
        .with_some("id", text.id)
        .with_all(text.attributes)(text.content);
}

Html render(const WarningText& warning) {
    const auto icon = span("govuk-warning-text__icon").with("aria-hidden", "true")("!");
    const auto unseen = span("govuk-visually-hidden")(warning.said_before);
    return div(classes_of({"govuk-warning-text", warning.classes}))
        .with_all(warning.attributes)(icon, " ",
                                      strong("govuk-warning-text__text")(unseen, " ", warning.content));
}

Html render(const Details& details) {
    const auto summary =
        element("summary", "govuk-details__summary")(span("govuk-details__summary-text")(details.summary));
    return element("details", classes_of({"govuk-details", details.classes}))
        .with_some("id", details.id)
        .with_all(details.attributes)
        .flag("open", details.open)(summary, div("govuk-details__text")(details.content));
}

Html render(const PhaseBanner& banner) {
    const auto tag = render_tag(banner.tag, "govuk-phase-banner__content__tag");
    return div(classes_of({"govuk-phase-banner govuk-width-container", banner.classes}))
        .with_all(banner.attributes)(
            p("govuk-phase-banner__content")(tag, " ", span("govuk-phase-banner__text")(banner.content)));
}

}  // namespace govuk
