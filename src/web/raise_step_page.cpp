// The questions of raising, a page at a time: shown, looked at, saved, gone on with.
#include "govuk/button.h"
#include "web/act_drafts.h"
#include "web/command_id.h"
#include "web/draft_parts.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/raise_form.h"

namespace web {
namespace {

using namespace html;

/// A draft of one's own with what was answered on the way to one of its pages.
struct OpenDraft {
    app::KeptDraft draft;
    Raising raising;
};

std::optional<OpenDraft> find_open(const UseCases& use, const Asked& asked) {
    auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (!draft || draft->act) return std::nullopt;
    auto raising = find_raising(use, asked, draft->partnership);
    if (!raising) return std::nullopt;
    return OpenDraft{std::move(*draft), std::move(*raising)};
}

std::string first_action(const Raising& raising) {
    return raise_path(raising) + "/questions";
}

/// The first page, which nothing has been kept of yet.
Sheet first_sheet(const RaisingSoFar& so_far, const Problems& problems) {
    const auto& raising = so_far.raising();
    return question_sheet(so_far, {so_far.pages().front(), problems, first_action(raising), raise_path(raising)});
}

Sheet step_sheet(const UseCases& use, const RaisingSoFar& so_far, const RaisePage& page, const Problems& problems) {
    const auto& asked = so_far.raising().asked;
    const auto& draft = so_far.command().id;
    const auto then = then_of(asked);
    return question_sheet(so_far, {page, problems, question_path(draft, page.step, then),
                                   path_before(so_far, page.step, then), comments_on(use, asked, draft)});
}

Sheet too_many_drafts(const Raising& raising) {
    Sheet sheet = raise_sheet(raising, "You have too many drafts", raise_path(raising));
    sheet.status = 409;
    sheet.content = h1("govuk-heading-l")(sheet.title);
    sheet.content.add(p("govuk-body")("You have as many drafts here as can be kept. Continue one of them or delete one, "
                                      "then start again."));
    sheet.content.add(render(govuk::Button{.content = "Go to your drafts", .href = "/work#drafts"}));
    return sheet;
}

Answer not_saved(const UseCases& use, const Raising& raising, const base::Refusal& no, const std::string& draft) {
    if (no.rule == "too_many_drafts") return too_many_drafts(raising);
    if (no.rule == "draft_gone") return no_draft(use, raising.asked, draft);
    return not_found();
}

app::DraftToSave page_to_save(const RaisingSoFar& so_far, const RaisePage& page, const http::Fields& kept) {
    app::DraftToSave saved{.id = so_far.command().id,
                           .partnership = so_far.raising().partnership.key,
                           .fields = {},
                           .boxes = boxes_of(page)};
    for (const auto& [name, value] : so_far.raising().asked.form) {
        if (saved.boxes->contains(name)) saved.fields.emplace_back(name, value);
    }
    // Another agency has other posts.
    const auto agency = so_far.raising().asked.form.get(other_agency);
    if (page.step == RaiseStep::Agency && agency != kept.get(other_agency)) saved.boxes->insert({"to", "receiving_posts"});
    return saved;
}

/// Of a page that was sent: what it was shown as, what is kept beside it, and the draft's id.
struct SentPage {
    RaisePage page;
    http::Fields kept;
    std::string draft;
};

/// What is wrong is shown as it was typed, and is not saved over what was right.
Answer take_page(const UseCases& use, const Raising& raising, const SentPage& sent,
                 Sheet (*again)(const UseCases&, const RaisingSoFar&, const RaisePage&, const Problems&)) {
    const auto& form = raising.asked.form;
    const RaisingSoFar typed(raising, with_page(sent.kept, sent.page, form), sent.draft);
    const bool for_later = form.has(save_for_later);
    const auto problems = for_later ? Problems{} : typed.problems_on(sent.page);
    if (!problems.empty()) return again(use, typed, sent.page, problems);
    const auto saved = use.drafts.save(raising.asked.person(), page_to_save(typed, sent.page, sent.kept));
    if (!saved) return not_saved(use, raising, saved.error(), sent.draft);
    if (for_later) return http::see_other(draft_path(sent.draft) + "?done=saved");
    const RaisingSoFar now(raising, typed_in(*saved), sent.draft);
    const auto then = then_of(raising.asked);
    const auto step = sent.page.step;
    if (step == RaiseStep::Danger && now.given().get("danger") == "yes")
        return http::see_other(danger_path(sent.draft, then));
    return http::see_other(path_after(now, step, then));
}

}  // namespace

Answer raise_questions(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    return first_sheet(RaisingSoFar(*raising, {}, use.random.id()), {});
}

Answer raise_begin(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    const std::string id(asked.form.get(control::command));
    if (!is_command_id(id)) return bad_request("it does not say which draft it begins");
    // Whoever comes back to the first page and sends it again goes on with what they have.
    const auto before = use.drafts.find(asked.person(), id);
    const auto kept = before ? typed_in(*before) : http::Fields{};
    const RaisingSoFar fresh(*raising, kept, id);
    return take_page(use, *raising, {fresh.pages().front(), kept, id},
                     [](const UseCases&, const RaisingSoFar& typed, const RaisePage&, const Problems& problems) {
                         return first_sheet(typed, problems);
                     });
}

Answer raise_begin_again(const UseCases& use, const Address&, const Asked& asked) {
    const auto raising = find_raising(use, asked, asked.parameter("partnership"));
    if (!raising) return not_found();
    return first_sheet(RaisingSoFar(*raising, asked.form, std::string(asked.form.get(control::command))), {});
}

Answer draft_questions(const UseCases& use, const Address&, const Asked& asked) {
    const auto draft = use.drafts.find(asked.person(), asked.parameter("draft"));
    if (draft && draft->act) return http::see_other(path_of(*draft->act));
    const auto open = find_open(use, asked);
    if (!open) return no_draft(use, asked, asked.parameter("draft"));
    const RaisingSoFar so_far(open->raising, typed_in(open->draft), open->draft.id);
    return http::see_other(resume_path(so_far, Then::Next));
}

namespace {

/// The page that the address names, of a draft of one's own; where there is none any more, the way on.
template <class Show>
Answer on_page(const UseCases& use, const Asked& asked, Show show) {
    const auto open = find_open(use, asked);
    if (!open) return no_draft(use, asked, asked.parameter("draft"));
    const auto step = parse_raise_step(asked.parameter("step"));
    if (!step) return not_found();
    const auto kept = typed_in(open->draft);
    const RaisingSoFar so_far(open->raising, kept, open->draft.id);
    const auto* page = so_far.find_page(*step);
    if (!page) return http::see_other(resume_path(so_far, Then::Next));
    return show(*open, kept, so_far, *page);
}

}  // namespace

Answer draft_question(const UseCases& use, const Address&, const Asked& asked) {
    return on_page(use, asked, [&](const auto&, const auto&, const RaisingSoFar& so_far, const RaisePage& page) {
        return step_sheet(use, so_far, page, {});
    });
}

Answer draft_answer(const UseCases& use, const Address&, const Asked& asked) {
    return on_page(use, asked, [&](const auto& open, const auto& kept, const auto&, const RaisePage& page) {
        return take_page(use, open.raising, {page, kept, open.draft.id}, step_sheet);
    });
}

Answer draft_answer_again(const UseCases& use, const Address&, const Asked& asked) {
    return on_page(use, asked, [&](const auto& open, const auto& kept, const auto&, const RaisePage& page) -> Answer {
        const RaisingSoFar typed(open.raising, with_page(kept, page, asked.form), open.draft.id);
        return step_sheet(use, typed, page, {});
    });
}

}  // namespace web
