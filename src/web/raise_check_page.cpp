// Before a disagreement is raised: all answers once more, and the two pages that send somebody elsewhere first.
#include <functional>

#include "govuk/button.h"
#include "govuk/notice.h"
#include "json/json.h"
#include "policy/whom.h"
#include "web/act_drafts.h"
#include "web/draft_parts.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/raise_form.h"
#include "web/sent_to.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// What tells whether the answers are still those that were looked at.
std::string print_of(const app::KeptDraft& draft) {
    return std::to_string(std::hash<std::string>{}(json::to_text(app::to_json(draft.fields))));
}

/// As it would stand the moment after.
app::Dossier once_raised(const RaisingSoFar& so_far) {
    app::Dossier after = so_far.raising().dossier;
    after.state = disagreement::replay(*so_far.decision());
    after.duties = disagreement::duties(after.state, *after.pack, after.calendar, after.now);
    return after;
}

Html what_follows(const app::Dossier& after) {
    using disagreement::Side;
    const auto theirs = what_is_owed(after, Side::Receiving);
    const auto ours = what_is_owed(after, Side::Raising);
    Html part;
    if (!theirs.empty()) part.add(p("govuk-body")("If you raise it now, they owe you this:")).add(theirs);
    if (theirs.empty())
        part.add(p("govuk-body")("The policy gives them no date to answer by before your side has done what comes first."));
    if (!ours.empty()) part.add(p("govuk-body")("Your side then has to do this:")).add(ours);
    return part;
}

Html where_it_goes(const RaisingSoFar& so_far) {
    const auto after = once_raised(so_far);
    const auto* visit = disagreement::find_last_visit(after.state);
    const auto* stage = visit ? policy::find_stage(*after.pack, visit->stage) : nullptr;
    if (!stage) return {};
    Html part = h2("govuk-heading-m")("What happens when you raise it");
    part.add(p("govuk-body")("It starts at ", strong()(stage_in_words(*stage)), ". On your side it is with ",
                             strong()(in_words(so_far.raising().partnership.directory, visit->raising.post)), "."));
    part.add(p("govuk-body")("It goes to:")).add(whom_it_goes_to(after));
    return part.add(what_follows(after));
}

/// Each problem with a way to the page it is about, where a page asks for it.
Html still_to_do(const RaisingSoFar& so_far, const Problems& problems) {
    Html list;
    for (const auto& no : problems) {
        const auto* page = no.field.empty() ? nullptr : so_far.find_page(step_of(no.field));
        Html what = capitalised(no.why);
        if (!no.clause.empty()) what.add(" (" + clause_in_words(no.clause) + ")");
        list.add(li()(page ? a(question_path(so_far.command().id, page->step, Then::Check),
                               "govuk-notification-banner__link")(what)
                           : what));
    }
    govuk::NotificationBanner banner;
    banner.content = p("govuk-notification-banner__heading")("It cannot be raised yet.");
    banner.content.add(ul("govuk-list")(list));
    return render(banner);
}

/// Raising tells nobody who could protect the child tonight.
Html danger_reminder(const RaisingSoFar& so_far) {
    const bool danger = so_far.given().get("danger") == "yes";
    if (!danger && so_far.command().answers.text("safe_now") != "no") return {};
    const std::string said =
        danger ? "You said that a child is in immediate danger. Call 999 now if you have not done so."
               : "You said that the child is not safe now. If a child is in immediate danger, call 999. If a child is at "
                 "risk of harm, tell children's social care under your child protection procedures: do not wait for an "
                 "answer here.";
    return render(govuk::WarningText{.content = policy::worded(said, so_far.raising().partnership.pack())});
}

Html send_form(const RaisingSoFar& so_far, const app::KeptDraft& draft) {
    Html content = p("govuk-body")("The other side sees what you wrote as soon as you raise it. If you want ",
                                   "somebody on your side to read it before, ",
                                   a(draft_path(draft.id) + "/ask", "govuk-link")("ask somebody to look at it first"), ".");
    content.add(govuk::hidden_field(control::revision, print_of(draft)));
    content.add(govuk::button_group({submit_button("Raise the disagreement"),
                                     a(draft_path(draft.id), "govuk-link")("Leave it as a draft")}));
    return form_to(check_path(draft.id), so_far.raising().asked, content);
}

std::string last_question(const RaisingSoFar& so_far) {
    return question_path(so_far.command().id, so_far.pages().back().step, Then::Next);
}

Sheet check_sheet(const RaisingSoFar& so_far, const app::KeptDraft& draft, const Problems& problems) {
    const std::string title = "Check your answers before you raise it";
    Sheet sheet = raise_sheet(so_far.raising(), title, last_question(so_far));
    if (!problems.empty()) sheet.content = still_to_do(so_far, problems);
    sheet.content.add(span("govuk-caption-l")(so_far.raising().partnership.name)).add(h1("govuk-heading-l")(title));
    sheet.content.add(danger_reminder(so_far)).add(answers_to_check(so_far));
    if (problems.empty()) sheet.content.add(where_it_goes(so_far)).add(send_form(so_far, draft));
    return sheet;
}

/// The same page once more, because another window has changed what it shows.
Sheet changed_sheet(const RaisingSoFar& so_far, const app::KeptDraft& draft) {
    Sheet sheet = check_sheet(so_far, draft, so_far.problems());
    sheet.status = 409;
    const govuk::NotificationBanner banner{.heading = "Your answers have changed since you opened this page. Nothing has "
                                                      "been sent: check them again."};
    sheet.content = render(banner).add(sheet.content);
    return sheet;
}

Html places_to_go(const RaisingSoFar& so_far) {
    Html all;
    for (const auto& exclusion : so_far.raising().partnership.pack().scope.exclusions) {
        if (so_far.given().get("excluded_" + exclusion.key) != "yes") continue;
        const std::string clause = exclusion.source.clause.empty() ? "" : " (" + clause_in_words(exclusion.source.clause) + ")";
        all.add(p("govuk-body")("You answered yes to ‘", exclusion.question, "’. Go to ", strong()(exclusion.go_to), clause, "."));
    }
    return all;
}

/// One's own draft, or the page that says why there is none.
using DraftPage = std::function<Answer(const RaisingSoFar&, const app::KeptDraft&)>;

Answer with_draft(const UseCases& use, const Asked& asked, const DraftPage& page) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft) return no_draft(use, asked, asked.parameter("draft"));
    const auto raising = draft->act ? std::nullopt : find_raising(use, asked, draft->partnership);
    if (!raising) return not_found();
    return page(RaisingSoFar(*raising, typed_in(*draft), draft->id), *draft);
}

Answer send(const UseCases& use, const RaisingSoFar& so_far, const app::KeptDraft& draft) {
    const auto& raising = so_far.raising();
    if (raising.asked.form.get(control::revision) != print_of(draft)) return changed_sheet(so_far, draft);
    const auto problems = so_far.problems();
    if (!problems.empty()) return check_sheet(so_far, draft, problems);
    const auto& person = raising.asked.person();
    const auto raised = use.transact.raise(person, raising.partnership.key, so_far.command());
    if (!raised) return check_sheet(so_far, draft, {raised.error()});
    use.drafts.remember_raised(person, draft.id, raised->reference);
    return http::see_other(path_of(raised->reference) + "/raised");
}

}  // namespace

Answer raise_check(const UseCases& use, const Address&, const Asked& asked) {
    return with_draft(use, asked, [](const RaisingSoFar& so_far, const app::KeptDraft& draft) -> Answer {
        if (so_far.not_for_this()) return http::see_other(elsewhere_path(draft.id));
        return check_sheet(so_far, draft, so_far.problems());
    });
}

Answer raise_now(const UseCases& use, const Address&, const Asked& asked) {
    const auto before = use.drafts.raised_as(asked.person(), asked.parameter("draft"));
    if (!before.empty()) return http::see_other(path_of(before) + "/raised");
    return with_draft(use, asked, [&](const RaisingSoFar& so_far, const app::KeptDraft& draft) {
        return send(use, so_far, draft);
    });
}

Answer raise_in_danger(const UseCases& use, const Address&, const Asked& asked) {
    return with_draft(use, asked, [](const RaisingSoFar& so_far, const app::KeptDraft& draft) -> Answer {
        const auto& raising = so_far.raising();
        const auto& pack = raising.partnership.pack();
        const auto then = then_of(raising.asked);
        const auto onward = path_after(so_far, RaiseStep::Danger, then);
        if (so_far.given().get("danger") != "yes") return http::see_other(onward);
        Sheet sheet = raise_sheet(raising, "Call 999 now", question_path(draft.id, RaiseStep::Danger, then));
        sheet.content = span("govuk-caption-l")(raising.partnership.name).add(h1("govuk-heading-l")(sheet.title));
        sheet.content.add(p("govuk-body")(policy::worded(
            "Nobody has been told yet that a child is in immediate danger. Call 999 and follow your child protection "
            "procedures before you go on.",
            pack)));
        sheet.content.add(p("govuk-body")("The disagreement runs beside that and does not replace it. You can record "
                                          "whom you told once it is raised."));
        sheet.content.add(render(govuk::Button{.content = "I have done that: continue", .href = onward}));
        return sheet;
    });
}

Answer raise_elsewhere(const UseCases& use, const Address&, const Asked& asked) {
    return with_draft(use, asked, [](const RaisingSoFar& so_far, const app::KeptDraft& draft) -> Answer {
        if (!so_far.not_for_this()) return http::see_other(resume_path(so_far, Then::Next));
        const auto answers = question_path(draft.id, RaiseStep::RightWay, Then::Next);
        Sheet sheet = raise_sheet(so_far.raising(), "This policy is not the way for that", answers);
        sheet.content = span("govuk-caption-l")(so_far.raising().partnership.name).add(h1("govuk-heading-l")(sheet.title));
        sheet.content.add(places_to_go(so_far));
        sheet.content.add(p("govuk-body")("Nothing has been sent to anybody."));
        sheet.content.add(govuk::button_group(
            {render(govuk::Button{.content = "Change your answers", .kind = govuk::ButtonKind::Secondary, .href = answers}),
             a(draft_path(draft.id) + "/throw-away", "govuk-link")("Delete draft")}));
        return sheet;
    });
}

}  // namespace web
