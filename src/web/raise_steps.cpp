#include "web/raise_steps.h"

#include <algorithm>

#include "base/ensure.h"

namespace web {
namespace {

struct StepRow {
    RaiseStep step;
    std::string_view word;
    std::string_view title;
    std::vector<std::string_view> names;  // a name that ends with "_" stands for all that begin so
};

const std::vector<StepRow>& step_rows() {
    using S = RaiseStep;
    static const std::vector<StepRow> rows{
        {S::Danger, "danger", "Is a child in immediate danger?", {"danger"}},
        {S::RightWay, "right-way", "Is this the right way?", {"excluded_"}},
        {S::YourPost, "your-post", "Which post do you raise it from?", {"raiser_post", "raised_for"}},
        {S::ForAnother, "for-another", "Who said it, how and when?", {"acting_reason", "said_by", "said_how", "said_at"}},
        {S::Agency, "agency", "Which agency is it?", {"other_agency"}},
        {S::OtherSide, "other-side", "Whose decision or action is it?", {"to"}},
        {S::Origin, "origin", "Where did it arise?", {"origin"}},
        {S::Statement, "statement", "Can you say that this is true?", {"affirm"}},
        {S::About, "about", "What is the child's situation?", {"subject", "subject_words", "standing", "standing_words"}},
        {S::Child, "child", "Who is the child?", {"child_name", "child_dob", "child_address"}},
        {S::Topic, "topic", "What is it about?", {"topic", "topic_words"}},
        {S::Kind, "kind", "What kind of issue is it?", {"kind", "kind_words", "concern", "concern_words"}},
        {S::Decision, "decision", "Which decision do you disagree with?", {"disputed", "disputed_words", "decision", "what_happened"}},
        {S::View, "view", "Why do you disagree?", {"view", "evidence", "evidence_source"}},
        {S::Outcome, "outcome", "What should happen?", {"outcome_wanted", "how_settled"}},
        {S::Safety, "safety", "How is the child kept safe until it is settled?", {"safe_now", "protection"}},
        {S::Weight, "weight", "How much does it weigh?", {"criteria", "priority"}},
        {S::Dates, "dates", "Which dates count?", {"date_"}},
        {S::Start, "start", "Where should it start?", {"start", "jump_reason"}},
        {S::Stage, "stage", "What does its first stage need?", {"target_date"}},
        {S::Seats, "who-acts", "Who acts for each side?", {"raising_post", "receiving_posts"}},
    };
    return rows;
}

const StepRow& row_of(RaiseStep step) {
    const auto row = std::ranges::find(step_rows(), step, &StepRow::step);
    base::ensure(row != step_rows().end(), "every page of raising has its row");
    return *row;
}

bool asks(const StepRow& row, const std::string& question) {
    return std::ranges::any_of(row.names, [&](const auto name) {
        return name.ends_with('_') ? question.starts_with(name) : question == name;
    });
}

}  // namespace

std::string to_word(RaiseStep step) {
    return std::string(row_of(step).word);
}

std::optional<RaiseStep> parse_raise_step(std::string_view word) {
    const auto row = std::ranges::find(step_rows(), word, &StepRow::word);
    return row == step_rows().end() ? std::nullopt : std::optional(row->step);
}

std::string title_of(RaiseStep step) {
    return std::string(row_of(step).title);
}

RaiseStep step_of(const std::string& question) {
    const auto row = std::ranges::find_if(step_rows(), [&](const StepRow& each) { return asks(each, question); });
    return row == step_rows().end() ? RaiseStep::Stage : row->step;
}

const std::vector<RaiseSection>& raise_sections() {
    using S = RaiseStep;
    static const std::vector<RaiseSection> sections{
        {"Before anything else", {S::Danger, S::RightWay}},
        {"Who takes part", {S::YourPost, S::ForAnother, S::Agency, S::OtherSide, S::Origin, S::Statement}},
        {"The child", {S::About, S::Child}},
        {"The issue", {S::Topic, S::Kind, S::Decision, S::View, S::Outcome}},
        {"The child's safety meanwhile", {S::Safety}},
        {"Where it starts", {S::Weight, S::Dates, S::Start, S::Stage, S::Seats}},
    };
    return sections;
}

std::vector<RaisePage> in_pages(const std::vector<policy::Field>& questions) {
    std::vector<RaisePage> pages;
    for (const auto& row : step_rows()) {
        RaisePage page{row.step, {}};
        for (const auto& question : questions) {
            if (step_of(question.name) == row.step && !has_one_answer(question)) page.questions.push_back(question);
        }
        if (!page.questions.empty()) pages.push_back(std::move(page));
    }
    return pages;
}

bool has_one_answer(const policy::Field& question) {
    using Kind = policy::FieldKind;
    const bool picked = question.kind == Kind::OneOf || question.kind == Kind::Post;
    // With the other side there may be another agency's.
    return picked && question.name != "to" && question.required && question.options.size() == 1;
}

}  // namespace web
