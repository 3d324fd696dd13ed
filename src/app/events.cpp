#include "app/events.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/wording.h"
#include "calendar/local_time.h"
#include "disagreement/action_rules.h"
#include "disagreement/fields.h"

namespace app {
namespace {

using disagreement::Event;
using policy::FieldKind;
using policy::Happening;

const directory::Directory& directory_of(const Dossier& dossier) {
    return dossier.partnership->directory;
}

std::string key_in_words(const Dossier& dossier, const policy::Fact& fact) {
    const auto& pack = *dossier.pack;
    if (const auto* stage = policy::find_stage(pack, fact.key)) return stage_in_words(*stage);
    if (const auto* form = policy::find_form(pack, fact.key)) return form->title;
    if (const auto* meeting = policy::find_meeting(pack, fact.key)) return meeting->title;
    if (const auto* role = policy::find_role(pack, fact.key)) return role->title;
    if (const auto* step = policy::find_step(pack, fact.key)) return step->title;
    if (const auto* date = policy::find_date(pack, fact.key)) return date->title;
    if (const auto* duty = disagreement::find_duty(dossier.duties, fact.key)) return duty->title;
    return {};
}

std::string what_happened(Happening happening) {
    using H = Happening;
    switch (happening) {
        case H::Raised: return "Raised";
        case H::StageOpened: return "Stage opened";
        case H::Escalated: return "Taken up";
        case H::WentUpTheLine: return "Taken up the management line";
        case H::DangerDeclared: return "Immediate danger declared";
        case H::ReferralMade: return "Referral made under child protection procedures";
        case H::Consulted: return "Own manager consulted";
        case H::Contacted: return "Other side contacted";
        case H::Discussed: return "Discussed";
        case H::PositionStated: return "Position stated";
        case H::Answered: return "Answered";
        case H::MeetingAgreed: return "Meeting agreed";
        case H::Met: return "Met";
        case H::BranchChosen: return "Way on chosen";
        case H::DateSet: return "Date set";
        case H::FormSubmitted: return "Form completed";
        case H::Dissented: return "Dissent recorded";
        case H::DisagreedInternally: return "Disagreement with own manager recorded";
        case H::Convened: return "Convened";
        case H::RepresentationReceived: return "Representation received";
        case H::OfferMade: return "Offer made";
        case H::OfferAccepted: return "Offer accepted";
        case H::OfferDeclined: return "Offer declined";
        case H::Held: return "Held";
        case H::Decided: return "Decided";
        case H::OutcomeProposed: return "Outcome proposed";
        case H::OutcomeConfirmed: return "Outcome confirmed";
        case H::OutcomeRejected: return "Outcome not agreed to";
        case H::Settled: return "Settled";
        case H::ProtectionRecorded: return "What protects the child recorded";
        case H::StandingChanged: return "Standing of the child changed";
        case H::FamilyTold: return "Family told";
        case H::FamilyNotTold: return "Family not told";
        case H::LessonDrawn: return "Lesson drawn";
        case H::PointAdded: return "Outstanding point added";
        case H::PointSettled: return "Outstanding point done";
        case H::CourseRecorded: return "What follows recorded";
        case H::Withdrawn: return "Withdrawn";
        case H::HandedOver: return "Handed over";
        case H::Closed: return "Closed";
        case H::Reopened: return "Reopened";
        case H::Linked: return "Linked";
        case H::NoteAdded: return "Note added";
        case H::Corrected: return "Record corrected";
        case H::RoleNamed: return "Role named";
        case H::Reassigned: return "Reassigned";
        case H::Discharged: return "Done";
        case H::Waived: return "Waived";
        case H::Breached: return "Date passed";
        case H::PrioritySet: return "Priority set";
        case H::StepTaken: return "Step taken";
        case H::StepEnded: return "Process beside it ended";
        case H::PointReplanned: return "Outstanding point planned anew";
        case H::Returned: return "Taken back";
        case H::Moved: return "Moved to another edition";
    }
    return {};
}

/// Gathers the questions that an entry has answers to, in the order in which they are asked.
class Gathering {
public:
    explicit Gathering(const Entry& entry) {
        for (const auto& [name, values] : entry.event.open.values) left_.push_back(name);
        for (const auto& text : entry.texts) {
            if (!entry.event.open.has(text.name)) left_.push_back(text.name);
        }
    }

    bool is_complete() const { return left_.empty(); }
    void add(const std::vector<policy::Field>& asked) {
        for (const auto& field : asked) {
            if (is_wanted(field)) found_.push_back(field);
        }
    }
    void add(std::vector<policy::Field>&& asked) {
        for (auto& field : asked) {
            if (is_wanted(field)) found_.push_back(std::move(field));
        }
    }
    std::vector<policy::Field> found() && { return std::move(found_); }

private:
    bool is_wanted(const policy::Field& field) {
        const auto wanted = std::ranges::find(left_, field.name);
        if (wanted == left_.end()) return false;
        left_.erase(wanted);
        return true;
    }

    std::vector<std::string_view> left_;
    std::vector<policy::Field> found_;
};

std::string moved_in_words(const Event& event) {
    if (event.fact.key == "calendar") return "Moved to the calendar in force then";
    return "Moved to edition " + event.open.text("edition") + " of the policy";
}

/// Nobody was asked: the partnership decided, and said why.
policy::Field why_moved() {
    return {.name = "why", .label = "Why", .kind = policy::FieldKind::LongText};
}

/// Questions speak to whoever answers them; read back, they are about what was answered. A policy has names
/// like these for questions of its own, of what is decided for example.
std::string read_label(const policy::Field& field, const Event& event) {
    const bool of_policy = event.fact.happening == Happening::Decided;
    if (of_policy && field.name == "decision") return field.label;
    static const std::map<std::string, std::string> labels{
        {"raiser_post", "Raised from"},
        {"to", "Whose decision or action it is"},
        {"danger", "A child in immediate danger"},
        {"decision", "The decision, action or inaction"},
        {"view", "Why it leaves the child unsafe"},
        {"evidence", "The evidence"},
        {"evidence_source", "Where the evidence comes from"},
        {"outcome_wanted", "The outcome wanted"},
        {"how_settled", "How it could be settled"},
        {"answer", "The answer"},
        {"rationale", "The reasons"},
        {"reasons", "The reasons"},
        {"acting_reason", "Why somebody else acted for this post"},
        {"safe_now", "The child safe now"},
        {"protection", "What protects the child"},
    };
    const auto found = labels.find(field.name);
    return found == labels.end() ? field.label : found->second;
}

std::string title_of_option(const std::vector<policy::Option>& options, const std::string& key) {
    const auto found = std::ranges::find(options, key, &policy::Option::key);
    return found == options.end() ? key : found->title;
}

std::string yes_or_no_in_words(const std::string& value) {
    if (value == "yes") return "Yes";
    return value == "no" ? "No" : value;
}

std::string date_in_words(const std::string& value) {
    const auto date = calendar::parse_date(value);
    return date ? calendar::in_words(*date) : value;
}

std::string moment_in_words(const std::string& value, const std::string& zone) {
    const auto moment = calendar::parse_moment(value, zone);
    return moment ? calendar::in_words(*moment, zone) : value;
}

std::string value_in_words(const policy::Field& field, const std::string& value, const Dossier& dossier) {
    if (!field.options.empty()) return title_of_option(field.options, value);
    switch (field.kind) {
        case FieldKind::Date: return date_in_words(value);
        case FieldKind::YesNo: return yes_or_no_in_words(value);
        case FieldKind::Post: return in_words(directory_of(dossier), PostId(value));
        case FieldKind::Person: return name_of(*dossier.known, PersonId(value));
        case FieldKind::Agency: return in_words(directory_of(dossier), AgencyId(value));
        case FieldKind::DateTime: return moment_in_words(value, dossier.calendar.zone);
        case FieldKind::Text:
        case FieldKind::LongText:
        case FieldKind::OneOf:
        case FieldKind::ManyOf: break;
    }
    return value;
}

Answered open_answer(const policy::Field& field, const Event& event, const Dossier& dossier) {
    Answered said{.label = read_label(field, event)};
    if (field.kind == FieldKind::LongText) said.shape = Answered::Shape::Prose;
    for (const auto& value : event.open.list(field.name))
        said.words.push_back(value_in_words(field, value, dossier));
    return said;
}

}  // namespace

std::string headline_of(const Dossier& dossier, const Event& event) {
    const auto& fact = event.fact;
    if (fact.happening == Happening::Moved) return moved_in_words(event);
    std::string title = what_happened(fact.happening);
    const auto about = key_in_words(dossier, fact);
    if (!about.empty()) title += ": " + about;
    if (!event.agency.get().empty() && dossier.state.receiving.size() > 1)
        title += " (" + in_words(directory_of(dossier), event.agency) + ")";
    return title;
}

std::string author_of(const Dossier& dossier, const Event& event) {
    const auto& by = event.by;
    if (by.side == disagreement::Side::System) return "";
    if (by.person.get().empty()) return dossier.partnership->name;
    const std::string person = name_of(*dossier.known, by.person);
    const std::string post = in_words(directory_of(dossier), by.post);
    return by.on_behalf ? post + ", entered for them by " + person : person + ", " + post;
}

std::vector<policy::Field> questions_of(const Dossier& dossier, const Entry& entry) {
    const auto setting = dossier.setting();
    const auto& fact = entry.event.fact;
    Gathering all(entry);
    if (const auto* form = policy::find_form(*dossier.pack, fact.key)) {
        for (const auto& section : form->sections) all.add(section.fields);
    }
    const auto kind = fact.happening == Happening::FamilyNotTold ? Happening::FamilyTold : fact.happening;
    for (const auto action : disagreement::all_actions()) {
        if (all.is_complete()) break;
        if (disagreement::rule_of(action).records != kind) continue;
        const bool raises = action == disagreement::Action::Raise;
        all.add(raises ? disagreement::fields_of(action, {}, setting, fact.key)
                       : disagreement::fields_of(action, dossier.state, setting, fact.key));
    }
    for (const auto& stage : dossier.pack->stages) {
        all.add(stage.asks);
        for (const auto& decision : stage.decisions) all.add(decision.asks);
    }
    if (kind == Happening::Moved) all.add({why_moved()});
    if (!all.is_complete()) all.add(disagreement::common_fields());
    return std::move(all).found();
}

bool differ_on_paper(base::Moment left, base::Moment right) {
    return std::chrono::abs(left - right) >= std::chrono::minutes{1};
}

Answered in_words(const Text& text, FieldKind kind) {
    switch (text.shown) {
        case Text::Shown::Plain: break;
        case Text::Shown::Masked: return {.label = {}, .words = {"Hidden until it is opened with a reason"}};
        case Text::Shown::Withheld: return {.label = {}, .words = {"Withheld: the text has been destroyed"}};
        case Text::Shown::NotForYou: return {.label = {}, .words = {"Not open to this reader"}};
    }
    const bool dated = kind == FieldKind::Date && calendar::parse_date(text.words);
    Answered said{.label = {}, .words = {dated ? date_in_words(text.words) : text.words}};
    said.shape = dated ? Answered::Shape::Short : Answered::Shape::Prose;
    if (text.corrected_by) said.remarks.push_back("Corrected in entry " + std::to_string(*text.corrected_by));
    if (!text.before.empty()) said.remarks.push_back("It said before: " + text.before);
    return said;
}

std::vector<Answered> answers_of(const Dossier& dossier, const Entry& entry) {
    std::vector<Answered> answers;
    for (const auto& field : questions_of(dossier, entry)) {
        const bool seat =
            entry.event.fact.happening == Happening::StageOpened && field.kind == FieldKind::Post;
        if (entry.event.open.has(field.name) && !seat)
            answers.push_back(open_answer(field, entry.event, dossier));
        const auto text = std::ranges::find(entry.texts, field.name, &Text::name);
        if (text == entry.texts.end()) continue;
        answers.push_back(in_words(*text, field.kind));
        answers.back().label = read_label(field, entry.event);
    }
    return answers;
}

bool has_answers(const Dossier& dossier, const Entry& entry) {
    return !entry.texts.empty() || !answers_of(dossier, entry).empty();
}

std::vector<std::string> seats_of(const Dossier& dossier, const Event& event) {
    std::vector<std::string> seats;
    for (const auto& [name, words] : event.open.values) {
        const bool seat = name == "raising_post" || name.starts_with("receiving_post:");
        if (!seat || words.size() < 2) continue;
        const std::string side = name == "raising_post" ? "Raising side: " : "Receiving side: ";
        seats.push_back(side + in_words(directory_of(dossier), PostId(words[0])) + ". " +
                        capitalised(words[1]) + ".");
    }
    return seats;
}

const Entry* find_latest(const View& view, Happening happening) {
    for (auto entry = view.timeline.rbegin(); entry != view.timeline.rend(); ++entry) {
        if (entry->event.fact.happening == happening) return &*entry;
    }
    return nullptr;
}

}  // namespace app
