#include "web/raise_asking.h"

#include <algorithm>

#include "govuk/notice.h"
#include "policy/whom.h"
#include "web/partnerships.h"
#include "web/raise_other_side.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using policy::Field;

/// What is called by its subject where answers are read back.
const std::map<std::string, std::string>& question_words() {
    static const std::map<std::string, std::string> words{
        {"to", "Whose decision or action do you disagree with?"},
        {"origin", "Where did it arise?"},
        {"subject", "Who is it about?"},
        {"standing", "What is the child's standing?"},
        {"topic", "What is it about?"},
        {"kind", "What kind of issue is it?"},
        {"concern", "What is the concern with?"},
        {"disputed", "Which decision is disputed?"},
        {"criteria", "What speaks for raising it?"},
        {"priority", "How pressing is it?"},
        {"decision", "Which decision, action or inaction do you disagree with?"},
        {"what_happened", "What is the record of?"},
        {"view", "Why do you think it leaves the child unsafe?"},
        {"evidence", "What is your evidence?"},
        {"evidence_source", "Where does the evidence come from?"},
        {"outcome_wanted", "What outcome do you want?"},
        {"how_settled", "How do you think it could be settled?"},
        {"protection", "What protects the child meanwhile?"},
        {"start", "Where should it start?"},
        {"jump_reason", "Why should it start at a higher stage?"},
        {"target_date", "What is the target date for this stage?"},
        {"raising_post", "Who acts for your side?"},
        {"receiving_posts", "Who acts for the other side?"},
    };
    return words;
}

std::string post_in_words(const RaisingSoFar& so_far) {
    return in_words(so_far.raising().partnership.directory, so_far.command().acting_for);
}

/// A day on which somebody whom the policy is for could have been born.
std::string birthday_hint(const RaisingSoFar& so_far) {
    constexpr int age_of_child = 8, age_of_adult = 68;
    const auto& scope = so_far.raising().partnership.pack().scope;
    const std::chrono::year_month_day day(today(so_far.raising().asked));
    const int age = scope.whom == policy::Whom::Child ? age_of_child : age_of_adult;
    return "For example, 27 3 " + std::to_string(static_cast<int>(day.year()) - age);
}

std::string hint_of(const Field& field, const RaisingSoFar& so_far) {
    if (field.name == "danger") return "If so, call 999 and follow your child protection procedures first.";
    if (field.name == "child_dob") return birthday_hint(so_far);
    return field.hint;
}

const Field* find_beside(const RaisePage& page, const std::string& name) {
    const auto found = std::ranges::find(page.questions, name, &Field::name);
    return found == page.questions.end() ? nullptr : &*found;
}

/// The question beside which it is asked; itself for all others.
std::string leading_question(const std::string& name) {
    if (name.ends_with("_words")) return name.substr(0, name.size() - 6);
    if (name == raised_for) return "raiser_post";
    return name == "jump_reason" ? "start" : name;
}

Html box_of(const RaisingSoFar& so_far, const Field& field, const Filling& filling) {
    Field box = as_question(field, so_far);
    box.required = true;  // where it is asked at all
    return render(box, {filling.given, filling.problems, filling.people});
}

Html not_safe(const RaisingSoFar& so_far) {
    return render(govuk::WarningText{.content = policy::worded(
        "If the child is not safe now, do not wait for an answer here. In immediate danger, call 999. Otherwise tell "
        "children's social care now, under your child protection procedures. Then go on.",
        so_far.raising().partnership.pack())});
}

Html with_words(const RaisingSoFar& so_far, const RaisePage& page, const Field& field, const Filling& filling) {
    WithOptions with;
    const auto* words = find_beside(page, field.name + "_words");
    if (words) with.reveals["another"] = box_of(so_far, *words, filling);
    if (field.name == "safe_now") with.reveals["no"] = not_safe(so_far);
    return render(as_question(field, so_far), filling, with);
}

Html from_which_post(const RaisingSoFar& so_far, const RaisePage& page, const Field& field, const Filling& filling) {
    WithOptions with;
    const std::string other(for_somebody_else);
    const auto* whose = find_beside(page, std::string(raised_for));
    if (!whose) return render(field, filling);
    with.hints[other] = "For example because they have no account. You are asked who said it, how and when; it counts as theirs.";
    with.reveals[other] = box_of(so_far, *whose, filling);
    return render(field, filling, with);
}

/// The policy's own start is chosen already; a reason is asked where stages are left out.
Html where_to_start(const RaisingSoFar& so_far, const RaisePage& page, const Field& field, const Filling& filling) {
    http::Fields given = filling.given;
    const auto& starts = so_far.starts();
    if (given.get("start").empty() && !starts.empty()) given.set("start", starts.front().stage->key);
    const Filling chosen{given, filling.problems, filling.people, filling.heading};
    const auto* reason = find_beside(page, "jump_reason");
    const auto jumps = std::ranges::count_if(starts, [](const auto& start) { return start.jump != nullptr; });
    WithOptions with;
    if (!starts.empty()) with.hints[starts.front().stage->key] = "The policy starts it here.";
    for (const auto& [stage, jump] : starts) {
        if (!jump) continue;
        with.hints[stage->key] = "This leaves out what comes before, and needs a reason.";
        if (reason && jumps == 1) with.reveals[stage->key] = box_of(so_far, *reason, chosen);
    }
    Html part = render(as_question(field, so_far), chosen, with);
    if (!reason || jumps == 1) return part;
    Field why = *reason;
    why.hint = "Only if you choose a stage that needs a reason.";
    return part.add(box_of(so_far, why, chosen));
}

}  // namespace

Field as_question(Field field, const RaisingSoFar& so_far) {
    const auto& pack = so_far.raising().partnership.pack();
    const auto words = question_words().find(field.name);
    if (words != question_words().end()) field.label = policy::worded(words->second, pack);
    if (field.name == "acting_reason") field.label = "Why do you act for " + post_in_words(so_far) + "?";
    if (field.name.ends_with("_words")) field.label = "What it is, in your words";
    field.hint = policy::worded(hint_of(field, so_far), pack);
    return field;
}

bool goes_with_another(const RaisePage& page, const Field& field) {
    const auto leading = leading_question(field.name);
    return leading != field.name && find_beside(page, leading);
}

Html asked_on_page(const RaisingSoFar& so_far, const RaisePage& page, const Field& field, const Filling& filling) {
    if (goes_with_another(page, field)) return {};
    if (field.name == "to") return other_side(so_far, field, filling);
    if (field.name == "raiser_post") return from_which_post(so_far, page, field, filling);
    if (field.name == "start") return where_to_start(so_far, page, field, filling);
    return with_words(so_far, page, field, filling);
}

std::string title_on_page(const RaisingSoFar& so_far, RaiseStep step) {
    const auto title = policy::worded(title_of(step), so_far.raising().partnership.pack());
    if (step != RaiseStep::ForAnother) return title;
    return "You raise it for " + post_in_words(so_far) + ". " + title;
}

Html said_before(const RaisingSoFar& so_far, RaiseStep step) {
    const auto& pack = so_far.raising().partnership.pack();
    if (step != RaiseStep::Child) return {};
    Html said = p("govuk-body")(policy::worded(
        "Both sides and their managers see this. Whoever else takes part sees it only once it is opened to them, with a "
        "reason that goes on record. Lists and the register never show it.",
        pack));
    return said.add(p("govuk-body")(policy::worded(
        "You need not fill it in. Then the record says only that it is about a child, and you have to tell the other side "
        "in another way which child it is.",
        pack)));
}

}  // namespace web
