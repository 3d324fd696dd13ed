// Doing something: the form of an action, and what comes of sending it.
#include <algorithm>
#include <charconv>

#include "calendar/local_time.h"
#include "disagreement/action_rules.h"
#include "disagreement/fields.h"
#include "govuk/notice.h"
#include "web/act_check.h"
#include "web/act_drafts.h"
#include "web/at_hand.h"
#include "web/command_id.h"
#include "web/disagreement_sections.h"
#include "web/draft_parts.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

app::PostId on_behalf_of(const Asked& asked) {
    const auto& sent =
        asked.form.has(control::post) ? asked.form.get(control::post) : asked.request.query.get("for");
    return app::PostId(std::string(sent));
}

Sheet frame_of(const Case& one, const std::string& title) {
    Sheet sheet{.title = title, .under = name_of(one), .section = Section::Work};
    sheet.way_back = govuk::BackLink{.href = path_of(one.dossier().reference)};
    return sheet;
}

Html heading_of(const Case& one, const Offered& offered) {
    Html heading = span("govuk-caption-l")(name_of(one));
    heading.add(h1("govuk-heading-l")(offered.permitted.title));
    if (!offered.on_behalf.get().empty()) {
        heading.add(render(govuk::InsetText{.content = "You enter this for " +
                                                       in_words(one.directory(), offered.on_behalf) +
                                                       ". Say who said it, when and how."}));
    }
    const auto source = source_link(one, offered.permitted.source);
    if (!source.empty()) heading.add(p("govuk-body")("Because of ", source, "."));
    return heading;
}

Sheet form_sheet(const Case& one, const Offered& offered, const ActDraft& draft, const Html& said_before = {}) {
    Sheet sheet = frame_of(one, offered.permitted.title);
    auto on_page = questions_of(one, offered);
    for (auto& field : late_questions()) on_page.push_back(std::move(field));
    if (!draft.problems.empty()) sheet.answers = govuk::Answers::WithErrors;
    sheet.content = summary_of(draft.problems, on_page);
    sheet.content.add(heading_of(one, offered)).add(at_hand(one, offered.permitted)).add(said_before);
    sheet.content.add(act_form(one, offered, draft));
    if (offered.permitted.action != disagreement::Action::DeclareDanger) sheet.content.add(safety_section(one));
    return sheet;
}

Sheet check_sheet(const Case& one, const Offered& offered, const ActDraft& draft) {
    const std::string title = "Check it before it is recorded";
    Sheet sheet = frame_of(one, title);
    sheet.way_back = govuk::BackLink{.href = act_path(one, offered.permitted.action, offered.permitted.key, offered.on_behalf)};
    sheet.content = span("govuk-caption-l")(offered.permitted.title).add(h1("govuk-heading-l")(title));
    sheet.content.add(check_form(one, offered, draft));
    return sheet;
}

/// Why it cannot be done, where the engine says so.
Sheet not_possible(const Case& one, const std::string& why, const std::string& clause) {
    Sheet sheet = frame_of(one, "This cannot be done now");
    sheet.status = 409;
    sheet.content = h1("govuk-heading-l")("This cannot be done now");
    Html line = capitalised(why);
    const auto source = source_link(one, {.clause = clause});
    if (!source.empty()) line.add(" (").add(source).add(")");
    sheet.content.add(p("govuk-body")(line, "."));
    sheet.content.add(p("govuk-body")(
        "Nothing was changed. ",
        a(path_of(one.dossier().reference) + "#actions", "govuk-link")("See what you can do"), "."));
    return sheet;
}

/// What somebody had saved is not lost with the way to send it.
Html kept_words(const UseCases& use, const Case& one, const app::PostId& on_behalf) {
    const auto draft = use.drafts.find_act(one.asked.person(), act_of(one, on_behalf));
    if (!draft) return {};
    Html kept = h2("govuk-heading-m")("What you had saved");
    return kept.add(typed_in_words(one, *draft->act, typed_in(*draft))).add(kept_notice(*draft));
}

Sheet not_offered(const Case& one) {
    const auto action = disagreement::parse_action(one.asked.parameter("action"));
    if (!action) return page_not_found();
    const auto& reasons = one.view.permissions.not_permitted;
    const auto reason = std::ranges::find(reasons, *action, &disagreement::NotPermitted::action);
    if (reason == reasons.end()) return not_possible(one, "it is not open to you as things stand", "");
    return not_possible(one, reason->why, reason->clause);
}

/// Somebody else was first: what they did, and the form again with what was typed.
Sheet changed_meanwhile(const Case& one, const std::optional<Offered>& offered, const ActDraft& draft,
                        std::size_t seen) {
    const std::string title = "Somebody else has acted meanwhile";
    Sheet sheet = frame_of(one, title);
    sheet.status = 409;
    sheet.content = h1("govuk-heading-l")(title);
    sheet.content.add(
        p("govuk-body")("Nothing of yours has been recorded yet. What you typed is below, as you left it."));
    sheet.content.add(h2("govuk-heading-m")("What happened since you opened the page"));
    sheet.content.add(timeline_after(one, seen));
    if (!offered) {
        sheet.content.add(
            p("govuk-body")("What you were about to do is not open to you any more. ",
                            a(path_of(one.dossier().reference), "govuk-link")("See how it stands now"), "."));
        sheet.content.add(h2("govuk-heading-m")("What you typed"));
        sheet.content.add(typed_in_words(one, act_of(one, on_behalf_of(one.asked)), draft.given));
        return sheet;
    }
    sheet.content.add(h2("govuk-heading-m")("Your answers"));
    sheet.content.add(p("govuk-body")(
        "Read them again in the light of what has happened. Record them if they still hold."));
    sheet.content.add(act_form(one, *offered, draft));
    return sheet;
}

std::size_t seen_revision(const Asked& asked) {
    const auto sent = asked.form.get(control::revision);
    std::size_t revision = 0;
    std::from_chars(sent.data(), sent.data() + sent.size(), revision);
    return revision;
}

disagreement::Command command_of(const Case& one, disagreement::Action action) {
    disagreement::Command command{.id = std::string(one.asked.form.get(control::command)),
                                  .action = action,
                                  .acting_for = on_behalf_of(one.asked),
                                  .answers = read_answers(one.asked.form)};
    const auto at = calendar::parse_moment(command.answers.text("happened_at"), one.calendar().zone);
    if (at) command.happened_at = *at;
    command.answers.values.erase("happened_at");
    const std::string about(one.asked.request.query.get("about"));
    if (!about.empty()) command.answers.set("about", about);
    return command;
}

/// Everything that can be told before asking the engine to do it, all at once.
Problems problems_of(const Case& one, const Offered& offered, const disagreement::Command& command) {
    auto asked = questions_of(one, offered);
    const auto late = late_questions();
    asked.insert(asked.end(), late.begin(), late.end());
    Problems problems = check_dates(asked, one.asked.form);
    const auto& typed = one.asked.form;
    const auto day = calendar::parse_date(read_answers(typed).text("happened_at").substr(0, 10));
    if (day && *day > one.dossier().today()) {
        std::erase_if(problems, [](const auto& problem) { return problem.field == "happened_at"; });
        problems.push_back({"answer_wrong", "The date must be today or in the past", {}, "happened_at"});
    }
    const std::string when(typed.get("happened_at-day"));
    if (problems.empty() && !when.empty() && !command.happened_at) {
        problems.push_back({std::string(wrong_time),
                            "Enter a time that the clocks showed once",
                            {},
                            "happened_at"});
    }
    auto known = offered.permitted.fields;
    for (const auto& field : asked) {
        if (std::ranges::find(known, field.name, &policy::Field::name) == known.end())
            known.push_back(field);
        else if (field.required)
            std::ranges::find(known, field.name, &policy::Field::name)->required = true;
    }
    for (auto& problem : disagreement::check_answers(known, command.answers, one.state(), one.pack())) {
        const bool told = std::ranges::find(problems, problem.field, &base::Refusal::field) != problems.end();
        if (!told) problems.push_back(std::move(problem));
    }
    return problems;
}

/// A command that has landed is done, also where it comes a second time.
Answer done(const UseCases& use, const Case& one, disagreement::Action action) {
    use.drafts.forget_act(one.asked.person(), act_of(one, on_behalf_of(one.asked)));
    return http::see_other(path_of(one.dossier().reference) + "?done=" + disagreement::to_word(action));
}

Answer saved(const UseCases& use, const Case& one, const Offered& offered, const std::string& command_id) {
    const auto draft = save_act(use, one, offered, command_id);
    if (!draft) return form_sheet(one, offered, {one.asked.form, {draft.error()}, command_id});
    return http::see_other(path_of(one.dossier().reference) + "?done=saved");
}

bool somebody_was_first(const base::Refusal& no) {
    return no.rule == "revision_mismatch" || no.rule == "race_lost";
}

}  // namespace

Answer act_question(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"));
    if (!view) return not_found();
    const Case one{*view, asked};
    const auto offered = find_offered(one, on_behalf_of(asked));
    if (!offered) {
        Sheet sheet = not_offered(one);
        sheet.content.add(kept_words(use, one, on_behalf_of(asked)));
        return sheet;
    }
    const auto kept = use.drafts.find_act(asked.person(), act_of(one, *offered));
    if (!kept) return form_sheet(one, *offered, {known_answers(one, *offered), {}, use.random.id()});
    return form_sheet(one, *offered, {typed_in(*kept), {}, kept->id}, kept_notice(*kept));
}

Answer act_now(const UseCases& use, const Address&, const Asked& asked) {
    const std::string reference = asked.parameter("reference");
    const auto view = use.reading.open_disagreement(asked.person(), reference);
    if (!view) return not_found();
    const Case one{*view, asked};
    const auto action = disagreement::parse_action(asked.parameter("action"));
    if (!action) return not_found();
    const auto command = command_of(one, *action);
    if (!is_command_id(command.id)) return bad_request("it does not say which command it is");

    const auto offered = find_offered(one, on_behalf_of(asked));
    if (offered && asked.form.has(save_for_later)) return saved(use, one, *offered, command.id);
    const auto seen = seen_revision(asked);
    const bool current = view->revision() == store::Revision(static_cast<std::int64_t>(seen));
    if (current && offered) {
        const auto problems = problems_of(one, *offered, command);
        if (!problems.empty() || is_to_be_changed(asked.form)) return form_sheet(one, *offered, {asked.form, problems, command.id});
        if (is_checked_first(*action) && !was_checked(asked.form)) {
            if (const auto no = use.transact.refuses(asked.person(), reference, command)) return form_sheet(one, *offered, {asked.form, {*no}, command.id});
            return check_sheet(one, *offered, {asked.form, {}, command.id});
        }
    }
    const auto landed = use.transact.perform(asked.person(), reference, command,
                                             store::Revision(static_cast<std::int64_t>(seen)));
    if (landed) return done(use, one, *action);
    if (landed.error().rule == "not_found") return not_found();
    if (somebody_was_first(landed.error())) {
        const auto now = use.reading.open_disagreement(asked.person(), reference);
        if (!now) return not_found();
        const Case changed{*now, asked};
        return changed_meanwhile(changed, find_offered(changed, on_behalf_of(asked)),
                                 {asked.form, {}, command.id}, seen);
    }
    if (!offered) return not_possible(one, landed.error().why, landed.error().clause);
    return form_sheet(one, *offered, {asked.form, {landed.error()}, command.id});
}

Answer act_again(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"));
    if (!view) return not_found();
    const Case one{*view, asked};
    const auto offered = find_offered(one, on_behalf_of(asked));
    if (!offered) return not_offered(one);
    return form_sheet(one, *offered, {asked.form, {}, std::string(asked.form.get(control::command))});
}

}  // namespace web
