// A draft of one's own: what it is, going on with it, throwing it away, asking somebody to look.
#include <algorithm>

#include "govuk/button.h"
#include "govuk/choices.h"
#include "govuk/error_summary.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "policy/whom.h"
#include "web/act_drafts.h"
#include "web/columns.h"
#include "web/draft_parts.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/raising.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

constexpr std::string_view whom_field = "whom";

Sheet draft_sheet(const Asked& asked, const std::string& partnership, const std::string& title,
                  const std::string& back) {
    Sheet sheet{.title = title, .section = Section::Work, .way_back = govuk::BackLink{.href = back}};
    sheet.under = name_of_partnership(asked, partnership);
    sheet.content = span("govuk-caption-l")(sheet.under);
    sheet.content.add(h1("govuk-heading-l")(title));
    return sheet;
}

Html draft_banner(std::string_view done) {
    govuk::NotificationBanner banner{.kind = govuk::BannerKind::Success};
    if (done == "saved") banner.heading = "Your draft has been saved. Nothing has been sent.";
    if (done == "asked") banner.heading = "They see under ‘Your work’ that your draft waits for their look.";
    if (done == "taken-back") banner.heading = "They cannot open your draft any more.";
    return banner.heading.empty() ? Html{} : render(banner);
}

/// Saving is not telling: whoever said so may have stopped before they told anybody.
Html danger_warning(const UseCases& use, const Asked& asked, const app::KeptDraft& draft) {
    const auto raising = find_raising(use, asked, draft.partnership);
    const bool danger = std::ranges::find(draft.fields, std::pair<std::string, std::string>("danger", "yes")) !=
                        draft.fields.end();
    if (!raising || !danger) return {};
    return render(govuk::WarningText{
        .content = policy::worded("You said that a child is in immediate danger, and a draft tells nobody. Call 999 "
                                  "now if you have not done so.",
                                  raising->partnership.pack())});
}

Html facts_of_draft(const Asked& asked, const app::KeptDraft& draft) {
    const auto fact = [](const std::string& key, const Html& value) {
        govuk::SummaryRow row;
        row.key = key;
        row.value = value;
        return row;
    };
    govuk::SummaryList list;
    const auto about = subject_of(asked, draft);
    list.rows.push_back(fact("About", about.empty() ? "You have not said yet" : about));
    list.rows.push_back(fact("Saved", render(time_of(draft.saved_at, home_zone))));
    list.rows.push_back(fact("Will be deleted on", day_of(draft.expires_at).add(", unless you save it again")));
    return render(list);
}

Html take_back_button(const Asked& asked, const app::KeptDraft& draft, const app::Look& look) {
    const std::string whom = name_of(*asked.known, look.whom);
    govuk::Button button{.content = Html("Take it back"), .kind = govuk::ButtonKind::Secondary};
    button.content.add(span("govuk-visually-hidden")(" from " + whom));
    button.classes = "govuk-!-margin-bottom-0";
    Html form = govuk::hidden_field("look", look.id);
    return form_to(draft_path(draft.id) + "/take-back", asked, form.add(render(button)));
}

Html looks_section(const Asked& asked, const app::KeptDraft& draft) {
    Html part = h2("govuk-heading-m")("A private look");
    std::vector<Html> rows;
    for (const auto& look : draft.looks) {
        Html when = Html("Asked ").add(render(time_of(look.asked_at, home_zone)));
        when.add(element("br")()).add(span("govuk-hint")(look.comment.empty() ? "No comment yet" : "Has commented"));
        rows.push_back(row_in_columns({strong()(name_of(*asked.known, look.whom)), when,
                                       take_back_button(asked, draft, look)}));
    }
    part.add(p("govuk-body")(
        rows.empty() ? "You can ask somebody above you, or whoever leads safeguarding in your agency, to look before "
                       "the other side sees anything."
                     : "They see your answers, and those you give later. If you take it back, what they "
                       "wrote goes with it."));
    if (!rows.empty()) part.add(list_in_columns(rows));
    return part.add(render(govuk::Button{.content = rows.empty() ? "Ask somebody to look at it" : "Ask somebody else",
                                         .kind = govuk::ButtonKind::Secondary,
                                         .href = draft_path(draft.id) + "/ask"}));
}

std::string posts_of(const Asked& asked, const app::PersonId& person) {
    std::string words;
    for (const auto& [id, capacity] : app::held_by(*asked.known, person, today(asked)))
        words += (words.empty() ? "" : "; ") + in_words(asked.known->directory, id);
    return words;
}

Sheet ask_sheet(const UseCases& use, const Asked& asked, const app::KeptDraft& draft, const Problems& problems) {
    const std::string title = "Ask somebody to look at your draft";
    Sheet sheet = draft_sheet(asked, draft.partnership, title, draft_path(draft.id));
    govuk::Radios choice{.group = {.name = std::string(whom_field)}};
    choice.group.fieldset = govuk::Fieldset{.legend = {.content = "Who should look?", .size = govuk::Size::Medium}};
    for (const auto& person : use.drafts.who_may_look(asked.person(), draft)) {
        choice.group.items.push_back(govuk::Choice{.value = person.get(),
                                                   .content = name_of(*asked.known, person),
                                                   .hint = posts_of(asked, person)});
    }
    if (choice.group.items.empty()) {
        sheet.content.add(p("govuk-body")("Nobody is known who stands above your post or leads safeguarding in your "
                                          "agency. Your partnership's business manager keeps the list of posts."));
        return sheet;
    }
    sheet.content.add(p("govuk-body")("They can read everything that you have saved, and say something to you. They "
                                      "cannot change or raise it. Nobody else sees it, and you can take it back."));
    if (!problems.empty()) {
        sheet.answers = govuk::Answers::WithErrors;
        choice.group.error = capitalised(problems.front().why);
        Html summary = render(govuk::ErrorSummary{.errors = {{"#whom", choice.group.error, {}}}});
        sheet.content = summary.add(sheet.content);
    }
    Html form = render(choice);
    sheet.content.add(form_to(draft_path(draft.id) + "/ask", asked, form.add(submit_button("Ask them"))));
    return sheet;
}

}  // namespace

Answer draft_page(const UseCases& use, const Address&, const Asked& asked) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft) return no_draft(use, asked, asked.parameter("draft"));
    if (draft->act) return http::see_other(path_of(*draft->act));
    Sheet sheet = draft_sheet(asked, draft->partnership, "Your draft", "/work");
    sheet.content = draft_banner(asked.request.query.get("done")).add(sheet.content);
    sheet.content.add(danger_warning(use, asked, *draft)).add(facts_of_draft(asked, *draft));
    sheet.content.add(comments_on(use, asked, draft->id));
    sheet.content.add(govuk::button_group(
        {render(govuk::Button{.content = "Continue", .href = draft_path(draft->id) + "/questions"}),
         a(draft_path(draft->id) + "/throw-away", "govuk-link")("Delete draft")}));
    sheet.content.add(looks_section(asked, *draft));
    return sheet;
}

Answer draft_throw_away(const UseCases& use, const Address&, const Asked& asked) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft) return no_draft(use, asked, asked.parameter("draft"));
    const std::string back = draft->act ? path_of(*draft->act) : draft_path(draft->id);
    Sheet sheet = draft_sheet(asked, draft->partnership, "Delete this draft?", back);
    const auto about = draft->act ? draft->act->reference + ": " + draft->act->title : subject_of(asked, *draft);
    if (!about.empty()) sheet.content.add(p("govuk-body")(about));
    sheet.content.add(p("govuk-body")("You saved it on ", render(time_of(draft->saved_at, home_zone)), "."));
    sheet.content.add(p("govuk-body")(draft->act ? "What you typed cannot be brought back."
                                                 : "What you typed cannot be brought back. Whoever you asked to look "
                                                   "at it cannot open it any more."));
    const Html throw_away = render(govuk::Button{
        .content = "Delete draft", .kind = govuk::ButtonKind::Warning, .prevents_double_click = true});
    sheet.content.add(form_to(
        draft_path(draft->id) + "/throw-away", asked,
        govuk::button_group({throw_away, a(back, "govuk-link")("Keep it")})));
    return sheet;
}

Answer draft_throw_away_now(const UseCases& use, const Address&, const Asked& asked) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft) return no_draft(use, asked, asked.parameter("draft"));
    use.drafts.forget(asked.person(), draft->id);
    return http::see_other(draft->act ? path_of(draft->act->reference) : "/work");
}

Answer draft_ask(const UseCases& use, const Address&, const Asked& asked) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft) return no_draft(use, asked, asked.parameter("draft"));
    if (draft->act) return not_found();
    return ask_sheet(use, asked, *draft, {});
}

Answer draft_ask_now(const UseCases& use, const Address&, const Asked& asked) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft) return no_draft(use, asked, asked.parameter("draft"));
    const auto look = use.drafts.ask(asked.person(), draft->id, app::PersonId(std::string(asked.form.get(whom_field))));
    if (!look) return ask_sheet(use, asked, *draft, {look.error()});
    return http::see_other(draft_path(draft->id) + "?done=asked");
}

Answer draft_take_back(const UseCases& use, const Address&, const Asked& asked) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft) return no_draft(use, asked, asked.parameter("draft"));
    use.drafts.take_back(asked.person(), draft->id, std::string(asked.form.get("look")));
    return http::see_other(draft_path(draft->id) + "?done=taken-back");
}

}  // namespace web
