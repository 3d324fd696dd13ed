#include "govuk/accordion.h"

#include "govuk/classes.h"
#include "govuk/heading.h"
#include "govuk/prose.h"

namespace govuk {

using namespace html;

namespace {

Html accordion_section(const Accordion& accordion, const AccordionSection& section,
                       const std::string& number) {
    const auto id = [&](std::string_view part) {
        return accordion.id + "-" + std::string(part) + "-" + number;
    };
    const auto button = span("govuk-accordion__section-button").with("id", id("heading"))(section.heading);
    Html head = heading(accordion.heading_level, "govuk-accordion__section-heading")(button);
    if (!section.summary.empty()) {
        head.add(
            div("govuk-accordion__section-summary govuk-body").with("id", id("summary"))(section.summary));
    }
    const std::string_view open = section.open ? "govuk-accordion__section--expanded" : "";
    return div(classes_of({"govuk-accordion__section", open}))(
        div("govuk-accordion__section-header")(head),
        div("govuk-accordion__section-content").with("id", id("content"))(prose(section.content)));
}

Attributes said_by(const AccordionWords& words) {
    Attributes said;
    add_said(said, "data-i18n.hide-all-sections", words.hide_all);
    add_said(said, "data-i18n.hide-section", words.hide);
    add_said(said, "data-i18n.hide-section-aria-label", words.hide_label);
    add_said(said, "data-i18n.show-all-sections", words.show_all);
    add_said(said, "data-i18n.show-section", words.show);
    add_said(said, "data-i18n.show-section-aria-label", words.show_label);
    return said;
}

}  // namespace

Html render(const Accordion& accordion) {
    Html sections;
    std::size_t place = 0;
    for (const auto& section : accordion.sections) {
        ++place;
        sections.add(accordion_section(accordion, section,
                                       section.number.empty() ? std::to_string(place) : section.number));
    }
    const auto& remembers = accordion.remembers;
    return div(classes_of({"govuk-accordion", accordion.classes}))
        .with("data-module", "govuk-accordion")
        .with("id", accordion.id)
        .with_all(said_by(accordion.words))
        .with_some("data-remember-expanded", !remembers   ? ""
                                             : *remembers ? "true"
                                                          : "false")
        .with_all(accordion.attributes)(sections);
}

}  // namespace govuk
