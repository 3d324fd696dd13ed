#include "main/demo_actor.h"

#include <algorithm>

#include "app/posts.h"
#include "base/ensure.h"
#include "calendar/local_time.h"
#include "disagreement/fulfilment.h"
#include "main/demo_ways.h"

namespace program::demo {
namespace {

using disagreement::Action;
using disagreement::Command;
using disagreement::Duty;
using disagreement::Permitted;
using Refused = tl::unexpected<base::Refusal>;

Refused no(const std::string& why) {
    return Refused(base::Refusal{"demo", why});
}

/// A child's answers, of an age today.
void add_child(policy::Answers& answers, const Child& child, calendar::Date today) {
    if (child.name.empty()) return;
    answers.set("child_name", child.name);
    const std::chrono::year_month_day day(today);
    const auto born = std::chrono::year_month_day(day.year() - std::chrono::years(child.age + 1), day.month(),
                                                  std::chrono::day{11});
    answers.set("child_dob", calendar::to_iso(calendar::Date(born)));
}

std::string title_of(const app::Partnership& partnership, const app::PostId& id) {
    const auto* post = partnership.directory.find_post(id);
    return post ? post->title : std::string{};
}

std::string agency_of(const app::Partnership& partnership, const app::PostId& id) {
    const auto* post = partnership.directory.find_post(id);
    const auto* agency = post ? partnership.directory.find_agency(post->agency) : nullptr;
    return agency ? agency->name : std::string{};
}

const Permitted* find_action(const app::View& view, const Step& step, const app::PostId& post) {
    const Permitted* found = nullptr;
    for (const auto& permitted : view.permissions.permitted) {
        if (disagreement::to_word(permitted.action) != step.does) continue;
        if (!step.about.empty() && permitted.key != step.about) continue;
        if (!found || permitted.acting_for == post) found = &permitted;
    }
    return found;
}

std::string why_not(const app::View& view, const std::string& action) {
    for (const auto& not_permitted : view.permissions.not_permitted) {
        if (disagreement::to_word(not_permitted.action) == action) return not_permitted.why;
    }
    return "it is not permitted";
}

}  // namespace

std::string Actor::next_id(Telling& telling) const {
    return telling.id + "-" + std::to_string(++telling.sent);
}

app::Dossier Actor::dossier(const Telling& telling) const {
    auto found =
        app::Dossiers(use_cases_.journal, use_cases_.installation).find(telling.reference, clock_.now());
    base::ensure(found.has_value(), "a story of the demo begins with raising");
    return std::move(*found);
}

app::PostId Actor::post_of(const std::string& who, const Telling& telling,
                           const disagreement::State& state) const {
    const auto* visit = disagreement::find_last_visit(state);
    if (who == "raiser") return state.raising.practitioner;
    if (who == "raising") return visit->raising.post;
    if (who == "receiving") return visit->receiving.begin()->second.post;
    const std::string of_agency = "receiving:";
    if (who.starts_with(of_agency)) {
        return visit->receiving.at(agency_id(telling.partnership.key, who.substr(of_agency.size()))).post;
    }
    return post_id(telling.partnership.key, who);
}

base::Result<app::PersonId> Actor::person_for(const app::PostId& post, const std::string& reference) const {
    const auto known = use_cases_.installation.now();
    const auto people =
        app::answering_for(*known, post, days_.day_of(clock_.now()), known->excluded_from(reference));
    if (people.empty()) return no("nobody answers for the post '" + post.get() + "'");
    return people.front();
}

base::Result<void> Actor::raise(Telling& telling, const Step& step) {
    const Partnership& partnership = telling.partnership;
    const Story& story = telling.story;
    const auto known = use_cases_.installation.now();
    const auto& at = *known->find_partnership(partnership.key);
    const auto today = days_.day_of(clock_.now());
    const std::string by = step.who.empty() ? story.raiser : step.who;
    const auto person = person_for(post_id(partnership.key, by), {});
    if (!person) return Refused(person.error());
    const auto questions = use_cases_.transact.questions(*person, partnership.key);
    if (!questions) return Refused(questions.error());

    policy::Answers given = story.with;
    for (const auto& [name, values] : step.with.values) given.values[name] = values;
    given.values["to"] = story.to;
    add_child(given, story.child, days_.today());
    Command command{.id = next_id(telling),
                    .action = Action::Raise,
                    .acting_for = post_id(partnership.key, story.raiser)};
    command.answers = answering_.answers({"raise", *questions, given, {}, at, today});
    for (const auto& name : {"said_by", "said_how"}) {
        if (given.has(name)) command.answers.set(name, given.text(name));
    }
    if (given.has("said_by")) command.answers.set("said_at", calendar::to_iso(today));
    const auto done = use_cases_.transact.raise(*person, partnership.key, command);
    if (!done) return Refused(done.error());
    telling.reference = done->reference;
    return {};
}

base::Result<void> Actor::act(Telling& telling, const Step& step) {
    if (!step.on_behalf_of.empty()) return on_behalf(telling, step);
    const auto at = dossier(telling);
    const auto post = post_of(step.who, telling, at.state);
    const auto person = person_for(post, telling.reference);
    if (!person) return Refused(person.error());
    const auto view = use_cases_.reading.open_disagreement(*person, telling.reference);
    if (!view) return Refused(view.error());
    const auto* permitted = find_action(*view, step, post);
    if (!permitted) return no(why_not(*view, step.does));
    return send(telling, step, *view, *person, *permitted);
}

base::Result<void> Actor::do_duty(Telling& telling, const Step& step) {
    const auto at = dossier(telling);
    for (const auto& duty : at.duties) {
        const bool named = is_open(duty) && duty.rule == step.about;
        if (named && (step.who.empty() || duty.owner == post_of(step.who, telling, at.state)))
            return do_one(telling, step, duty);
    }
    return no("no duty '" + step.about + "' is open");
}

base::Result<bool> Actor::do_next(Telling& telling, const Step& step, const app::Dossier& at,
                                  const Wanted& wanted) {
    for (const auto& duty : at.duties) {
        const bool skipped = std::ranges::find(step.except, duty.rule) != step.except.end();
        if (!is_open(duty) || duty.optional || is_for_later(duty) || skipped || !wanted(duty)) continue;
        if (telling.tried.contains(duty.id)) continue;
        if (!do_one(telling, step, duty)) continue;
        telling.tried.insert(duty.id);
        return true;
    }
    return false;
}

base::Result<bool> Actor::do_next_duty(Telling& telling, const Step& step) {
    const auto at = dossier(telling);
    const auto post = post_of(step.who, telling, at.state);
    return do_next(telling, step, at, [&](const Duty& duty) { return duty.owner == post; });
}

base::Result<bool> Actor::catch_up(Telling& telling, const Step& step) {
    const auto at = dossier(telling);
    const int visit = static_cast<int>(at.state.visits.size()) - 1;
    return do_next(telling, {.except = step.except}, at, [&](const Duty& duty) {
        return at.state.history[disagreement::trigger_of(duty) - 1].visit != visit;
    });
}

base::Result<bool> Actor::finish(Telling& telling, const Step& step) {
    const auto at = dossier(telling);
    if (at.state.phase == disagreement::Phase::Closed) return false;
    const auto done = do_next(telling, step, at, [](const Duty&) { return true; });
    if (!done || *done) return done;
    const auto closed = act(telling, {.who = "raising", .does = "close", .with = step.with});
    if (!closed) return Refused(closed.error());
    return true;
}

base::Result<void> Actor::do_one(Telling& telling, const Step& step, const Duty& duty) {
    const auto at = dossier(telling);
    const auto person = person_for(duty.owner, telling.reference);
    if (!person) return Refused(person.error());
    const auto view = use_cases_.reading.open_disagreement(*person, telling.reference);
    if (!view) return Refused(view.error());
    const auto* way = find_way(view->permissions, duty, at);
    if (!way) return no("'" + duty.title + "' cannot be done now");
    return send(telling, step, *view, *person, *way);
}

/// What a form can start from: the names are those of the packs' prefills.
policy::Answers Actor::known(const Telling& telling, const app::Dossier& at, const app::PersonId& person,
                             const app::PostId& post) const {
    policy::Answers known;
    const auto& partnership = *at.partnership;
    const auto name_of = [&](const app::PersonId& id) { return at.known->find_person(id)->name; };
    known.set("today", calendar::to_iso(at.today()));
    known.set("author_name", name_of(person));
    known.set("author_post", title_of(partnership, post));
    known.set("author_agency", agency_of(partnership, post));
    known.set("author_contact", at.known->find_person(person)->email);
    known.set("raiser_name", name_of(at.state.raiser));
    known.set("raiser_post", title_of(partnership, at.state.raising.practitioner));
    known.set("raising_agency", agency_of(partnership, at.state.raising.practitioner));
    known.set("receiving_post",
              title_of(partnership, disagreement::find_last_visit(at.state)->receiving.begin()->second.post));
    known.set("response_due", calendar::to_iso(days_.after(at.today(), 5)));
    known.set("concerns", telling.story.with.text("view"));
    add_child(known, telling.story.child, days_.today());
    return known;
}

base::Result<void> Actor::send(Telling& telling, const Step& step, const app::View& view,
                               const app::PersonId& person, const Permitted& permitted) {
    const auto& at = view.dossier;
    const auto action = disagreement::to_word(permitted.action);
    const auto form = known(telling, at, person, permitted.acting_for);
    Command command{.id = next_id(telling), .action = permitted.action, .acting_for = permitted.acting_for};
    const auto fields = with_one_alternative(permitted, at, step.with);
    command.answers = answering_.answers({action, fields, step.with, form, *at.partnership, at.today()});
    if (permitted.action == Action::NameRole && !step.with.has("post"))
        command.answers.set("post", post_for_role(permitted.key, at));
    const auto done = use_cases_.transact.perform(person, telling.reference, command, view.revision());
    if (!done) return Refused(done.error());
    return {};
}

/// Somebody who may record for others enters what a post without an account has said.
base::Result<void> Actor::on_behalf(Telling& telling, const Step& step) {
    const auto at = dossier(telling);
    const auto person = person_for(post_of(step.who, telling, at.state), telling.reference);
    if (!person) return Refused(person.error());
    Command command{.id = next_id(telling),
                    .action = *disagreement::parse_action(step.does),
                    .acting_for = post_of(step.on_behalf_of, telling, at.state)};
    const auto fields = disagreement::fields_of(command.action, at.state, at.setting(), step.about);
    command.answers = answering_.answers({step.does, fields, step.with, {}, *at.partnership, at.today()});
    if (!step.about.empty()) command.answers.set("about", step.about);
    for (const auto& name : {"said_by", "said_how"}) command.answers.set(name, step.with.text(name));
    command.answers.set("said_at", calendar::to_iso(at.today()));
    const auto done = use_cases_.transact.perform(*person, telling.reference, command);
    if (!done) return Refused(done.error());
    return {};
}

}  // namespace program::demo
