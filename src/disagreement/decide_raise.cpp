// Raising: the right route first, then who is on which side, then the stage it starts at.
#include "calendar/local_time.h"
#include "disagreement/conditions.h"
#include "disagreement/cast.h"
#include "disagreement/fields.h"
#include "disagreement/guard.h"
#include "disagreement/stages.h"
#include "disagreement/steps.h"
#include "policy/asking.h"

#include <algorithm>

namespace disagreement {
namespace {

using H = Happening;
using policy::Answers;
using No = std::optional<base::Refusal>;

/// The post it is raised from: one that the person holds, or that they record for.
base::Result<Acting> raiser(const Command& command, const Setting& setting, const Actor& actor) {
    const PostId wanted = raising_from(command);
    std::optional<Acting> best;
    for (const auto& [id, capacity] : actor.posts) {
        const auto* post = setting.directory.find_post(id);
        if (!post || (!wanted.get().empty() && id != wanted)) continue;
        const bool better = !best || capacity < best->capacity;
        if (better) best = Acting{id, post->agency, Side::Raising, capacity, false};
    }
    const auto* other = setting.directory.find_post(wanted);
    if (!best && other && actor.records_for_others) best = Acting{wanted, other->agency, Side::Raising, Capacity::Holder, true};
    if (best) return *best;
    return tl::unexpected(refuse("not_yours", "you can only raise from a post that you hold, deputise in or manage", "raiser_post", "house ALL-2"));
}

No not_for_this(const Answers& answers, const policy::Scope& scope) {
    for (const auto& exclusion : scope.exclusions) {
        if (!answers.yes("excluded_" + exclusion.key)) continue;
        return refuse("not_for_this", "this policy is not the way for that: go to " + exclusion.go_to,
                      "excluded_" + exclusion.key, exclusion.source.clause);
    }
    return {};
}

/// The beginning that was named, where it needs a statement; null where none is needed.
const policy::Origin* origin_to_affirm(const Answers& answers, const policy::Scope& scope) {
    const auto origin = std::ranges::find(scope.origins, answers.text("origin"), &policy::Origin::key);
    return origin == scope.origins.end() || origin->must_affirm.empty() ? nullptr : &*origin;
}

No not_affirmed(const Answers& answers, const policy::Scope& scope) {
    const auto* origin = origin_to_affirm(answers, scope);
    if (!origin || answers.yes("affirm")) return {};
    return refuse("must_affirm", "this must be true to start here: " + origin->must_affirm, "affirm", origin->source.clause);
}

No wrong_other_side(const Answers& answers, const Setting& setting, const Acting& acting) {
    std::set<AgencyId> agencies;
    for (const auto& id : answers.list("to")) {
        const auto* post = setting.directory.find_post(PostId(id));
        if (!post) return refuse("no_such_post", "'" + id + "' is not a post in the directory", "to");
        if (post->id == acting.post) return refuse("both_sides", "you cannot disagree with your own post", "to", "house ALL-3");
        if (post->agency == acting.agency && !setting.pack.scope.own_agency) {
            return refuse("own_agency", "this policy is for disagreements with another agency", "to",
                          setting.pack.scope.own_agency_source.clause);
        }
        if (!agencies.insert(post->agency).second) {
            return refuse("one_post_each", "name one post for each agency whose decision you disagree with", "to");
        }
    }
    return {};
}

/// A word of policy::Ask::Against.
std::string against(const Request& request, const directory::Post& other) {
    const auto& directory = request.setting.directory;
    const auto* office = directory.find_partnership();
    if (office && other.agency == office->id) return "partnership";
    std::set<PostId> seen{request.acting.post};
    const auto* above = directory.find_above(request.acting.post);
    for (; above && seen.insert(above->id).second; above = directory.find_above(above->id)) {
        if (above->id == other.id) return "own-manager";
    }
    return other.agency == request.acting.agency ? "own-agency" : "other-agency";
}

/// Nobody sits anywhere yet.
CastQuery choosing(const Setting& setting) {
    static const std::set<PostId> nobody;
    const auto today = calendar::local_date(setting.now, setting.calendar.zone);
    return {setting.pack, setting.directory, today, setting.excluded, nobody};
}

void add_agency_posts(Event& event, const Setting& setting, const AgencyId& agency) {
    for (const auto& [kind, post] : agency_posts(choosing(setting), agency)) {
        event.open.values["agency_post:" + agency.get() + ":" + kind] = {post.get()};
    }
}

/// The first route whose condition holds of what is being raised.
std::string route_of(const State& raised, const policy::Pack& pack) {
    for (const auto& route : pack.routes) {
        if (holds(route.when, raised, pack)) return route.key;
    }
    return {};
}

Event raised_event(const Request& request) {
    const auto& setting = request.setting;
    const auto& pack = setting.pack;
    Event event = event_of(request, H::Raised);
    for (const auto* name : {"start", "target_date", "raising_post", "receiving_posts", "raiser_post"}) event.open.values.erase(name);
    std::erase_if(event.sealed, [](const auto& answer) { return answer.name == "protection"; });
    const auto* own = setting.directory.find_post(request.acting.post);
    const auto* agency = setting.directory.find_agency(request.acting.agency);
    event.open.set("policy", pack.identity.key);
    event.open.set("edition", pack.identity.edition);
    event.open.set("raising_agency", request.acting.agency.get());
    event.open.set("raising_sector", agency ? agency->sector : "");
    event.open.set("raiser_post", request.acting.post.get());
    event.open.set("raiser_kind", own->kind);
    for (const auto& id : request.command.answers.list("to")) {
        const auto* post = setting.directory.find_post(PostId(id));
        const auto* theirs = setting.directory.find_agency(post->agency);
        event.open.values["party:" + post->agency.get()] = {id, post->kind, theirs ? theirs->sector : ""};
    }
    for (const auto& [kind, post] : offices(choosing(setting))) event.open.values["office:" + kind] = {post.get()};
    add_agency_posts(event, setting, request.acting.agency);
    for (const auto& id : request.command.answers.list("to")) {
        const auto* post = setting.directory.find_post(PostId(id));
        event.open.set("against", against(request, *post));
        add_agency_posts(event, setting, post->agency);
    }
    for (const auto& date : pack.dates) {
        const auto answer = event.open.values.extract("date_" + date.key);
        if (!answer.empty()) event.open.values["date:" + date.key] = answer.mapped();
    }
    if (pack.routes.empty()) return event;
    event.open.set("route", route_of(replay({event}), pack));
    return event;
}

/// The stage proposed by the policy, or the one asked for where a start or a jump allows it.
base::Result<const policy::Stage*> starting_stage(const Request& request, const State& raised) {
    const auto& pack = request.setting.pack;
    const auto starts = starts_of(raised, pack);
    if (starts.empty()) return tl::unexpected(refuse("no_stage", "this policy has no stage to start at"));
    const std::string& wanted = request.command.answers.text("start");
    if (wanted.empty()) return starts.front().stage;
    const auto named = std::ranges::find(starts, wanted, [](const Start& start) { return start.stage->key; });
    if (named == starts.end()) {
        const std::string clause = pack.jumps.empty() ? "" : pack.jumps.front().source.clause;
        return tl::unexpected(refuse("no_jump", "it cannot start there: a stage may only be left out where a clause allows it", "start", clause));
    }
    if (named->jump && request.command.answers.text("jump_reason").empty()) {
        return tl::unexpected(refuse("answer_missing", "Enter why it should start at a higher stage", "jump_reason", named->jump->source.clause));
    }
    return named->stage;
}

No asked_on_entering(const policy::Stage& stage, const Request& request, const State& state) {
    for (const auto& field : stage.asks) {
        const bool asked = !field.when || holds(*field.when, state, request.setting.pack);
        if (asked && field.required && request.command.answers.text(field.name).empty()) {
            return refuse("answer_missing", policy::asked_for(field), field.name, stage.source.clause);
        }
    }
    return {};
}

/// Some questions depend on what is being raised: they are asked of it as it would stand.
std::vector<base::Refusal> wrong_answers(const Request& request, bool sides_are_known) {
    const State tentative = sides_are_known ? replay({raised_event(request)}) : State{};
    return check_answers(request.fields, request.command.answers, tentative, request.setting.pack);
}

/// Of whoever acts for a post that is not their own.
No wrong_acting(const Answers& answers, const Acting& acting) {
    if (acting.capacity == Capacity::Manager && answers.text("acting_reason").empty()) {
        return refuse("acting_reason_missing", "Enter why you act for this post", "acting_reason");
    }
    if (acting.on_behalf && (answers.text("said_by").empty() || answers.text("said_how").empty() || answers.text("said_at").empty())) {
        return refuse("on_behalf_incomplete", "Enter who said it, how and when: you record this for somebody else", "said_by", "house ALL-2");
    }
    return {};
}

/// Whatever happens, somebody keeps the business of the partnership.
No nobody_keeps(const Request& request) {
    const auto found = offices(choosing(request.setting));
    const auto keeper = found.find("business-manager");
    if (keeper != found.end() && !keeper->second.get().empty()) return {};
    return refuse("nobody_fills", "the partnership has no post that keeps its business: add a business manager to the directory",
                  {}, "house ALL-1");
}

void append(std::vector<base::Refusal>& all, const No& no) {
    if (no) all.push_back(*no);
}

/// Nobody was born on a day to come; of a child who is not born yet, no date is said.
No born_later(const Answers& answers, const Setting& setting) {
    const auto born = calendar::parse_date(answers.text("child_dob"));
    if (!born || *born <= calendar::local_date(setting.now, setting.calendar.zone)) return {};
    return refuse("date_to_come", "'Date of birth' must be in the past", "child_dob");
}

/// What stands in the way before the ladder is looked at, the weightiest first.
std::vector<base::Refusal> all_wrong(const Request& request) {
    const auto& answers = request.command.answers;
    const auto& scope = request.setting.pack.scope;
    std::vector<base::Refusal> all;
    append(all, not_for_this(answers, scope));
    append(all, not_affirmed(answers, scope));
    const auto others = wrong_other_side(answers, request.setting, request.acting);
    std::ranges::move(wrong_answers(request, !others), std::back_inserter(all));
    std::ranges::move(another_without_words(answers, open_lists()), std::back_inserter(all));
    append(all, others);
    append(all, born_later(answers, request.setting));
    append(all, wrong_time(request.state, request.command, request.setting));
    append(all, wrong_acting(answers, request.acting));
    return all;
}

Command as_meant(const Command& sent) {
    Command command = without_blanks(sent);
    command.answers = without_idle_words(std::move(command.answers));
    return command;
}

/// One raising being weighed: there is nothing before it.
struct Raising {
    Raising(const Command& command, const Setting& setting, const Actor& actor, const Acting& acting)
        : said(as_meant(command)),
          request{nothing, said, setting, actor, none, acting, {}, fields_of(Action::Raise, nothing, setting),
                  command.happened_at.value_or(setting.now)} {
        for (const auto& field : common_fields()) request.fields.push_back(field);
    }

    const State nothing;
    const Duties none;
    const Command said;
    Request request;
};

/// That it is raised; and that a child is in danger, on which it may depend where it starts.
Events first_events(const Request& request) {
    Events events{raised_event(request)};
    if (request.command.answers.yes("danger")) {
        events.push_back({.fact = {H::DangerDeclared, {}}, .happened_at = request.happened_at,
                          .recorded_at = request.setting.now, .by = author(request)});
    }
    return events;
}

/// What a raising in good order records first, and where it starts.
struct Beginning {
    Events events;
    State raised;
    const policy::Stage* stage;
};

base::Result<Beginning> begin(const Request& sent) {
    auto wrong = all_wrong(sent);
    if (!wrong.empty()) return tl::unexpected(std::move(wrong.front()));
    if (auto no = nobody_keeps(sent)) return tl::unexpected(*no);
    Request request = sent;
    leave_unasked(request.fields, replay({raised_event(sent)}), sent.setting.pack);
    auto events = first_events(request);
    State raised = replay(events);
    const auto stage = starting_stage(request, raised);
    if (!stage) return tl::unexpected(stage.error());
    if (auto no = asked_on_entering(**stage, request, raised)) return tl::unexpected(*no);
    if (auto no = needed_before_raising(raised, request.setting, request.happened_at)) return tl::unexpected(*no);
    return Beginning{std::move(events), std::move(raised), *stage};
}

using policy::Field;
using Questions = std::vector<Field>;

Questions::iterator named(Questions& fields, const std::string& name) {
    return std::ranges::find(fields, name, &Field::name);
}

/// Of what stages ask, which stands after who acts, only what this one asks; all that it needs must be answered.
void keep_of_stage(Questions& fields, const policy::Stage* stage) {
    const auto asks = stage ? stage->asks : Questions{};
    const auto last = named(fields, "receiving_posts");
    const auto elsewhere = std::remove_if(last, fields.end(), [&](const Field& field) {
        return field.name != "receiving_posts" && std::ranges::find(asks, field.name, &Field::name) == asks.end();
    });
    fields.erase(elsewhere, fields.end());
    for (const auto& asked : asks) {
        const auto field = named(fields, asked.name);
        if (field != fields.end() && asked.required) field->required = true;
    }
    const auto target = named(fields, "target_date");
    if (target == fields.end()) return;
    target->required = true;
    if (!stage || !wants_target_date(*stage)) fields.erase(target);
}

void word_statement(Questions& fields, const policy::Origin* origin) {
    const auto statement = named(fields, "affirm");
    if (statement == fields.end()) return;
    if (!origin) {
        fields.erase(statement);
        return;
    }
    statement->label = "Can you say that this is true?";
    statement->hint = origin->must_affirm;
    statement->required = true;
}

/// Who said it, how and when; or why a manager acts for a post below theirs.
void add_for_another(Questions& fields, const Acting& acting) {
    Questions more;
    for (auto& field : common_fields()) {
        const bool said = acting.on_behalf && field.name.starts_with("said_");
        const bool reason = acting.capacity == Capacity::Manager && field.name == "acting_reason";
        if (!said && !reason) continue;
        field.required = true;
        more.push_back(std::move(field));
    }
    const auto own = named(fields, "raiser_post");
    fields.insert(own == fields.end() ? own : std::next(own), more.begin(), more.end());
}

/// Who acts is asked only where several could, and of those.
void put_seats(Questions& fields, const Questions& seats) {
    for (const std::string name : {"raising_post", "receiving_posts"}) {
        const auto field = named(fields, name);
        const auto seat = std::ranges::find(seats, name, &Field::name);
        if (field == fields.end()) continue;
        if (seat == seats.end()) {
            fields.erase(field);
        } else {
            field->options = seat->options;
            field->required = true;
        }
    }
}

/// Where there is a choice, it is among those that would be taken; a reason is asked where one of them needs it.
void keep_starts(Questions& fields, const std::vector<Start>& starts) {
    const auto start = named(fields, "start");
    if (start == fields.end()) return;
    if (!starts.empty()) start->options.clear();
    for (const auto& [stage, jump] : starts) start->options.push_back({stage->key, stage->label + ": " + stage->title});
    const bool choice = start->options.size() > 1;
    const bool reasons = starts.empty() || std::ranges::any_of(starts, [](const Start& one) { return one.jump != nullptr; });
    std::erase_if(fields, [&](const Field& field) {
        return (field.name == "start" && !choice) || (field.name == "jump_reason" && !(choice && reasons));
    });
}

/// A start that would not be taken is not one that was chosen.
Command with_a_start_among(Command command, const std::vector<Start>& starts) {
    const std::string wanted = command.answers.text("start");
    const bool offered = std::ranges::any_of(starts, [&](const Start& one) { return one.stage->key == wanted; });
    if (!starts.empty() && !offered) command.answers.values.erase("start");
    return command;
}

}  // namespace

PostId raising_from(const Command& command) {
    return command.acting_for.get().empty() ? PostId(command.answers.text("raiser_post")) : command.acting_for;
}

Decision decide_raise(const Command& command, const Setting& setting, const Actor& actor) {
    const auto acting = raiser(command, setting, actor);
    if (!acting) return tl::unexpected(acting.error());
    const Raising raising(command, setting, actor, *acting);
    auto beginning = begin(raising.request);
    if (!beginning) return tl::unexpected(beginning.error());
    return then_open(raising.request, std::move(beginning->events), *beginning->stage, false);
}

std::vector<base::Refusal> check_raising(const Command& command, const Setting& setting, const Actor& actor) {
    const auto acting = raiser(command, setting, actor);
    if (acting) return all_wrong(Raising(command, setting, actor, *acting).request);
    auto fields = fields_of(Action::Raise, {}, setting);
    for (const auto& field : common_fields()) fields.push_back(field);
    auto wrong = check_answers(fields, without_blanks(command).answers, {}, setting.pack);
    wrong.push_back(acting.error());
    return wrong;
}

std::vector<policy::Field> seats_on_raising(const Command& command, const Setting& setting, const Actor& actor) {
    const auto acting = raiser(command, setting, actor);
    if (!acting) return {};
    const Raising raising(command, setting, actor, *acting);
    const auto beginning = begin(raising.request);
    if (!beginning) return {};
    return seat_choices(*beginning->stage, beginning->raised, setting, SeatsAt::Tier);
}

std::vector<Start> starts_on_raising(const Command& command, const Setting& setting, const Actor& actor) {
    const auto acting = raiser(command, setting, actor);
    if (!acting || wrong_other_side(command.answers, setting, *acting)) return {};
    const Raising raising(command, setting, actor, *acting);
    return starts_of(replay(first_events(raising.request)), setting.pack);
}

std::vector<policy::Field> questions_on_raising(const Command& sent, const Setting& setting, const Actor& actor) {
    auto fields = fields_of(Action::Raise, {}, setting);
    const auto starts = starts_on_raising(sent, setting, actor);
    const Command command = with_a_start_among(sent, starts);
    const auto acting = raiser(command, setting, actor);
    const bool sides_are_known = acting && !wrong_other_side(command.answers, setting, *acting);
    State tentative;
    const policy::Stage* stage = nullptr;
    if (sides_are_known) {
        const Raising raising(command, setting, actor, *acting);
        tentative = replay(first_events(raising.request));
        const auto starting = starting_stage(raising.request, tentative);
        stage = starting ? *starting : policy::find_stage(setting.pack, command.answers.text("start"));
    }
    keep_starts(fields, starts);
    keep_of_stage(fields, stage);
    std::erase_if(fields, [&](const Field& field) { return field.when && !holds(*field.when, tentative, setting.pack); });
    for (auto& field : fields) field.when.reset();
    word_statement(fields, origin_to_affirm(command.answers, setting.pack.scope));
    if (acting) add_for_another(fields, *acting);
    put_seats(fields, seats_on_raising(command, setting, actor));
    return fields;
}

}  // namespace disagreement
