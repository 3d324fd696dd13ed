// Raising: what it is for, the questions, checking the answers, and what comes of it.
#include <algorithm>

#include "disagreement/stages.h"
#include "govuk/button.h"
#include "govuk/notice.h"
#include "policy/whom.h"
#include "web/command_id.h"
#include "web/disagreement_sections.h"
#include "web/draft_parts.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/raise_sheet.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

Html not_for_this(const policy::Scope& scope) {
    Html list;
    for (const auto& exclusion : scope.exclusions) {
        list.add(li()(exclusion.question, " Go to ", exclusion.go_to, "."));
    }
    if (list.empty()) return {};
    Html part = h2("govuk-heading-m")("What this is not for");
    return part.add(ul("govuk-list govuk-list--bullet")(list));
}

Html guidance(const policy::Scope& scope) {
    Html list;
    for (const auto& word : scope.guidance) list.add(li()(word.title));
    if (list.empty()) return {};
    Html part = h2("govuk-heading-m")("What the policy says first");
    return part.add(ul("govuk-list govuk-list--bullet")(list));
}

/// The same answers once more, with another button.
Html again(const Raising& raising, const std::string& step, const Html& button) {
    const auto& form = raising.asked.form;
    Html content = carried(form);
    content.add(govuk::hidden_field(control::command, form.get(control::command)))
        .add(govuk::hidden_field(control::step, step));
    return form_to(raise_path(raising) + "/questions", raising.asked, content.add(button));
}

Html change_button(const Raising& raising) {
    return again(
        raising, "change",
        render(govuk::Button{.content = "Change your answers", .kind = govuk::ButtonKind::Secondary}));
}

Html where_it_goes(const Raising& raising, const disagreement::Events& events) {
    const auto state = disagreement::replay(events);
    const auto* visit = disagreement::find_last_visit(state);
    const auto* stage = visit ? policy::find_stage(raising.partnership.pack(), visit->stage) : nullptr;
    if (!stage) return {};
    const auto& directory = raising.partnership.directory;
    Html lines = li()("It starts at ", strong()(stage->label + ": " + stage->title), ".");
    lines.add(li()("For your side: ", in_words(directory, visit->raising.post), "."));
    for (const auto& [agency, seat] : visit->receiving) {
        lines.add(li()("It goes to: ", in_words(directory, seat.post), ", ",
                       holders_in_words(*raising.asked.known, seat.post, today(raising.asked)), "."));
    }
    Html part = h2("govuk-heading-m")("Where it goes");
    return part.add(ul("govuk-list govuk-list--bullet")(lines));
}

Sheet check_sheet(const Raising& raising, const disagreement::Events& events) {
    const std::string title = "Check your answers before you raise it";
    Sheet sheet = raise_sheet(raising, title, raise_path(raising));
    sheet.content = h1("govuk-heading-l")(title);
    if (raising.asked.form.get("danger") == "yes") {
        sheet.content.add(render(govuk::WarningText{
            .content =
                policy::worded("You said that a child is in immediate danger. Call 999 now if you have not done so.",
                               raising.partnership.pack())}));
    }
    sheet.content.add(where_it_goes(raising, events));
    sheet.content.add(h2("govuk-heading-m")("Your answers")).add(raise_answers(raising, raising.asked.form));
    sheet.content.add(p("govuk-body")(
        "The other side sees what you wrote as soon as you raise it. You will see when they must answer."));
    sheet.content.add(again(raising, "send", submit_button("Raise the disagreement")));
    sheet.content.add(change_button(raising));
    return sheet;
}

/// Not the way for that is a page of its own, never a mistake in a field.
Sheet elsewhere_sheet(const Raising& raising, const base::Refusal& no) {
    const std::string title = "This policy is not the way for that";
    Sheet sheet = raise_sheet(raising, title, raise_path(raising));
    sheet.content = h1("govuk-heading-l")(title);
    sheet.content.add(p("govuk-body")(capitalised(no.why), "."));
    if (!no.clause.empty())
        sheet.content.add(p("govuk-body")("The policy says so in clause ", no.clause, "."));
    sheet.content.add(change_button(raising));
    return sheet;
}

Answer refused(const UseCases& use, const Raising& raising, const Problems& problems) {
    const auto elsewhere = std::ranges::find(problems, std::string("not_for_this"), &base::Refusal::rule);
    if (elsewhere != problems.end()) return elsewhere_sheet(raising, *elsewhere);
    return question_sheet(use, raising, raising.asked.form, problems,
                          std::string(raising.asked.form.get(control::command)));
}

/// As it was typed, whatever may be wrong with it: nothing is asked of a draft.
Answer save_draft(const UseCases& use, const Raising& raising, const std::string& command_id) {
    const auto& form = raising.asked.form;
    app::Typed typed;
    for (const auto& [name, value] : form) {
        if (!name.starts_with("_")) typed.emplace_back(name, value);
    }
    const auto draft = use.drafts.save(raising.asked.person(), {command_id, raising.partnership.key, typed});
    if (!draft) return question_sheet(use, raising, form, {draft.error()}, command_id);
    return http::see_other(draft_path(draft->id) + "?done=saved");
}

}  // namespace

Answer choose_partnership(const UseCases&, const Address&, const Asked& asked) {
    const auto own = partnerships_of(asked);
    if (own.size() == 1) return http::see_other("/raise/" + own.front()->key);
    Sheet sheet{.title = "Raise a disagreement", .section = Section::Raise};
    sheet.content = h1("govuk-heading-l")("Raise a disagreement");
    if (own.empty()) {
        sheet.content.add(
            p("govuk-body")("You hold no post in an agency that works with a partnership here, so there is "
                            "nothing you could raise it from."));
        return sheet;
    }
    sheet.content.add(
        p("govuk-body")("Your agency works with several partnerships. Each has its own policy. Choose the "
                        "one where the child lives."));
    Html links;
    for (const auto* partnership : own)
        links.add(li()(a("/raise/" + partnership->key, "govuk-link")(partnership->name)));
    sheet.content.add(ul("govuk-list govuk-list--spaced")(links));
    return sheet;
}

Answer before_raising(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    const auto& pack = raising->partnership.pack();
    Sheet sheet = raise_sheet(*raising, "Before you raise a disagreement", "/work");
    sheet.content = span("govuk-caption-l")(raising->partnership.name);
    sheet.content.add(h1("govuk-heading-l")("Before you raise a disagreement"));
    sheet.content.add(render(govuk::WarningText{
        .content = policy::worded("If a child is in immediate danger, call 999 now. If a child is at risk of "
                                  "harm, tell children's social care under your child protection procedures. "
                                  "Do not wait for an answer here.",
                                  pack)}));
    sheet.content.add(
        p("govuk-body")(policy::worded("Use this when you think that a decision, an action or something left undone "
                                       "by another agency leaves a child unsafe, and talking has not settled it. ",
                                       pack),
                        "It follows the policy ",
                        strong()(pack.identity.title), " of ", pack.identity.owner, "."));
    sheet.content.add(
        p("govuk-body")("It is not a complaint, and it is not about who is to blame. Both sides see the same "
                        "record and the same dates."));
    sheet.content.add(not_for_this(pack.scope)).add(guidance(pack.scope));
    sheet.content.add(h2("govuk-heading-m")("What you need"));
    sheet.content.add(ul("govuk-list govuk-list--bullet")(
        li()("whose decision or action it is"),
        li()(policy::worded("why it leaves the child unsafe, and what you base that on", pack)),
        li()("the outcome you want"), li()(policy::worded("what protects the child meanwhile", pack))));
    sheet.content.add(p("govuk-body")(
        "It takes about ten minutes. ",
        a("/policies/" + raising->partnership.key, "govuk-link")("Read the policy and its dates"), "."));
    sheet.content.add(render(govuk::Button{.content = "Start now",
                                           .kind = govuk::ButtonKind::Start,
                                           .href = raise_path(*raising) + "/questions"}));
    return sheet;
}

Answer raise_questions(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    return question_sheet(use, *raising, certain_answers(*raising), {}, use.random.id());
}

Answer raise_step(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    const auto command = raise_command(asked.form);
    if (!is_command_id(command.id)) return bad_request("it does not say which command it is");
    if (asked.form.has(save_for_later)) return save_draft(use, *raising, command.id);
    const std::string step(asked.form.get(control::step));
    if (step == "change") return question_sheet(use, *raising, asked.form, {}, command.id);
    if (step == "send") {
        const auto raised = use.transact.raise(asked.person(), raising->partnership.key, command);
        if (!raised) return refused(use, *raising, {raised.error()});
        use.drafts.forget(asked.person(), command.id);
        return http::see_other(path_of(raised->reference) + "/raised");
    }
    const auto problems = problems_of(*raising, asked.form, command);
    if (!problems.empty()) return refused(use, *raising, problems);
    return check_sheet(*raising, *rehearse(*raising, command));
}

Answer raise_again(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    return question_sheet(use, *raising, asked.form, {}, std::string(asked.form.get(control::command)));
}

Answer raised_page(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"));
    if (!view) return not_found();
    const Case one{*view, asked};
    Sheet sheet{
        .title = "Disagreement raised", .under = one.dossier().partnership->name, .section = Section::Raise};
    sheet.content = render(govuk::Panel{
        .title = "Disagreement raised",
        .content = Html("The reference is").add(element("br")()).add(strong()(one.dossier().reference))});
    sheet.content.add(
        p("govuk-body")("Keep the reference. It says nothing about the child, so you may say it on the "
                        "telephone and write it in a mail."));
    sheet.content.add(what_happens_next(one));
    sheet.content.add(
        p("govuk-body")(a(path_of(one.dossier().reference), "govuk-link")("Go to the disagreement")));
    sheet.content.add(p("govuk-body")(a("/work", "govuk-link")("Go to your work")));
    return sheet;
}

}  // namespace web
