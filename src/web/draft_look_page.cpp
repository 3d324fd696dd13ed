// Somebody else's draft, for whom was asked to look at it: they read, and say something to its owner.
#include "govuk/error_summary.h"
#include "govuk/input.h"
#include "govuk/notice.h"
#include "web/act_drafts.h"
#include "web/draft_parts.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/raise_form.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

constexpr std::string_view comment_field = "comment";

Html comment_form(const Asked& asked, const app::Look& look, const std::string& typed, const Problems& problems) {
    govuk::Textarea box{.field = {.name = std::string(comment_field),
                                  .label = {.content = "What you want to say to them", .size = govuk::Size::Medium},
                                  .hint = "They alone see it, above the questions that they go on with."},
                        .value = typed};
    if (!problems.empty()) box.field.error = capitalised(problems.front().why);
    Html form = render(box);
    return form_to(look_path(look.id), asked, form.add(submit_button("Send what you say")));
}

Answer look_sheet(const UseCases& use, const Asked& asked, const app::ShownDraft& shown, const std::string& typed,
                  const Problems& problems) {
    const auto raising = find_raising(use, asked, shown.draft.partnership);
    if (!raising) return not_found();
    const auto& look = shown.draft.looks.front();
    Sheet sheet = raise_sheet(*raising, "A draft to look at", "/work");
    sheet.section = Section::Work;
    if (!problems.empty()) {
        sheet.answers = govuk::Answers::WithErrors;
        sheet.content = render(govuk::ErrorSummary{.errors = {{"#comment", capitalised(problems.front().why), {}}}});
    }
    sheet.content.add(span("govuk-caption-l")(raising->partnership.name))
        .add(h1("govuk-heading-l")("A draft to look at"));
    sheet.content.add(p("govuk-body")(
        strong()(name_of(*asked.known, shown.owner)),
        " asked you to look at this before it is raised. The other side does not know of it. You cannot change it; "
        "that you opened it is noted."));
    sheet.content.add(p("govuk-body")("Saved ", render(time_of(shown.draft.saved_at, home_zone)), "."));
    sheet.content.add(answers_to_read(*raising, typed_in(shown.draft)));
    sheet.content.add(comment_form(asked, look, typed, problems));
    return sheet;
}

}  // namespace

Answer look_at_draft(const UseCases& use, const Address&, const Asked& asked) {
    const auto shown = use.drafts.look_at(asked.person(), asked.parameter("look"));
    if (!shown) return not_found();
    auto answer = look_sheet(use, asked, *shown, shown->draft.looks.front().comment, {});
    auto* sheet = std::get_if<Sheet>(&answer);
    if (sheet && asked.request.query.get("done") == "comment") {
        Html said = p("govuk-notification-banner__heading")("They see what you said the next time that they open their draft.");
        said.add(p("govuk-body")("You said:")).add(paragraphs(shown->draft.looks.front().comment));
        said.add(p("govuk-body")(a("/work", "govuk-notification-banner__link")("Go to your work")));
        const govuk::NotificationBanner banner{.content = said, .kind = govuk::BannerKind::Success};
        sheet->content = render(banner).add(sheet->content);
    }
    return answer;
}

Answer look_comment(const UseCases& use, const Address&, const Asked& asked) {
    const std::string id = asked.parameter("look");
    const auto said = use.drafts.comment(asked.person(), id, std::string(asked.form.get(comment_field)));
    if (said) return http::see_other(look_path(id) + "?done=comment");
    const auto shown = use.drafts.look_at(asked.person(), id);
    if (!shown) return not_found();
    return look_sheet(use, asked, *shown, std::string(asked.form.get(comment_field)), {said.error()});
}

Answer look_again(const UseCases& use, const Address&, const Asked& asked) {
    const auto shown = use.drafts.look_at(asked.person(), asked.parameter("look"));
    if (!shown) return not_found();
    return look_sheet(use, asked, *shown, std::string(asked.form.get(comment_field)), {});
}

}  // namespace web
