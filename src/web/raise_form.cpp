#include "web/raise_form.h"

#include <algorithm>
#include <array>

#include "disagreement/fields.h"
#include "govuk/button.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "policy/whom.h"
#include "web/draft_parts.h"
#include "web/fragments.h"

namespace web {
namespace {

using namespace html;
using policy::Field;

/// More receiving agencies than this are raised one by one.
constexpr std::size_t other_agencies_max = 4;

struct Heading {
    std::string_view title;
    std::vector<std::string_view> names;  // a name that ends with "_" stands for all that begin so
};

const std::vector<Heading>& headings() {
    static const std::vector<Heading> all{
        {"Danger", {"danger"}},
        {"Is this the right way?", {"excluded_"}},
        {"Who takes part", {"raiser_post", "to", "origin", "affirm"}},
        {"The child",
         {"subject", "subject_words", "child_name", "child_dob", "child_address", "standing",
          "standing_words"}},
        {"The issue", {"topic", "topic_words", "kind", "kind_words", "concern", "concern_words", "disputed", "disputed_words",
          "criteria", "priority", "date_", "what_happened", "decision"}},
        {"Your view", {"view", "evidence", "evidence_source", "outcome_wanted", "how_settled"}},
        {"The child's safety meanwhile", {"safe_now", "protection"}},
        {"Where it starts", {"start", "jump_reason", "target_date", "raising_post", "receiving_posts"}},
    };
    return all;
}

constexpr std::array for_others{"said_by", "said_how", "said_at", "acting_reason"};

bool belongs(const Heading& group, const Field& field) {
    return std::ranges::any_of(group.names, [&](const auto name) {
        return name.ends_with('_') ? field.name.starts_with(name) : field.name == name;
    });
}

bool is_for_others(const Field& field) {
    return std::ranges::find(for_others, field.name) != for_others.end();
}

/// With several agencies there is a post for each: the first list is asked of all, the others are behind a
/// line.
Html other_side(const Field& field, const Filling& filling) {
    Html more;
    for (std::size_t nth = 2; nth <= other_agencies_max; ++nth) {
        Field another = field;
        another.label = "Post in another agency";
        more.add(render_another(another, nth, filling));
    }
    const bool several =
        filling.given.all(field.name).size() > 1 && !filling.given.all(field.name)[1].empty();
    Html asked = render(field, filling);
    return asked.add(render(
        govuk::Details{.summary = "More than one agency is concerned", .content = more, .open = several}));
}

Html question(const Field& field, const Filling& filling) {
    return field.name == "to" ? other_side(field, filling) : render(field, filling);
}

Html for_others_part(const std::vector<Field>& fields, const Filling& filling) {
    Html inner = p("govuk-body")(
        "Only where you raise it from a post that you manage, or for somebody without an account.");
    bool open = false;
    for (const auto& field : fields) {
        if (!is_for_others(field)) continue;
        inner.add(render(field, filling));
        const auto sent = filling.given.get(field.name);
        open =
            open || !sent.empty() ||
            std::ranges::find(filling.problems, field.name, &base::Refusal::field) != filling.problems.end();
    }
    return render(
        govuk::Details{.summary = "You raise it for somebody else", .content = inner, .open = open});
}

Html save_button() {
    return render(govuk::Button{.content = "Save and come back later",
                                .kind = govuk::ButtonKind::Secondary,
                                .name = std::string(save_for_later),
                                .value = "yes",
                                .prevents_double_click = true});
}

Html danger_note(const policy::Pack& pack) {
    return render(govuk::WarningText{
        .content = policy::worded(
            "If a child is in immediate danger, call 999 and follow your child protection procedures first. "
            "The disagreement runs beside that and does not replace it.",
            pack)});
}

}  // namespace

Html raise_form(const Raising& raising, const http::Fields& given, const Problems& problems,
                const std::string& command_id) {
    const auto people = raising.people();
    const Filling filling{given, problems, people};
    const auto fields = shown_questions(raising, given, problems);
    Html content = govuk::hidden_field(control::command, command_id);
    content.add(govuk::hidden_field(control::step, "check"));
    std::vector<Field> rest = fields;
    for (const auto& group : headings()) {
        Html inner;
        for (const auto& field : fields) {
            if (!belongs(group, field)) continue;
            inner.add(question(field, filling));
            std::erase_if(rest, [&](const Field& other) { return other.name == field.name; });
        }
        if (inner.empty()) continue;
        content.add(h2("govuk-heading-m")(policy::worded(std::string(group.title), raising.partnership.pack())));
        if (group.title == headings().front().title) content.add(danger_note(raising.partnership.pack()));
        content.add(inner);
        if (belongs(group, {.name = "raiser_post", .label = {}}))
            content.add(for_others_part(fields, filling));
    }
    std::erase_if(rest, is_for_others);
    if (!rest.empty()) content.add(h2("govuk-heading-m")("What its stages ask"));
    for (const auto& field : rest) content.add(render(field, filling));
    // The first button is the one that the enter key presses.
    content.add(govuk::button_group({submit_button("Continue"), save_button()}));
    return form_to("/raise/" + raising.partnership.key + "/questions", raising.asked, content);
}

Html raise_answers(const Raising& raising, const http::Fields& given) {
    const auto people = raising.people();
    const auto answers = read_answers(given);
    govuk::SummaryList list;
    for (const auto& field : shown_questions(raising, given, {})) {
        const bool answered = answers.has(field.name);
        if (!answered && is_for_others(field)) continue;
        list.rows.push_back({.key = field.label,
                             .value = answered ? in_words(field, answers, people) : Html("Not provided")});
    }
    return render(list);
}

}  // namespace web
