#include "web/draft_parts.h"

#include "calendar/local_time.h"
#include "govuk/button.h"
#include "govuk/notice.h"
#include "http/form.h"
#include "web/act_drafts.h"
#include "web/columns.h"
#include "web/fragments.h"
#include "web/partnerships.h"
#include "web/raising.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// A link whose words alone would not say which draft.
Html way_to_draft(const std::string& href, const std::string& text, const std::string& said_after) {
    return a(href, "govuk-link govuk-!-font-weight-bold")(
        text, span("govuk-visually-hidden")(" " + said_after));
}

Html second_line(Html first, const Html& second) {
    return first.add(element("br")()).add(span("govuk-hint")(second));
}

std::string looks_in_words(const app::KeptDraft& draft) {
    std::size_t said = 0;
    for (const auto& look : draft.looks) said += look.comment.empty() ? 0 : 1;
    if (said > 0) return counted(said, "comment") + " from a private look";
    return draft.looks.empty() ? "Nobody else can see it" : "Waits for a private look";
}

Html draft_ways(const app::KeptDraft& draft, const std::string& of) {
    const auto way = [&](const std::string& below, const std::string& text, const std::string& said_after) {
        return li()(a(draft_path(draft.id) + below, "govuk-link")(
            text, span("govuk-visually-hidden")((said_after.empty() ? "" : " ") + said_after + of)));
    };
    return ul("govuk-list govuk-!-margin-bottom-0")(way("/questions", "Continue", "the draft"),
                                                    way("/throw-away", "Delete draft", ""));
}

/// What it is of: a disagreement to raise, or something to do in one.
Html what_draft(const Asked& asked, const app::KeptDraft& draft) {
    if (!draft.act) {
        const auto where = name_of_partnership(asked, draft.partnership);
        const auto about = subject_of(asked, draft);
        const auto link = way_to_draft(draft_path(draft.id), about.empty() ? where : about, "draft");
        return second_line(link, (about.empty() ? "" : where + ". ") + looks_in_words(draft));
    }
    return second_line(way_to_draft(draft_path(draft.id), draft.act->title, "draft"), draft.act->reference);
}

Html own_row(const Asked& asked, const app::KeptDraft& draft) {
    const std::string of = draft.act ? " of " + draft.act->title + ", " + draft.act->reference
                                     : " in " + name_of_partnership(asked, draft.partnership) + ", saved " +
                                           calendar::in_words(draft.saved_at, home_zone);
    const Html saved = Html("Saved ").add(render(time_of(draft.saved_at, home_zone)));
    const Html until = Html("Will be deleted on ").add(day_of(draft.expires_at));
    return row_in_columns({what_draft(asked, draft), second_line(saved, until), draft_ways(draft, of)});
}

Html asked_row(const Asked& asked, const app::ShownDraft& shown) {
    const auto& look = shown.draft.looks.front();
    const std::string owner = name_of(*asked.known, shown.owner);
    const Html since = Html("Asked ").add(render(time_of(look.asked_at, home_zone)));
    return row_in_columns({second_line(way_to_draft(look_path(look.id), "Draft from " + owner, "to look at"),
                                       name_of_partnership(asked, shown.draft.partnership)),
                           since, look.comment.empty() ? "You have not said anything yet" : "You have commented"});
}

Html titled_list(const std::string& title, const std::vector<Html>& rows) {
    if (rows.empty()) return {};
    Html part = h2("govuk-heading-m")(title + " (" + std::to_string(rows.size()) + ")");
    return part.add(list_in_columns(rows));
}

}  // namespace

std::string draft_path(const std::string& id) {
    return "/drafts/" + http::percent_encoded(id);
}

std::string look_path(const std::string& id) {
    return "/looks/" + http::percent_encoded(id);
}

Html day_of(base::Moment moment) {
    return render(time_of(calendar::local_date(moment, home_zone)));
}

std::string name_of_partnership(const Asked& asked, const std::string& key) {
    const auto* partnership = asked.known->find_partnership(key);
    return partnership ? partnership->name : "a partnership that is no longer here";
}

std::string subject_of(const Asked& asked, const app::KeptDraft& draft) {
    const auto* partnership = asked.known->find_partnership(draft.partnership);
    if (!partnership) return {};
    const auto typed = typed_in(draft);
    const auto topic = topic_in_words(*partnership, std::string(typed.get("topic")));
    const app::AgencyId agency{std::string(typed.get(other_agency))};
    if (!partnership->directory.find_agency(agency)) return topic;
    return (topic.empty() ? "Disagreement with " : topic + ", with ") + in_words(partnership->directory, agency);
}

Html drafts_of(const UseCases& use, const Asked& asked) {
    std::vector<Html> waiting, own;
    for (const auto& shown : use.drafts.asked_of(asked.person())) waiting.push_back(asked_row(asked, shown));
    for (const auto& draft : use.drafts.list(asked.person())) own.push_back(own_row(asked, draft));
    Html part = titled_list("Drafts you were asked to look at", waiting);
    return own.empty() ? part : part.add(div().with("id", "drafts")(titled_list("Your drafts", own)));
}

Answer no_draft(const UseCases& use, const Asked& asked, const std::string& id) {
    const auto draft = use.drafts.find(asked.person(), id);
    if (draft || draft.error() == app::NoDraft::Unknown) return not_found();
    Sheet sheet{.title = "This draft has been deleted",
                .section = Section::Work,
                .status = 410,
                .way_back = govuk::BackLink{.href = "/work"}};
    if (draft.error() == app::NoDraft::Raised) {
        sheet.title = "You have raised this already";
        sheet.content = h1("govuk-heading-l")(sheet.title);
        sheet.content.add(p("govuk-body")("What you may just have typed here has not been saved. You can add it to the "
                                          "disagreement as a note."));
        const auto there = path_of(use.drafts.raised_as(asked.person(), id));
        sheet.content.add(render(govuk::Button{.content = "Go to the disagreement", .href = there}));
        return sheet;
    }
    sheet.content = h1("govuk-heading-l")(sheet.title);
    sheet.content.add(p("govuk-body")(
        draft.error() == app::NoDraft::Expired
            ? "Drafts are kept for 28 days from the last time that they were saved. This one ran out, and what was in it "
              "cannot be brought back. It was never sent to anybody."
            : "You deleted it, or left it after its first question and began others. What was in it cannot be brought "
              "back. It was never sent to anybody."));
    sheet.content.add(render(govuk::Button{.content = "Raise a disagreement", .href = "/raise"}));
    return sheet;
}

Html comments_on(const UseCases& use, const Asked& asked, const std::string& id) {
    const auto draft = use.drafts.find(asked.person(), id);
    if (!draft) return {};
    Html all;
    for (const auto& look : draft->looks) {
        if (look.comment.empty()) continue;
        Html said = p("govuk-body govuk-!-font-weight-bold")(name_of(*asked.known, look.whom) +
                                                            " said about your draft, to you alone:");
        all.add(render(govuk::InsetText{.content = said.add(paragraphs(look.comment))}));
    }
    return all;
}

}  // namespace web
