#include "app/outcomes.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "govuk/timeline.h"
#include "web/disagreement_sections.h"
#include "web/events.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using policy::Happening;

/// On the page of the disagreement some answers stand in a section of their own; elsewhere they stand here.
enum class Answers { OnceOnPage, Here };

/// The way to where the answers of an entry stand; empty where that is in the history.
Html way_to_answers(const app::Entry& entry) {
    switch (app::told_under(entry.event.fact.happening)) {
        case app::Told::About: return a("#about", "govuk-link")("What was raised stands above");
        case app::Told::Positions: return a("#positions", "govuk-link")("What was said stands above");
        case app::Told::Outcome: return a("#outcome", "govuk-link")("What came of it stands above");
        case app::Told::InHistory: break;
    }
    return {};
}

govuk::TimelineItem item_of(const Case& one, const app::Entry& entry_of, Answers answers) {
    const auto& event = entry_of.event;
    const auto& zone = one.calendar().zone;
    govuk::TimelineItem item{
        .title = app::headline_of(one.dossier(), event),
        .by = app::author_of(one.dossier(), event),
        .when = time_of(event.happened_at, zone)};
    Html entry = "Entry " + std::to_string(entry_of.revision);
    if (app::differ_on_paper(event.happened_at, event.recorded_at))
        entry.add(", entered ").add(render(time_of(event.recorded_at, zone)));
    item.description.add(p("app-entry")(entry));
    const auto way = answers == Answers::OnceOnPage ? way_to_answers(entry_of) : Html{};
    if (way.empty())
        item.description.add(answers_of(one, entry_of));
    else if (app::has_answers(one.dossier(), entry_of))
        item.description.add(p("govuk-body")(way));
    return item;
}

Html point_row(const Case& one, const disagreement::Point& point) {
    Html said;
    if (const auto* text = one.view.find_text(point.event + 1, "point")) said.add(text_in_words(*text));
    said.add(p("govuk-body")(in_words(one.directory(), point.owner), ", by ", render(time_of(point.by))));
    if (point.settled_at)
        said.add(p("govuk-body")("Done on ", render(time_of(*point.settled_at, one.calendar().zone))));
    return said;
}

/// Those after one revision up to another, newest first.
Html entries(const Case& one, std::size_t after, std::size_t last, Answers answers) {
    govuk::Timeline timeline;
    for (auto entry = one.view.timeline.rbegin(); entry != one.view.timeline.rend(); ++entry) {
        if (entry->revision > after && entry->revision <= last) timeline.items.push_back(item_of(one, *entry, answers));
    }
    return render(timeline);
}

std::size_t last_of(const Case& one) {
    return one.view.timeline.empty() ? 0 : one.view.timeline.back().revision;
}

/// A long history opens with what is new; with a few more than that, it is not worth a line to open.
constexpr std::size_t entries_at_first = 10;
constexpr std::size_t entries_in_one = 14;

}  // namespace

Html timeline_after(const Case& one, std::size_t revision) {
    return entries(one, revision, last_of(one), Answers::Here);
}

Html timeline_section(const Case& one) {
    Html section = h2("govuk-heading-m")("What has happened");
    const auto number = one.view.timeline.size();
    section.add(
        p("govuk-body")("Newest first. " + std::to_string(number) + (number == 1 ? " entry." : " entries.")));
    if (number <= entries_in_one) return section.add(entries(one, 0, last_of(one), Answers::OnceOnPage));
    const auto earlier = number - entries_at_first;
    const auto last_earlier = one.view.timeline[earlier - 1].revision;
    return section.add(entries(one, last_earlier, last_of(one), Answers::OnceOnPage))
        .add(render(govuk::Details{.summary = "The " + std::to_string(earlier) + " entries before that",
                                   .content = entries(one, 0, last_earlier, Answers::OnceOnPage),
                                   .classes = "app-earlier"}));
}

Html points_section(const Case& one) {
    if (one.state().points.empty()) return {};
    govuk::SummaryList list;
    for (const auto& point : one.state().points) {
        list.rows.push_back({.key = "Point " + point.key, .value = point_row(one, point)});
    }
    Html section = h2("govuk-heading-m")("Outstanding points");
    return section.add(render(list));
}

Html forms_section(const Case& one) {
    Html forms;
    for (const auto& entry : one.view.timeline) {
        if (entry.event.fact.happening != Happening::FormSubmitted) continue;
        forms.add(li()(app::headline_of(one.dossier(), entry.event), ", ",
                       render(time_of(entry.event.happened_at, one.calendar().zone)),
                       " (entry " + std::to_string(entry.revision) + ")"));
    }
    if (forms.empty()) return {};
    Html section = h2("govuk-heading-m")("Forms completed");
    return section.add(ul("govuk-list govuk-list--bullet")(forms));
}

}  // namespace web
