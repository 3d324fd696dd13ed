// What this person may do now, and why not the rest: the same guard that decide asks.
#include "disagreement/conditions.h"
#include "disagreement/fields.h"
#include "disagreement/forms.h"
#include "disagreement/guard.h"
#include "disagreement/stages.h"
#include "disagreement/steps.h"
#include "policy/whom.h"

#include <algorithm>

namespace disagreement {
namespace {

using A = Action;

std::string title_of(A action, const Setting& setting) {
    return policy::worded(std::string(rule_of(action).title), setting.pack);
}

/// One thing an action can be about, with words for a button.
struct Subject {
    std::string key;
    std::string title;
    policy::Source source = {};
};

using Subjects = std::vector<Subject>;

/// The action is about nothing in particular.
Subjects just(std::string title, policy::Source source = {}) {
    Subjects subjects(1);
    subjects.front().title = std::move(title);
    subjects.front().source = std::move(source);
    return subjects;
}

std::string agency_name(const AgencyId& id, const Setting& setting) {
    const auto* agency = setting.directory.find_agency(id);
    return agency ? agency->name : id.get();
}

Subjects agencies(const State& state, const Setting& setting, const std::string& title) {
    Subjects subjects;
    const auto open = unsettled(state);
    for (const auto& agency : open) {
        subjects.push_back({agency.get(), open.size() == 1 ? title : title + ": " + agency_name(agency, setting)});
    }
    return subjects;
}

Subjects meetings(const State& state, const Setting& setting, const std::string& title) {
    Subjects subjects;
    if (const auto* stage = stage_now(state, setting.pack)) {
        for (const auto& key : stage->meetings) {
            const auto* meeting = policy::find_meeting(setting.pack, key);
            if (meeting) subjects.push_back({key, title + ": " + meeting->title, meeting->source});
        }
    }
    return subjects;
}

Subjects open_duties(const Situation& at, const std::string& title) {
    Subjects subjects;
    for (const auto& duty : at.duties) {
        if (is_open(duty)) subjects.push_back({duty.id, title + ": " + duty.title, duty.source});
    }
    return subjects;
}

Subjects escalation(const State& state, const Setting& setting) {
    const auto* stage = stage_now(state, setting.pack);
    const auto* next = stage ? policy::find_next(setting.pack, state.route, stage->key) : nullptr;
    if (next) return just("Take it up to " + next->label + ": " + next->title, next->source);
    return just("Record that it is not settled here", {"house ALL-11", {}});
}

Subjects jumps(const State& state, const Setting& setting) {
    Subjects subjects;
    const Visit* visit = find_visit(state);
    const int rank = visit ? policy::rank_of(setting.pack, state.route, visit->stage) : -1;
    for (const auto& [stage, jump] : jump_targets(state, setting.pack, rank, JumpsOf::Anybody)) {
        const auto* next = visit ? policy::find_next(setting.pack, state.route, visit->stage) : nullptr;
        // The raising side takes it to the next stage anyway; a jump there is for others.
        const bool plain = stage == next && jump->by.kind == policy::Who::Kind::Raising;
        if (!plain) subjects.push_back({stage->key, "Go straight to " + stage->label + ": " + stage->title, jump->source});
    }
    if (subjects.empty()) subjects.push_back({{}, std::string(rule_of(A::Jump).title)});
    return subjects;
}

Subjects subjects_of(Action action, const Situation& at) {
    const State& state = at.state;
    const Setting& setting = at.setting;
    const std::string title = title_of(action, setting);
    switch (action) {
        case A::Answer:
        case A::ProposeOutcome: return agencies(state, setting, title);
        case A::Convene:
        case A::Offer:
        case A::AcceptOffer:
        case A::DeclineOffer:
        case A::HoldMeeting: return meetings(state, setting, title);
        case A::Discharge:
        case A::Waive: return open_duties(at, title);
        case A::Escalate: return escalation(state, setting);
        case A::Jump: return jumps(state, setting);
        case A::SubmitForm: {
            Subjects subjects;
            for (const auto& form : setting.pack.forms) subjects.push_back({form.key, title + ": " + form.title, form.source});
            return subjects;
        }
        case A::NameRole: {
            Subjects subjects;
            for (const auto& role : setting.pack.roles) subjects.push_back({role.key, "Name the " + role.title, role.source});
            return subjects;
        }
        case A::TakeStep:
        case A::EndStep: {
            Subjects subjects;
            for (const auto& step : setting.pack.steps) {
                const std::string before = action == A::TakeStep && !step.beside ? "" : action == A::TakeStep ? "Begin: " : "Ended: ";
                if (action == A::TakeStep || step.beside) subjects.push_back({step.key, before + step.title, step.source});
            }
            return subjects;
        }
        case A::SetDate: {
            Subjects subjects = just(title);
            for (const auto& date : setting.pack.dates) {
                if (!date.counted) subjects.push_back({date.key, "Set the date: " + date.title, date.source});
            }
            for (const auto& duty : at.duties) {
                const bool to_set = is_open(duty) && duty.what == policy::What::RecordCourse;
                if (to_set) subjects.push_back({duty.id, "Set the date by which it is recorded what follows", duty.source});
            }
            return subjects;
        }
        case A::SetPriority: return just(title, setting.pack.priorities.source);
        case A::ReplanPoint:
        case A::SettlePoint: {
            Subjects subjects;
            for (const auto& point : state.points) {
                if (!point.settled_at) subjects.push_back({point.key, title + ": point " + point.key});
            }
            return subjects;
        }
        case A::Decide: {
            const auto* rule = find_decision(state, setting);
            return rule ? just(rule->title, rule->source) : just(title);
        }
        case A::GoUpTheLine: {
            const auto* stage = stage_now(state, setting.pack);
            return just(title, stage && stage->repeats ? stage->repeats->source : policy::Source{});
        }
        default: return just(title);
    }
}

void mark_required(std::vector<policy::Field>& fields, const std::string& name) {
    for (auto& field : common_fields()) {
        if (field.name != name) continue;
        field.required = true;
        fields.push_back(field);
    }
}

/// Of a form, the parts that are for whoever asks; what must be filled in is said only where no
/// other part could be filled in instead.
std::vector<policy::Field> form_questions(const Situation& at, const std::string& key, const Acting& acting) {
    std::vector<policy::Field> fields;
    const auto& form = *policy::find_form(at.setting.pack, key);
    for (const auto* section : own_sections(form, at.state, at.setting, at.duties, acting)) {
        for (const auto& plain : section->fields) {
            policy::Field field = asked_in(*section, plain);
            field.required = field.required && !is_alternative(form, section->key);
            fields.push_back(std::move(field));
        }
    }
    return fields;
}

std::vector<policy::Field> asked(Action action, const Situation& at, const std::string& key, const std::string& title, const Acting& acting) {
    std::vector<policy::Field> fields;
    const auto questions = action == A::SubmitForm ? form_questions(at, key, acting)
                                                   : fields_of(action, at.state, at.setting, key);
    for (const auto& field : questions) {
        if (!field.when || holds(*field.when, at.state, at.setting.pack)) fields.push_back(field);
    }
    if (!key.empty()) {
        policy::Field about{.name = "about", .label = "What it is about", .kind = policy::FieldKind::OneOf, .required = true,
                            .options = {{key, title}}, .privacy = policy::Privacy::Open, .max = 200};
        fields.insert(fields.begin(), std::move(about));
    }
    if (acting.capacity == Capacity::Manager) mark_required(fields, "acting_reason");
    return fields;
}

/// Nobody needs to be told that they cannot tick off what another owes.
bool worth_saying(Action action) {
    return action != A::Discharge && action != A::Waive && action != A::SubmitForm && action != A::SettlePoint;
}

}  // namespace

Permissions permitted(const State& state, const Setting& setting, const Actor& actor) {
    const Duties owed = duties_in(state, setting);
    return permitted(situation(state, setting, owed), actor, Questions::Listed);
}

std::vector<std::vector<Permitted>> permitted_to_each(const Situation& at, const std::vector<Actor>& actors) {
    std::vector<std::vector<Permitted>> all(actors.size());
    for (const Action action : all_actions()) {
        if (action == A::Raise || action == A::Expire) continue;
        for (const auto& [key, title, source] : subjects_of(action, at)) {
            if (!is_offered(action, at, key) || in_the_way(action, at, key, at.setting.now)) continue;
            for (std::size_t i = 0; i < actors.size(); ++i) {
                const auto acting = find_acting(action, at, actors[i], key);
                if (acting) all[i].push_back({action, key, title, {}, acting->post, source});
            }
        }
    }
    return all;
}

Permissions permitted(const Situation& at, const Actor& actor, Questions questions) {
    Permissions all;
    const bool ask = questions == Questions::Listed;
    if (at.state.phase == Phase::None) {
        if (!actor.posts.empty() || actor.records_for_others) {
            all.permitted.push_back({A::Raise, {}, std::string(rule_of(A::Raise).title),
                                     ask ? fields_of(A::Raise, at.state, at.setting) : std::vector<policy::Field>{}});
        }
        return all;
    }
    for (const Action action : all_actions()) {
        if (action == A::Raise || action == A::Expire) continue;
        for (auto& [key, title, source] : subjects_of(action, at)) {
            if (!is_offered(action, at, key)) continue;
            const auto acting = guard(action, at, actor, key, {}, at.setting.now);
            if (acting) {
                auto fields = ask ? asked(action, at, key, title, *acting) : std::vector<policy::Field>{};
                all.permitted.push_back({action, std::move(key), std::move(title), std::move(fields), acting->post, std::move(source)});
            } else if (worth_saying(action)) {
                const auto& clause = acting.error().clause.empty() ? source.clause : acting.error().clause;
                all.not_permitted.push_back({action, std::move(title), acting.error().why, clause});
            }
        }
    }
    return all;
}

}  // namespace disagreement
