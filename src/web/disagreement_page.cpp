// One disagreement, from the child's safety down to the clauses behind it.
#include "app/record.h"
#include "calendar/local_time.h"
#include "disagreement/action_rules.h"
#include "govuk/notice.h"
#include "web/act_drafts.h"
#include "web/disagreement_sections.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/rows.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// The address says only which action it was; what it brought is read from the disagreement itself.
Html done_banner(const Case& one) {
    const std::string word(one.asked.request.query.get("done"));
    if (word == "saved")
        return render(govuk::NotificationBanner{.heading = "Your draft has been saved. Nothing has been sent.",
                                                .kind = govuk::BannerKind::Success});
    const bool released = word == "identity";
    const auto action = disagreement::parse_action(word);
    if (!action && !released) return {};
    const std::string title = released ? "Who the child is has been opened for you. That is on record."
                                       : std::string(disagreement::rule_of(*action).done) + ".";
    Html content = p("govuk-notification-banner__heading")(title);
    if (!released) content.add(p("govuk-body")("What happens next:")).add(next_steps_in_words(one));
    return render(
        govuk::NotificationBanner{.heading = "", .content = content, .kind = govuk::BannerKind::Success});
}

Html heading_of(const Case& one) {
    const auto& state = one.state();
    const auto& partnership = *one.dossier().partnership;
    Html heading = span("govuk-caption-l")(partnership.name);
    heading.add(h1("govuk-heading-l")("Disagreement ", span("app-reference")(one.dossier().reference)));
    Html line =
        render(govuk::Tag{.content = phase_in_words(state.phase),
                          .colour = state.phase == disagreement::Phase::Open ? govuk::TagColour::Blue
                                                                             : govuk::TagColour::Grey});
    const auto topic = topic_in_words(partnership, state.topic);
    if (!topic.empty()) line.add(" ").add(topic).add(".");
    line.add(" Raised by ").add(in_words(one.directory(), state.raising.agency));
    std::vector<app::AgencyId> receiving;
    for (const auto& party : state.receiving) receiving.push_back(party.agency);
    line.add(" with ").add(in_words(one.directory(), receiving)).add(".");
    return heading.add(p("govuk-body")(line));
}

/// Two columns at a desk, the record below what comes first; on a telephone what stands beside them comes between.
Html in_two_columns(const Html& first, const Html& beside, const Html& record) {
    return div("app-case")(div("app-case__first")(first), div("app-case__beside")(beside),
                           div("app-case__record")(record));
}

}  // namespace

Answer disagreement_page(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"),
                                                    disagreement::Questions::LeftOut);
    if (!view) return not_found();
    const Case one{*view, asked};
    Sheet sheet{.title = name_of(one),
                .under = one.dossier().partnership->name,
                .section = Section::Work,
                .width = govuk::Width::Full,
                .way_back = govuk::BackLink{.href = "/work", .content = "Your work"}};
    sheet.content = done_banner(one);
    sheet.content.add(heading_of(one));
    Html record = p("govuk-body govuk-!-display-none-print")(
        a(path_of(one.dossier().reference) + "/record.pdf", "govuk-link")("The whole record as a PDF"));
    record.add(positions_section(one)).add(outcome_section(one)).add(confirmations_section(one)).add(points_section(one));
    record.add(sides_section(one)).add(forms_section(one)).add(timeline_section(one)).add(sources_section(one));
    Html first = safety_section(one);
    first.add(act_drafts_section(use, one)).add(what_happens_next(one)).add(about_section(one));
    Html beside = where_it_stands(one);
    beside.add(actions_section(one));
    sheet.content.add(in_two_columns(first, beside, record));
    sheet.printed = "Printed by " + asked.visitor->name + ", " +
                    calendar::in_words(one.now(), one.calendar().zone) +
                    ". " + app::confidential;
    sheet.read = view->read;
    return sheet;
}

Answer disagreement_record(const UseCases& use, const Address&, const Asked& asked) {
    auto record = app::write_record(use.reading, use.papers, asked.person(), asked.parameter("reference"));
    if (!record) return not_found();
    return http::download(std::move(record->content), "application/pdf", record->file_name);
}

}  // namespace web
