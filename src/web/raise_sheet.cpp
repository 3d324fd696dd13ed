#include "web/raise_sheet.h"

#include "web/draft_parts.h"
#include "web/partnerships.h"

namespace web {

using namespace html;

std::optional<Raising> find_raising(const UseCases& use, const Asked& asked, const std::string& key) {
    const auto* partnership = find_own(asked, key);
    if (!partnership) return std::nullopt;
    auto questions = use.transact.questions(asked.person(), partnership->key);
    if (!questions) return std::nullopt;
    return Raising{asked, *partnership, std::move(*questions)};
}

std::string raise_path(const Raising& raising) {
    return "/raise/" + raising.partnership.key;
}

Sheet raise_sheet(const Raising& raising, const std::string& title, const std::string& back) {
    return {.title = title,
            .under = raising.partnership.name,
            .section = Section::Raise,
            .way_back = govuk::BackLink{.href = back}};
}

Sheet question_sheet(const UseCases& use, const Raising& raising, const http::Fields& given,
                     const Problems& problems, const std::string& command_id) {
    Sheet sheet = raise_sheet(raising, "Raise a disagreement", raise_path(raising));
    if (!problems.empty()) sheet.answers = govuk::Answers::WithErrors;
    sheet.content = summary_of(problems, shown_questions(raising, given, problems));
    sheet.content.add(span("govuk-caption-l")(raising.partnership.name))
        .add(h1("govuk-heading-l")("Raise a disagreement"));
    sheet.content.add(comments_on(use, raising.asked, command_id));
    sheet.content.add(p("govuk-body")("Nothing is sent until you have checked your answers."));
    sheet.content.add(raise_form(raising, given, problems, command_id));
    return sheet;
}

}  // namespace web
