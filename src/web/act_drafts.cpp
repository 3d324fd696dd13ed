#include "web/act_drafts.h"

#include <algorithm>

#include "disagreement/fields.h"
#include "govuk/button.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "http/form.h"
#include "web/columns.h"
#include "web/draft_parts.h"
#include "web/fragments.h"
#include "web/partnerships.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::Action;

Html throw_away_link(const app::KeptDraft& draft) {
    return a(draft_path(draft.id) + "/throw-away", "govuk-link")(
        "Delete draft", span("govuk-visually-hidden")(": " + draft.act->title));
}

/// Questions of the act, of its whole form, and those that go with every act.
std::vector<policy::Field> every_question(const Case& one, const app::DraftedAct& act) {
    std::vector<policy::Field> fields;
    if (const auto action = disagreement::parse_action(act.action))
        fields = disagreement::fields_of(*action, one.state(), one.dossier().setting(), act.about);
    if (const auto* form = policy::find_form(one.pack(), act.about)) {
        for (const auto& section : form->sections)
            fields.insert(fields.end(), section.fields.begin(), section.fields.end());
    }
    for (auto& field : late_questions()) fields.push_back(std::move(field));
    for (auto& field : disagreement::common_fields()) fields.push_back(std::move(field));
    return fields;
}

}  // namespace

app::DraftedAct act_of(const Case& one, const app::PostId& on_behalf) {
    return {one.dossier().reference, one.asked.parameter("action"), std::string(one.asked.request.query.get("about")),
            on_behalf};
}

app::DraftedAct act_of(const Case& one, const Offered& offered) {
    return {one.dossier().reference, disagreement::to_word(offered.permitted.action), offered.permitted.key,
            offered.on_behalf, offered.permitted.title};
}

std::string path_of(const app::DraftedAct& act) {
    std::string path = path_of(act.reference) + "/act/" + act.action;
    if (!act.about.empty()) path += "?about=" + http::percent_encoded(act.about);
    if (!act.on_behalf.get().empty())
        path += (act.about.empty() ? "?for=" : "&for=") + http::percent_encoded(act.on_behalf.get());
    return path;
}

bool may_be_saved(const Case& one, const Offered& offered) {
    if (offered.permitted.action == Action::DeclareDanger) return false;
    if (offered.permitted.action == Action::SubmitForm) return true;
    return std::ranges::any_of(questions_of(one, offered),
                               [](const auto& field) { return field.kind == policy::FieldKind::LongText; });
}

Html save_act_button() {
    return render(govuk::Button{.content = "Save and come back later",
                                .kind = govuk::ButtonKind::Secondary,
                                .name = std::string(save_for_later),
                                .value = "yes",
                                .prevents_double_click = true});
}

base::Result<app::KeptDraft> save_act(const UseCases& use, const Case& one, const Offered& offered,
                                      const std::string& command_id) {
    app::Typed typed;
    for (const auto& [name, value] : one.asked.form) {
        if (!name.starts_with("_") && !value.empty()) typed.emplace_back(name, value);
    }
    return use.drafts.save(one.asked.person(),
                           {command_id, one.dossier().partnership->key, typed, act_of(one, offered)});
}

http::Fields typed_in(const app::KeptDraft& draft) {
    http::Fields given;
    for (const auto& [name, value] : draft.fields) given.add(name, value);
    return given;
}

Html kept_notice(const app::KeptDraft& draft) {
    const Html since = Html("You saved this on ").add(render(time_of(draft.saved_at, home_zone)));
    Html said = p("govuk-body")(since, ". It has not been sent, and nobody else can see it.");
    return render(govuk::InsetText{.content = said.add(p("govuk-body")(throw_away_link(draft)))});
}

Html typed_in_words(const Case& one, const app::DraftedAct& act, const http::Fields& typed) {
    const auto people = one.people();
    auto answers = read_answers(typed);
    govuk::SummaryList list;
    for (const auto& field : every_question(one, act)) {
        if (!answers.has(field.name)) continue;
        list.rows.push_back({.key = field.label, .value = in_words(field, answers, people)});
        answers.values.erase(field.name);
    }
    return list.rows.empty() ? Html{} : render(list);
}

Html act_drafts_section(const UseCases& use, const Case& one) {
    std::vector<Html> rows;
    for (const auto& draft : use.drafts.list_acts(one.asked.person(), one.dossier().reference)) {
        const Html saved = Html("Saved ").add(render(time_of(draft.saved_at, home_zone)));
        const Html until = Html("Will be deleted on ").add(day_of(draft.expires_at));
        Html when = saved;
        when.add(element("br")()).add(span("govuk-hint")(until));
        rows.push_back(row_in_columns({a(path_of(*draft.act), "govuk-link govuk-!-font-weight-bold")(draft.act->title),
                                       when, throw_away_link(draft)}));
    }
    if (rows.empty()) return {};
    Html section = h2("govuk-heading-m")("Your drafts");
    section.add(p("govuk-body")("Not sent yet. Nobody else can see them."));
    return div("govuk-!-display-none-print")(section.add(list_in_columns(rows)));
}

}  // namespace web
