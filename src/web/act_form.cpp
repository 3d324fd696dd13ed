#include "web/act_form.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "disagreement/composition.h"
#include "disagreement/fields.h"
#include "disagreement/forms.h"
#include "govuk/button.h"
#include "govuk/notice.h"
#include "policy/describe.h"
#include "web/act_check.h"
#include "web/act_drafts.h"
#include "web/directory_options.h"
#include "web/events.h"
#include "web/fragments.h"
#include "web/on_behalf.h"
#include "web/prefill.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::Action;
using policy::Field;

const policy::Form* form_of(const Case& one, const Offered& offered) {
    return offered.permitted.action == Action::SubmitForm
               ? policy::find_form(one.pack(), offered.permitted.key)
               : nullptr;
}

const Field* find_field(const std::vector<Field>& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

/// The sections that are for whoever is asked: the engine asks nobody the questions of another's.
std::vector<const policy::Section*> asked_sections(const policy::Form& form, const Offered& offered) {
    std::vector<const policy::Section*> asked;
    for (const auto& section : form.sections) {
        const bool any = std::ranges::any_of(section.fields, [&](const Field& field) {
            return find_field(offered.permitted.fields, field.name);
        });
        if (any) asked.push_back(&section);
    }
    return asked;
}

/// Entries and their answers are picked, not typed by number.
void offer_entries(const Case& one, std::vector<Field>& fields) {
    std::set<std::string> names;
    std::vector<policy::Option> entries, answers;
    for (const auto& entry : one.view.timeline) {
        entries.push_back({std::to_string(entry.revision),
                           "Entry " + std::to_string(entry.revision) + ": " + app::headline_of(one.dossier(), entry.event)});
        for (const auto& field : app::questions_of(one.dossier(), entry)) {
            if (names.insert(field.name).second) answers.push_back({field.name, field.label});
        }
    }
    for (auto& field : fields) {
        if (field.name == "event") field.kind = policy::FieldKind::OneOf, field.options = entries;
        if (field.name == "field") field.kind = policy::FieldKind::OneOf, field.options = answers;
    }
}

/// Of the posts in the directory those that the policy lets take part, or take the role.
void offer_posts(const Case& one, const Offered& offered, std::vector<Field>& fields) {
    const auto* meeting = policy::find_meeting(one.pack(), offered.permitted.key);
    const auto* role = offered.permitted.action == Action::NameRole ? policy::find_role(one.pack(), offered.permitted.key) : nullptr;
    const auto possible = meeting ? disagreement::possible_members(*meeting, one.state(), one.dossier().setting())
                                  : std::set<app::PostId>{};
    const auto fits = [&](const policy::Option& option) {
        const auto* post = one.directory().find_post(app::PostId(option.key));
        if (meeting) return possible.contains(post->id);
        return role->kinds.empty() || std::ranges::find(role->kinds, post->kind) != role->kinds.end();
    };
    for (auto& field : fields) {
        if (!(meeting && field.name == "members") && !(role && field.name == "post")) continue;
        auto options = post_options(one.people());
        std::erase_if(options, [&](const auto& option) { return !fits(option); });
        if (!options.empty()) field.options = std::move(options);
    }
}

void add_on_behalf(std::vector<Field>& fields) {
    for (auto field : disagreement::common_fields()) {
        if (field.name != "said_by" && field.name != "said_how" && field.name != "said_at") continue;
        field.required = true;
        fields.push_back(std::move(field));
    }
}

Html rendered(const std::vector<Field>& fields, const Filling& filling) {
    Html all;
    for (const auto& field : fields) all.add(render(field, filling));
    return all;
}

/// Said before the first of several sections of which one applies; empty before any other.
Html alternatives_from(const policy::Form& form, const std::vector<const policy::Section*>& asked,
                       const policy::Section& here) {
    for (const auto& group : form.exactly_one_of) {
        std::vector<std::string> titles;
        const policy::Section* first = nullptr;
        for (const auto* section : asked) {
            if (std::ranges::find(group, section->key) == group.end()) continue;
            if (!first) first = section;
            titles.push_back("‘" + section->title + "’");
        }
        if (first != &here || titles.size() < 2) continue;
        return render(govuk::InsetText{.content = "Fill in exactly one of " + base::join(titles, " or ") + "."});
    }
    return {};
}

/// A form of the policy keeps its sections, each with its title.
Html by_section(const Case& one, const Offered& offered, const policy::Form& form, const Filling& filling) {
    const auto questions = questions_of(one, offered);
    const auto sections = asked_sections(form, offered);
    std::vector<Field> rest = questions;
    Html all;
    for (const auto* section : sections) {
        all.add(alternatives_from(form, sections, *section));
        all.add(h2("govuk-heading-m")(section->title));
        for (const auto& field : section->fields) {
            if (!find_field(questions, field.name)) continue;
            all.add(render(field, filling));
            std::erase_if(rest, [&](const Field& other) { return other.name == field.name; });
        }
    }
    return all.add(rendered(rest, filling));
}

Html late_part(const Filling& filling) {
    auto fields = late_questions();
    fields.front().required = true;  // whoever opens this has said that it applies
    const bool used = std::ranges::any_of(filling.given, [](const auto& given) {
        const bool late = given.name.starts_with("happened_at") || given.name == "late_reason";
        return late && !given.value.empty();
    });
    const bool wrong = std::ranges::any_of(filling.problems, [](const auto& problem) {
        return problem.field == "happened_at" || problem.field == "late_reason";
    });
    return render(govuk::Details{.summary = "It happened earlier than now",
                                 .content = rendered(fields, filling),
                                 .open = used || wrong});
}

}  // namespace

std::optional<Offered> find_offered(const Case& one, const app::PostId& on_behalf) {
    const auto action = disagreement::parse_action(one.asked.parameter("action"));
    if (!action) return std::nullopt;
    const std::string about(one.asked.request.query.get("about"));
    auto permitted = one.view.permissions.permitted;
    if (!on_behalf.get().empty()) {
        const auto posts = posts_recorded_for(one);
        const bool may = std::ranges::find(posts, on_behalf) != posts.end();
        permitted = may ? permitted_for(one, on_behalf) : std::vector<disagreement::Permitted>{};
    }
    for (auto& candidate : permitted) {
        if (candidate.action == *action && candidate.key == about)
            return Offered{std::move(candidate), on_behalf};
    }
    return std::nullopt;
}

std::vector<Field> questions_of(const Case& one, const Offered& offered) {
    std::vector<Field> fields;
    for (const auto& field : offered.permitted.fields) {
        if (field.name != "about") fields.push_back(field);
    }
    if (offered.permitted.action == Action::Correct) offer_entries(one, fields);
    offer_posts(one, offered, fields);
    if (!offered.on_behalf.get().empty()) add_on_behalf(fields);
    return fields;
}

std::vector<Field> late_questions() {
    std::vector<Field> fields{{.name = "happened_at",
                               .label = "When it happened",
                               .hint = "Leave this empty if it happens now. Dates count from when it happened.",
                               .kind = policy::FieldKind::DateTime,
                               .privacy = policy::Privacy::Open}};
    for (auto& field : disagreement::common_fields()) {
        if (field.name == "late_reason") fields.push_back(std::move(field));
    }
    return fields;
}

http::Fields known_answers(const Case& one, const Offered& offered) {
    http::Fields given;
    const auto* form = form_of(one, offered);
    if (!form) return given;
    for (const auto* section : asked_sections(*form, offered)) {
        if (disagreement::is_alternative(*form, section->key)) continue;
        for (const auto& field : section->fields) {
            const auto known =
                field.prefill.empty()
                    ? ""
                    : known_answer(one, field.prefill, {form->key, offered.permitted.acting_for});
            if (!known.empty()) fill_in(given, field, known);
        }
    }
    return given;
}

Html act_form(const Case& one, const Offered& offered, const ActDraft& draft) {
    const auto people = one.people();
    const Filling filling{draft.given, draft.problems, people};
    Html content = govuk::hidden_field(control::command, draft.command_id);
    content.add(govuk::hidden_field(control::revision, std::to_string(one.view.revision().get())));
    content.add(govuk::hidden_field(control::post, offered.on_behalf.get()));
    if (const auto* form = form_of(one, offered))
        content.add(by_section(one, offered, *form, filling));
    else
        content.add(rendered(questions_of(one, offered), filling));
    content.add(late_part(filling));
    // The first button is the one that the enter key presses.
    const auto send = submit_button(is_checked_first(offered.permitted.action) ? "Continue" : "Record it");
    content.add(may_be_saved(one, offered) ? govuk::button_group({send, save_act_button()}) : send);
    return form_to(act_path(one, offered.permitted.action, offered.permitted.key, offered.on_behalf),
                   one.asked, content);
}

}  // namespace web
