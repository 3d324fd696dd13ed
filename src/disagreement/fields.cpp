// The questions each action asks, as the policy and the moment want them.
#include "disagreement/fields.h"

#include "disagreement/acting.h"
#include "disagreement/conditions.h"
#include "disagreement/fulfilment.h"
#include "disagreement/stages.h"
#include "policy/describe.h"
#include "policy/whom.h"
#include "policy/words.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::Field;
using policy::FieldKind;
using policy::Option;
using policy::Privacy;
using Fields = std::vector<Field>;

enum class Wanted { Required, Optional };

Field words(const std::string& name, const std::string& label, Wanted wanted = Wanted::Required) {
    return {.name = name, .label = label, .kind = FieldKind::LongText, .required = wanted == Wanted::Required};
}

Field identity(const std::string& name, const std::string& label, FieldKind kind = FieldKind::Text) {
    return {.name = name, .label = label, .kind = kind, .privacy = Privacy::Identity, .max = 300};
}

Field open(const std::string& name, const std::string& label, FieldKind kind, Wanted wanted = Wanted::Required) {
    return {.name = name, .label = label, .kind = kind, .required = wanted == Wanted::Required,
            .privacy = Privacy::Open, .max = 200};
}

Field choice(const std::string& name, const std::string& label, std::vector<Option> options,
             Wanted wanted = Wanted::Required) {
    Field field = open(name, label, FieldKind::OneOf, wanted);
    field.options = std::move(options);
    return field;
}

void append(Fields& fields, const Fields& more) { fields.insert(fields.end(), more.begin(), more.end()); }

std::vector<Option> options_of(const policy::WordList& list) {
    std::vector<Option> options;
    for (const auto& word : list.words) options.push_back({word.key, word.title});
    if (list.open) options.push_back({"another", "Another, in words"});
    return options;
}

/// A list that the policy names, and the words for "another" where the list is open.
void add_list(Fields& fields, const policy::WordList& list, const std::string& name, const std::string& label) {
    if (list.words.empty() && !list.open) return;
    fields.push_back(choice(name, label, options_of(list)));
    if (list.open) fields.push_back(words(name + "_words", label + ", in your words", Wanted::Optional));
}

Fields safety() {
    return {open("safe_now", "Is the child safe now?", FieldKind::YesNo),
            words("protection", "What protects the child meanwhile")};
}

/// A record that is no disagreement asks nothing that only a disagreement needs.
void only_for_disagreements(Fields& fields, const policy::Pack& pack) {
    policy::Condition is{.op = policy::Condition::Op::Is, .ask = policy::Ask::Route};
    for (const auto& route : pack.routes) {
        if (!route.disagreement) is.words.push_back(route.key);
    }
    if (is.words.empty()) return;
    for (auto& field : fields) field.when = policy::Condition{.op = policy::Condition::Op::Not, .parts = {is}};
}

/// Named dates that are asked when it is raised, each with where it is known from.
void add_dates(Fields& fields, const policy::Pack& pack) {
    for (const auto& date : pack.dates) {
        if (!date.on_raising || date.counted) continue;
        fields.push_back(open("date_" + date.key, date.title, date.with_time ? FieldKind::DateTime : FieldKind::Date, Wanted::Optional));
        fields.push_back(words("date_" + date.key + "_source", date.title + ": where you know it from", Wanted::Optional));
    }
}

Field priority_field(const policy::Priorities& priorities) {
    std::vector<Option> options;
    for (const auto& word : priorities.words) options.push_back({word.key, word.title});
    return choice("priority", "How pressing it is", std::move(options));
}

Fields raise_fields(const Setting& setting) {
    const auto& scope = setting.pack.scope;
    Fields fields;
    fields.push_back(open("danger", "Is a child in immediate danger?", FieldKind::YesNo));
    for (const auto& exclusion : scope.exclusions) {
        fields.push_back(open("excluded_" + exclusion.key, exclusion.question, FieldKind::YesNo));
    }
    fields.push_back(open("raiser_post", "Your post", FieldKind::Post, Wanted::Optional));
    fields.push_back(open("to", "Whose decision or action you disagree with", FieldKind::Post));
    if (!scope.origins.empty()) {
        std::vector<Option> options{{"none", "None of these"}};
        for (const auto& origin : scope.origins) options.push_back({origin.key, origin.title});
        fields.push_back(choice("origin", "Where it arose", std::move(options), Wanted::Optional));
        fields.push_back(open("affirm", "The statement that this beginning needs", FieldKind::YesNo, Wanted::Optional));
    }
    add_list(fields, scope.subjects, "subject", "Who it is about");
    fields.push_back(identity("child_name", "Name of the child"));
    fields.push_back(identity("child_dob", "Date of birth", FieldKind::Date));
    fields.push_back(identity("child_address", "Address", FieldKind::LongText));
    add_list(fields, scope.standings, "standing", "The child's standing");
    add_list(fields, scope.topics, "topic", "What it is about");
    add_list(fields, scope.kinds, "kind", "Kind of issue");
    add_list(fields, scope.concerns, "concern", "What the concern is with");
    add_list(fields, scope.decisions, "disputed", "Which decision is disputed");
    if (!scope.criteria.words.empty()) {
        fields.push_back(open("criteria", "What speaks for raising it", FieldKind::ManyOf, Wanted::Optional));
        fields.back().options = options_of({scope.criteria.words, false, {}});
    }
    const auto& priorities = setting.pack.priorities;
    if (!priorities.words.empty() && means_raiser(priorities.by, setting.pack)) fields.push_back(priority_field(priorities));
    add_dates(fields, setting.pack);
    Fields of_disagreement{words("decision", "The decision, action or inaction you disagree with"),
                           words("view", "Why you think it leaves the child unsafe"),
                           words("evidence", "Your evidence", Wanted::Optional),
                           words("evidence_source", "Where the evidence comes from", Wanted::Optional),
                           words("outcome_wanted", "The outcome you want"),
                           words("how_settled", "How you think it could be settled", Wanted::Optional)};
    append(of_disagreement, safety());
    only_for_disagreements(of_disagreement, setting.pack);
    append(fields, of_disagreement);
    if (of_disagreement.front().when) fields.push_back(words("what_happened", "What the record is of", Wanted::Optional));
    fields.push_back(choice("start", "The stage to start at", start_options(setting), Wanted::Optional));
    fields.push_back(words("jump_reason", "Why it should start at a higher stage", Wanted::Optional));
    fields.push_back(open("target_date", "Target date for this stage", FieldKind::Date, Wanted::Optional));
    fields.push_back(open("raising_post", "Who acts for your side", FieldKind::Post, Wanted::Optional));
    fields.push_back(open("receiving_posts", "Who acts for the other side", FieldKind::Post, Wanted::Optional));
    for (const auto& stage : setting.pack.stages) {
        for (Field asked : stage.asks) {
            asked.required = false;
            const bool known = std::ranges::find(fields, asked.name, &Field::name) != fields.end();
            if (!known) fields.push_back(std::move(asked));
        }
    }
    return fields;
}

/// What entering a stage asks: its own questions, a target date where the policy sets none, and a
/// choice of post where several would do.
Fields entering(const policy::Stage& stage, const State& state, const Setting& setting, SeatsAt seats) {
    Fields fields = stage.asks;
    if (wants_target_date(stage)) fields.push_back(open("target_date", "Target date for this stage", FieldKind::Date));
    append(fields, seat_choices(stage, state, setting, seats));
    append(fields, safety());
    return fields;
}

Fields why_and(const std::string& why, const Fields& more) {
    Fields fields{words("why", why)};
    append(fields, more);
    return fields;
}

Fields escalate_fields(const State& state, const Setting& setting) {
    Fields fields{choice("reason", "Why it goes up", {{"unsettled", "It has not been settled"},
                                                      {"no-answer", "No answer came by the date"}}),
                  words("why", "What remains in dispute")};
    const auto* stage = stage_now(state, setting.pack);
    const auto* next = stage ? policy::find_next(setting.pack, state.route, stage->key) : nullptr;
    append(fields, next ? entering(*next, state, setting, SeatsAt::Tier) : safety());
    return fields;
}

Fields jump_fields(const State& state, const Setting& setting, const std::string& to) {
    const auto* stage = policy::find_stage(setting.pack, to);
    return why_and("Why it should go straight there", stage ? entering(*stage, state, setting, SeatsAt::Tier) : Fields{});
}

Fields up_fields(const State& state, const Setting& setting) {
    const auto* stage = stage_now(state, setting.pack);
    return why_and("What remains in dispute", stage ? entering(*stage, state, setting, SeatsAt::OneUp) : Fields{});
}

/// Coming back to the last stage asks what entering it does, of the matter as it will stand again.
Fields return_fields(Happening by, const std::string& why, const State& state, const Setting& setting) {
    const auto* stage = stage_now(state, setting.pack);
    return why_and(why, stage ? entering(*stage, evolve(state, {.fact = {by, {}}}), setting, SeatsAt::Tier) : safety());
}

Fields branch_fields(const State& state, const Setting& setting) {
    std::vector<Option> options;
    const auto* stage = stage_now(state, setting.pack);
    if (stage && stage->branches) {
        for (const auto& branch : stage->branches->options) options.push_back({branch.key, branch.title});
    }
    return {choice("branch", "How to go on", std::move(options)), words("why", "Why")};
}

std::vector<Option> sides() { return {{"raising", "The raising side"}, {"receiving", "The receiving side"}}; }

Fields form_fields(const State& state, const Setting& setting, const std::string& key) {
    Fields fields;
    const auto* form = policy::find_form(setting.pack, key);
    if (!form) return fields;
    for (const auto& section : form->sections) {
        if (section.when && !holds(*section.when, state, setting.pack)) continue;
        for (Field field : section.fields) {
            // Sections belong to different people and exclude each other: decide says which must be filled.
            field.required = false;
            fields.push_back(std::move(field));
        }
    }
    for (int i = 1; i <= form->dated_actions; ++i) {
        const std::string name = "action_" + std::to_string(i), label = "Action " + std::to_string(i);
        fields.push_back(words(name, label, Wanted::Optional));
        fields.push_back(choice(name + "_owner", label + ": which side does it", sides(), Wanted::Optional));
        fields.push_back(open(name + "_by", label + ": by when", FieldKind::Date, Wanted::Optional));
    }
    return fields;
}

Fields meeting_fields(Action action) {
    Fields fields;
    if (action == Action::Convene) fields.push_back(open("on", "Date of the meeting", FieldKind::Date));
    fields.push_back(open("members", "Who takes part", FieldKind::Post));
    fields.push_back(words("missing_reason", "Why an agency concerned is not there", Wanted::Optional));
    if (action == Action::Convene) return fields;
    fields.push_back(words("record", "What was said and decided"));
    fields.push_back(choice("result", "What it came to", {{"settled", "It is settled"}, {"not-settled", "It is not settled"}}));
    fields.push_back(words("no_other_reason", "Why nobody else could decide it", Wanted::Optional));
    return fields;
}

Fields decide_fields(const State& state, const Setting& setting) {
    const policy::DecisionRule* rule = find_decision(state, setting);
    if (!rule) return {};
    std::vector<Option> options;
    for (const auto& option : rule->options) options.push_back({option.key, option.title});
    if (rule->other) options.push_back({"other", "Another course, in words"});
    Fields fields{choice("option", rule->title, std::move(options))};
    if (rule->other) {
        fields.push_back(words("other_words", "The other course", Wanted::Optional));
        fields.push_back(open("settles", "Does that settle it?", FieldKind::YesNo, Wanted::Optional));
    }
    fields.push_back(words("reasons", "Your reasons"));
    append(fields, rule->asks);
    fields.push_back(words("no_other_reason", "Why nobody else could decide it", Wanted::Optional));
    return fields;
}

Fields outcome_fields(const policy::Pack& pack) {
    Fields fields;
    if (pack.agree_to_differ) {
        fields.push_back(choice("manner", "How it ends", {{"agreement", "In agreement"}, {"agree-to-differ", "We agree to differ"}}));
    }
    append(fields, {words("outcome", "What is agreed"),
                    words("point", "A point still to be pursued", Wanted::Optional),
                    choice("point_owner", "Which side pursues it", sides(), Wanted::Optional),
                    open("point_by", "By when", FieldKind::Date, Wanted::Optional)});
    return fields;
}

/// A duty that must be done in a certain way is marked as done only with how it was.
Fields discharge_fields(const State& state, const Setting& setting, const std::string& id) {
    Fields fields;
    const auto at = id.find('@');
    if (at != std::string::npos) {
        const auto* rule = find_rule({.id = id, .rule = id.substr(0, at)}, state, setting.pack);
        std::vector<Option> options;
        for (const auto channel : rule ? rule->channels : std::vector<policy::Channel>{}) {
            options.push_back({policy::word_of(channel), policy::in_words(channel)});
        }
        if (!options.empty()) fields.push_back(choice("how", "How it was done", std::move(options)));
        if (rule && !rule->wording.empty()) fields.push_back(open("worded", "Was it said in these words: " + rule->wording, FieldKind::YesNo));
    }
    fields.push_back(words("note", "What was done", Wanted::Optional));
    return fields;
}

Fields dissent_fields(const policy::Scope& scope) {
    Fields fields{Field{.name = "meeting", .label = "The meeting", .required = true, .max = 300},
                  words("dissent", "What you disagree with, and why"),
                  choice("strength", "Whose view it is", {{"own", "My own"}, {"agency", "My agency's"}}, Wanted::Optional)};
    if (!scope.strengths.words.empty()) fields.push_back(choice("held", "How strongly it is held", options_of({scope.strengths.words, false, {}})));
    return fields;
}

/// The word of the other side on a date that one side alone cannot set.
Field accepted(Wanted wanted) {
    Field field = open("accepted", "Do both sides accept this date?", FieldKind::YesNo, wanted);
    if (wanted == Wanted::Optional) field.hint = "Needed to put a date back, and to set one for the other side.";
    return field;
}

/// The limit that such a date takes the place of: of the stage, or of a duty, named by its rule or itself.
const policy::Clock* clock_named(const State& state, const policy::Pack& pack, const std::string& named) {
    const auto key = named.substr(0, named.find('@'));
    const auto* stage = stage_now(state, pack);
    if (key.empty() || key == "settle") return stage && stage->clock ? &*stage->clock : nullptr;
    const auto in = [&](const std::vector<policy::DutyRule>& rules) -> const policy::Clock* {
        const auto found = std::ranges::find(rules, key, &policy::DutyRule::key);
        return found == rules.end() ? nullptr : &found->clock;
    };
    const auto* of_stage = stage ? in(stage->duties) : nullptr;
    return of_stage ? of_stage : in(pack.duties);
}

Fields date_fields(const State& state, const Setting& setting, const std::string& key) {
    const auto* named = policy::find_date(setting.pack, key);
    const auto kind = named && named->with_time ? FieldKind::DateTime : FieldKind::Date;
    Fields fields{open("date", named ? named->title : "The date", kind),
                  words("why", named ? "Where you know it from" : "Why")};
    if (named) return fields;
    const auto* clock = clock_named(state, setting.pack, key);
    const bool both = clock && clock->limit.unit == calendar::Unit::AsAgreed;
    fields.push_back(accepted(both ? Wanted::Required : Wanted::Optional));
    return fields;
}

Fields step_fields(const Setting& setting, const std::string& key) {
    const auto* step = policy::find_step(setting.pack, key);
    return step ? step->asks : Fields{};
}

Fields standing_fields(const Setting& setting) {
    Fields fields;
    policy::WordList standings = setting.pack.scope.standings;
    const bool says_none = std::ranges::find(standings.words, "none", &policy::Word::key) != standings.words.end();
    if (!says_none) standings.words.push_back({"none", "None of these now"});
    add_list(fields, standings, "standing", "The child's standing now");
    return fields;
}

/// The policy's own questions are in its own words already.
bool is_of_policy(const Field& field, const policy::Pack& pack) {
    const auto among = [&](const Fields& own) { return std::ranges::find(own, field.label, &Field::label) != own.end(); };
    const auto here = [&](const policy::Stage& stage) {
        return among(stage.asks) || std::ranges::any_of(stage.decisions, [&](const auto& rule) { return among(rule.asks); });
    };
    return field.name.starts_with("excluded_") || std::ranges::any_of(pack.stages, here);
}

Fields asked_by(Action action, const State& state, const Setting& setting, const std::string& key) {
    using A = Action;
    switch (action) {
        case A::Raise: return raise_fields(setting);
        case A::Consult: return {words("advice", "What was talked through, and the outcome wanted")};
        case A::Contact: return {choice("how", "How you made contact", {{"face-to-face", "Face to face"}, {"telephone", "By telephone"}, {"writing", "In writing"}}),
                                 words("summary", "What was said", Wanted::Optional)};
        case A::RecordDiscussion: return {choice("how", "How you spoke", {{"face-to-face", "Face to face"}, {"telephone", "By telephone"}, {"writing", "In writing"}}),
                                          words("summary", "What was said, and where each side stands")};
        case A::StatePosition: return {words("position", "What the problem is, and what you want to achieve")};
        case A::Answer: return {choice("answer", "Your answer", {{"accept", "Accept"}, {"in-part", "Accept in part"}, {"decline", "Decline"}}),
                                words("rationale", "Your reasons")};
        case A::AgreeMeeting: return {open("on", "Date of the meeting", FieldKind::Date), words("who", "Who takes part", Wanted::Optional)};
        case A::RecordMeeting: return {words("summary", "What was said, and where each side stands")};
        case A::Escalate: return escalate_fields(state, setting);
        case A::GoUpTheLine: return up_fields(state, setting);
        case A::Jump: return jump_fields(state, setting, key);
        case A::ChooseBranch: return branch_fields(state, setting);
        case A::SetDate: return date_fields(state, setting, key);
        case A::SetPriority: return {priority_field(setting.pack.priorities), words("why", "Why")};
        case A::TakeStep: return step_fields(setting, key);
        case A::EndStep: return {words("how", "How it ended", Wanted::Optional)};
        case A::ReplanPoint: return {open("by", "By when, now", FieldKind::Date), words("why", "Why it is planned anew"), accepted(Wanted::Optional)};
        case A::TakeBack: return return_fields(Happening::Returned, "Why it comes back", state, setting);
        case A::SubmitForm: return form_fields(state, setting, key);
        case A::Dissent: return dissent_fields(setting.pack.scope);
        case A::DisagreeInternally: return {words("disagreement", "What you disagree with, and why")};
        case A::Convene:
        case A::HoldMeeting: return meeting_fields(action);
        case A::ReceiveRepresentation: return {words("representation", "The representation")};
        case A::Offer: return {words("offer", "What is offered", Wanted::Optional)};
        case A::AcceptOffer: return {};
        case A::DeclineOffer: return {words("why", "Why")};
        case A::Decide: return decide_fields(state, setting);
        case A::ProposeOutcome: return outcome_fields(setting.pack);
        case A::ConfirmOutcome: return {words("comment", "Anything to add", Wanted::Optional)};
        case A::RejectOutcome: return {words("why", "Why you do not agree")};
        case A::DeclareDanger: return {words("what", "What the danger is")};
        case A::RecordReferral: return {choice("to", "To whom", {{"emergency-services", "Emergency services"}, {"social-care", "Children's social care"}, {"out-of-hours", "The out-of-hours team"}}),
                                        words("what", "What was said and done", Wanted::Optional)};
        case A::RecordProtection: return safety();
        case A::ChangeStanding: return standing_fields(setting);
        case A::TellFamily: return {open("told", "Were the parents or carers told?", FieldKind::YesNo),
                                    words("views", "Their views, or why they were not told", Wanted::Optional),
                                    open("to_safeguard", "If not, was that to safeguard the child?", FieldKind::YesNo, Wanted::Optional)};
        case A::DrawLesson: return {words("lesson", "The lesson")};
        case A::AddPoint: return {words("point", "What is still to be pursued"),
                                  choice("owner", "Which side pursues it", sides()),
                                  open("by", "By when", FieldKind::Date)};
        case A::SettlePoint: return {words("how", "What was done")};
        case A::RecordCourse: return {words("course", "What follows, and who does it")};
        case A::ReferPolicyIssue: {
            Fields fields{words("why", "The policy issue")};
            if (const auto* stage = find_though_settled(setting.pack)) append(fields, entering(*stage, state, setting, SeatsAt::Tier));
            return fields;
        }
        case A::HandOver: return {words("why", "What is handed over, and why")};
        case A::Withdraw: return why_and("Why it is withdrawn", safety());
        case A::Close: return {};
        case A::Reopen: return return_fields(Happening::Reopened, "Why it is reopened", state, setting);
        case A::Link: return {open("reference", "Reference of the other disagreement", FieldKind::Text),
                              words("why", "What links them", Wanted::Optional)};
        case A::AddNote: return {words("note", "The note")};
        case A::Correct: return {open("event", "Which entry is to be corrected", FieldKind::Text),
                                 open("field", "Which answer in it", FieldKind::Text),
                                 words("value", "What it should say"), words("why", "Why")};
        case A::NameRole: {
            Fields fields{open("post", "The post", FieldKind::Post)};
            if (state.roles.contains(key)) fields.push_back(words("why", "Why somebody else takes the role"));
            return fields;
        }
        case A::Reassign: return {open("from", "From which post", FieldKind::Post),
                                  open("to", "To which post", FieldKind::Post), words("why", "Why")};
        case A::Discharge: return discharge_fields(state, setting, key);
        case A::Waive: return {words("why", "Why it need not be done")};
        case A::Expire: return {};
    }
    return {};
}

}  // namespace

/// Asked of whoever acts as a manager, speaks for somebody else, or is late in writing it down.
std::vector<policy::Field> common_fields() {
    Fields fields{words("acting_reason", "Why you act for this post", Wanted::Optional),
                  words("said_by", "Who said it", Wanted::Optional),
                  choice("said_how", "How it was said", {{"telephone", "By telephone"}, {"in-person", "In person"}, {"letter", "By letter or on paper"}, {"email", "By e-mail"}}, Wanted::Optional),
                  open("said_at", "When it was said", FieldKind::Date, Wanted::Optional),
                  words("late_reason", "Why it is entered later than it happened", Wanted::Optional),
                  open("about", "What it is about", FieldKind::Text, Wanted::Optional)};
    return fields;
}

std::vector<policy::Field> fields_of(Action action, const State& state, const Setting& setting,
                                     const std::string& key) {
    auto fields = asked_by(action, state, setting, key);
    if (action == Action::SubmitForm || action == Action::TakeStep) return fields;
    // The words of the house are about a child already.
    if (setting.pack.scope.whom == policy::Whom::Child) return fields;
    for (auto& field : fields) {
        if (!is_of_policy(field, setting.pack)) field.label = policy::worded(std::move(field.label), setting.pack);
    }
    return fields;
}

}  // namespace disagreement
