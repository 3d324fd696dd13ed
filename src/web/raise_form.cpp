#include "web/raise_form.h"

#include <algorithm>

#include "disagreement/fields.h"
#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "policy/whom.h"
#include "web/draft_parts.h"
#include "web/fragments.h"
#include "web/raise_asking.h"
#include "web/raise_other_side.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using policy::Field;

const Field* find_question(const std::vector<Field>& questions, const std::string& name) {
    const auto found = std::ranges::find(questions, name, &Field::name);
    return found == questions.end() ? nullptr : &*found;
}

/// A page with one question has it as its heading.
std::string heading_field(const RaisePage& page) {
    std::vector<std::string> names;
    for (const auto& field : page.questions) {
        if (!goes_with_another(page, field)) names.push_back(field.name);
    }
    return names.size() == 1 ? names.front() : "";
}

Html save_button() {
    return render(govuk::Button{.content = "Save and come back later",
                                .kind = govuk::ButtonKind::Secondary,
                                .name = std::string(save_for_later),
                                .value = "yes",
                                .prevents_double_click = true});
}

/// Rows of one page's questions; `change`: where the page is, or nothing.
struct AnswerRows {
    std::vector<Field> questions;
    const policy::Answers& answers;
    const People& people;
    std::string change = {};
};

void add_rows(govuk::SummaryList& list, const AnswerRows& rows) {
    for (Field field : rows.questions) {
        const bool answered = rows.answers.has(field.name);
        if (!answered && (field.name.ends_with("_words") || field.name == "jump_reason")) continue;
        // In full: also the agency.
        if (field.kind == policy::FieldKind::Post) field.options.clear();
        govuk::SummaryRow row{.key = field.label,
                              .value = answered         ? in_words(field, rows.answers, rows.people)
                                       : field.required ? strong()("Not answered yet")
                                                        : Html("Not provided")};
        if (!rows.change.empty()) row.actions = {{.href = rows.change, .content = "Change", .said_after = field.label}};
        list.rows.push_back(std::move(row));
    }
}

/// The questions that belong to a page, also those with one answer that no page asks.
std::vector<Field> questions_of_step(const std::vector<Field>& questions, RaiseStep step) {
    std::vector<Field> some;
    for (const auto& field : questions) {
        const bool of_page_alone = field.name == other_agency || field.name == raised_for;
        if (step_of(field.name) == step && !of_page_alone) some.push_back(field);
    }
    return some;
}

}  // namespace

Sheet raise_sheet(const Raising& raising, const std::string& title, const std::string& back) {
    return {.title = title,
            .under = raising.partnership.name,
            .section = Section::Raise,
            .way_back = govuk::BackLink{.href = back}};
}

Sheet question_sheet(const RaisingSoFar& so_far, const QuestionView& view) {
    const auto& raising = so_far.raising();
    const auto people = raising.people();
    const std::string heading = heading_field(view.page);
    const std::string title =
        heading.empty() ? title_on_page(so_far, view.page.step)
                        : as_question(*find_question(view.page.questions, heading), so_far).label;
    Sheet sheet = raise_sheet(raising, title, view.back);
    if (!view.problems.empty()) sheet.answers = govuk::Answers::WithErrors;
    sheet.content = summary_of(view.problems, view.page.questions);
    sheet.content.add(span("govuk-caption-l")(raising.partnership.name));
    const bool nobody = heading == other_agency && view.page.questions.front().options.empty();
    if (heading.empty() || nobody) sheet.content.add(h1("govuk-heading-l")(title));
    sheet.content.add(view.comments);
    if (nobody) {
        sheet.content.add(nobody_on_the_other_side(raising));
        return sheet;
    }
    if (heading.empty()) sheet.content.add(said_before(so_far, view.page.step));
    const Filling filling{so_far.given(), view.problems, people, heading};
    Html content;
    for (const auto& field : view.page.questions) content.add(asked_on_page(so_far, view.page, field, filling));
    // The first button is the one that the enter key presses.
    content.add(govuk::hidden_field(control::command, so_far.command().id));
    content.add(govuk::button_group({submit_button("Continue"), save_button()}));
    sheet.content.add(form_to(view.action, raising.asked, content));
    return sheet;
}

Html answers_to_check(const RaisingSoFar& so_far) {
    const auto& raising = so_far.raising();
    const auto people = raising.people();
    Html all;
    for (const auto& section : raise_sections()) {
        govuk::SummaryList list;
        for (const auto step : section.steps) {
            const bool asked = so_far.find_page(step) != nullptr;
            add_rows(list, {questions_of_step(so_far.questions(), step), so_far.command().answers, people,
                            asked ? question_path(so_far.command().id, step, Then::Check) : ""});
        }
        if (list.rows.empty()) continue;
        all.add(h2("govuk-heading-m")(policy::worded(section.title, raising.partnership.pack()))).add(render(list));
    }
    return all;
}

Html answers_to_read(const Raising& raising, const http::Fields& given) {
    const auto people = raising.people();
    const auto answers = disagreement::without_idle_words(read_answers(given));
    auto questions = raising.questions;
    for (auto& field : disagreement::common_fields()) questions.push_back(std::move(field));
    std::erase_if(questions, [&](const Field& field) { return !answers.has(field.name) && !field.required; });
    Html all;
    for (const auto& section : raise_sections()) {
        govuk::SummaryList list;
        for (const auto step : section.steps) add_rows(list, {questions_of_step(questions, step), answers, people});
        if (list.rows.empty()) continue;
        all.add(h2("govuk-heading-m")(policy::worded(section.title, raising.partnership.pack()))).add(render(list));
    }
    return all;
}

}  // namespace web
