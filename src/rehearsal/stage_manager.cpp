#include "rehearsal/stage_manager.h"

#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/forms.h"
#include "disagreement/stages.h"

#include <algorithm>

namespace rehearsal {
namespace {

using disagreement::Action;
using policy::Field;
using policy::FieldKind;

bool is_left_out(const Step& step, const std::string& name) {
    return std::ranges::find(step.leaving_out, name) != step.leaving_out.end();
}

std::string plausible(const Field& field, const std::string& today) {
    switch (field.kind) {
        case FieldKind::Text:
        case FieldKind::LongText: return "As told";
        case FieldKind::Date: return today;
        case FieldKind::DateTime: return today + "T09:00";
        case FieldKind::YesNo: return field.name == "danger" || field.name.starts_with("excluded_") ? "no" : "yes";
        case FieldKind::OneOf:
        case FieldKind::ManyOf: return field.options.empty() ? "" : field.options.front().key;
        case FieldKind::Post:
        case FieldKind::Person:
        case FieldKind::Agency: return {};
    }
    return {};
}

void fill(policy::Answers& answers, const Field& field, const Step& step, const std::string& today) {
    if (answers.has(field.name) || is_left_out(step, field.name)) return;
    const std::string value = plausible(field, today);
    if (!value.empty()) answers.set(field.name, value);
}

/// The required questions of the sections that this post owns; of alternatives, the one begun.
void fill_form(policy::Answers& answers, const Step& step, const State& state, const Setting& setting,
               const std::string& today) {
    const auto* form = policy::find_form(setting.pack, step.about);
    if (!form) return;
    const auto* visit = disagreement::find_last_visit(state);
    const std::string doer = !step.acts_for.empty() ? step.acts_for : !step.on_behalf_of.empty() ? step.on_behalf_of : step.who;
    const bool receiving = visit && std::ranges::any_of(visit->receiving, [&](const auto& seat) { return seat.second.post.get() == doer; });
    for (const auto& section : form->sections) {
        if (section.when && !disagreement::holds(*section.when, state, setting.pack)) continue;
        using Kind = policy::Who::Kind;
        const bool theirs = section.owner.kind == Kind::Receiving;
        const bool either = section.owner.kind == Kind::Both || section.owner.kind == Kind::Everyone;
        if (!either && theirs != receiving) continue;
        const bool begun = std::ranges::any_of(section.fields, [&](const Field& field) { return answers.has(field.name); });
        if (disagreement::is_alternative(*form, section.key) && !begun) continue;
        for (const auto& field : section.fields) {
            const bool asked = !field.when || disagreement::holds(*field.when, state, setting.pack);
            if (field.required && asked) fill(answers, field, step, today);
        }
    }
}

/// Which duty of that rule is meant: the oldest open one that this person owes, else of anybody.
std::string duty_about(const Step& step, const State& state, const Setting& setting, const Actor& actor) {
    std::string any;
    for (const auto& duty : disagreement::duties(state, setting.pack, setting.calendar, setting.now)) {
        if (!disagreement::is_open(duty) || duty.rule != step.about) continue;
        const bool named = duty.owner.get() == step.acts_for || duty.owner.get() == step.on_behalf_of || duty.owner.get() == step.who;
        if (named || (actor.posts.contains(duty.owner) && step.acts_for.empty() && any.empty())) return duty.id;
        if (any.empty()) any = duty.id;
    }
    return any.empty() ? step.about : any;
}

void fill_start(policy::Answers& answers, const Step& step, const Setting& setting, const std::string& today) {
    const auto& pack = setting.pack;
    const std::string wanted = !answers.text("start").empty() ? answers.text("start")
                               : !pack.starts.empty()         ? pack.starts.front().stage
                                                              : pack.stages.front().key;
    const auto* stage = policy::find_stage(pack, wanted);
    if (!stage) return;
    for (const auto& field : stage->asks) {
        if (field.required) fill(answers, field, step, today);
    }
    const bool jumped = !pack.starts.empty() ? std::ranges::find(pack.starts, wanted, &policy::Start::stage) == pack.starts.end()
                                             : wanted != pack.stages.front().key;
    if (jumped && !is_left_out(step, "jump_reason") && !answers.has("jump_reason")) answers.set("jump_reason", "As told");
    const bool target = disagreement::wants_target_date(*stage);
    if (target && !answers.has("target_date") && !is_left_out(step, "target_date")) answers.set("target_date", today);
    if (answers.has("origin") && answers.text("origin") != "none" && !answers.has("affirm") && !is_left_out(step, "affirm")) {
        answers.set("affirm", "yes");
    }
}

}  // namespace

Actor actor_of(const std::string& post, const Cast& cast) {
    Actor actor{.person = directory::PersonId("person of " + post)};
    const directory::PostId id(post);
    actor.posts[id] = disagreement::Capacity::Holder;
    for (const auto& below : directory::line_below(cast.directory, id)) {
        actor.posts[below] = disagreement::Capacity::Manager;
    }
    const auto* held = cast.directory.find_post(id);
    const auto* office = cast.directory.find_partnership();
    if (held) {
        const auto& leads = disagreement::lead_kinds();
        const bool lead = std::ranges::find(leads, held->kind) != leads.end();
        const bool manager = held->kind == "business-manager" && office && held->agency == office->id;
        actor.records_for_others = lead || manager;
    }
    return actor;
}

Command command_of(const Step& step, const State& state, const Setting& setting, const Actor& actor,
                   const std::string& id) {
    Command command{.id = id};
    command.action = *disagreement::parse_action(step.does);
    command.answers = step.with;
    if (!step.happened.empty()) command.happened_at = *calendar::parse_moment(step.happened, setting.calendar.zone);
    std::string about = step.about;
    if (command.action == Action::Discharge || command.action == Action::Waive) about = duty_about(step, state, setting, actor);
    if (!about.empty()) command.answers.set("about", about);
    const std::string today = calendar::to_iso(calendar::local_date(setting.now, setting.calendar.zone));
    if (!step.acts_for.empty()) {
        command.acting_for = directory::PostId(step.acts_for);
        if (!is_left_out(step, "acting_reason") && !command.answers.has("acting_reason")) command.answers.set("acting_reason", "As told");
    } else if (!step.on_behalf_of.empty()) {
        command.acting_for = directory::PostId(step.on_behalf_of);
        for (const auto& [name, value] : {std::pair<std::string, std::string>{"said_by", "As told"}, {"said_how", "telephone"}, {"said_at", today}}) {
            if (!command.answers.has(name) && !is_left_out(step, name)) command.answers.set(name, value);
        }
    } else {
        command.acting_for = directory::PostId(step.who);
    }
    if (command.action == Action::SubmitForm) fill_form(command.answers, step, state, setting, today);
    if (command.action == Action::Raise) fill_start(command.answers, step, setting, today);
    for (const auto& field : disagreement::fields_of(command.action, state, setting, about)) {
        const bool asked = !field.when || disagreement::holds(*field.when, state, setting.pack);
        if (field.required && asked) fill(command.answers, field, step, today);
    }
    return command;
}

}  // namespace rehearsal
