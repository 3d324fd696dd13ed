// What both sides say, what came of it, and who confirms it in writing.
#include <algorithm>

#include "app/outcomes.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "web/columns.h"
#include "web/disagreement_sections.h"
#include "web/events.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// More than so many positions open with the newest.
constexpr std::size_t positions_at_first = 4;

Html when_and_who(const Case& one, const app::Entry& entry) {
    const auto& event = entry.event;
    const auto& zone = one.calendar().zone;
    Html said = render(time_of(event.happened_at, zone));
    const auto author = app::author_of(one.dossier(), event);
    if (!author.empty()) said.add(". ").add(author);
    said.add(". Entry " + std::to_string(entry.revision));
    if (app::differ_on_paper(event.happened_at, event.recorded_at))
        said.add(", entered ").add(render(time_of(event.recorded_at, zone)));
    return p("app-entry")(said.add("."));
}

/// "Answered: receiving side"
Html told(const Case& one, const app::Entry& entry, Element heading) {
    const std::string side = side_in_words(entry.event.by.side);
    Html said = std::move(heading)(app::headline_of(one.dossier(), entry.event) + (side.empty() ? "" : ": " + side));
    return said.add(when_and_who(one, entry)).add(answers_of(one, entry));
}

Html reply(const Case& one, const app::Entry& entry) {
    Html said = strong()(app::headline_of(one.dossier(), entry.event));
    return li()(said, when_and_who(one, entry), answers_of(one, entry));
}

Html outcome(const Case& one, const app::Outcome& outcome) {
    Html said = h3("govuk-heading-s govuk-!-margin-bottom-1")(app::headline_of(one.dossier(), outcome.entry->event));
    said.add(when_and_who(one, *outcome.entry));
    const auto meaning = app::meaning_of(outcome.entry->event);
    if (!meaning.empty()) said.add(p("govuk-body")(meaning));
    said.add(answers_of(one, *outcome.entry));
    Html replies;
    for (const auto* entry : outcome.replies) replies.add(reply(one, *entry));
    if (!replies.empty()) said.add(ul("govuk-list app-replies")(replies));
    return div("app-outcome")(said);
}

Html standing(const Case& one, const app::Confirmation& confirmation) {
    const auto& duty = *confirmation.duty;
    Html said;
    if (duty.overdue) said.add(render(govuk::Tag{.content = "Overdue", .colour = govuk::TagColour::Red})).add(" ");
    said.add(app::standing_of(confirmation, one.calendar().zone));
    if (is_open(duty) && duty.due) said.add(", by ").add(due_in_words(*duty.due, one.calendar(), one.now()));
    return said;
}

/// Newest first.
std::vector<const app::Entry*> positions_of(const Case& one) {
    std::vector<const app::Entry*> positions;
    for (const auto& entry : one.view.timeline) {
        if (app::told_under(entry.event.fact.happening) == app::Told::Positions) positions.push_back(&entry);
    }
    std::ranges::reverse(positions);
    return positions;
}

}  // namespace

Html positions_said(const Case& one) {
    Html said;
    for (const auto* position : positions_of(one)) said.add(told(one, *position, h2("govuk-heading-s govuk-!-margin-bottom-1")));
    return said;
}

Html positions_section(const Case& one) {
    const auto positions = positions_of(one);
    if (positions.empty()) return {};
    Html section = h2("govuk-heading-m").with("id", "positions")("What both sides say");
    Html earlier;
    for (std::size_t i = 0; i < positions.size(); ++i)
        (i < positions_at_first ? section : earlier).add(told(one, *positions[i], h3("govuk-heading-s govuk-!-margin-bottom-1")));
    if (earlier.empty()) return section;
    const auto number = std::to_string(positions.size() - positions_at_first);
    return section.add(render(govuk::Details{
        .summary = "What was said before that (" + number + ")", .content = earlier, .classes = "app-earlier"}));
}

Html outcome_section(const Case& one) {
    Html section;
    for (const auto& each : app::outcomes_of(one.view)) section.add(outcome(one, each));
    if (section.empty()) return {};
    return Html(h2("govuk-heading-m").with("id", "outcome")("What came of it")).add(section);
}

Html confirmations_section(const Case& one) {
    std::vector<Html> rows;
    for (const auto& confirmation : app::confirmations_of(one.view)) {
        const auto& duty = *confirmation.duty;
        Html who = in_words(one.directory(), duty.owner);
        who.add(element("br")()).add(span("govuk-hint")(capitalised(side_in_words(duty.side))));
        rows.push_back(row_in_columns({who, duty.title, standing(one, confirmation)}));
    }
    if (rows.empty()) return {};
    return Html(h2("govuk-heading-m")("Who confirms it")).add(list_in_columns(rows));
}

}  // namespace web
